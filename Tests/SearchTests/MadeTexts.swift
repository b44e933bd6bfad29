import TestSupport

/// Texts like those of residents, put together from a few pieces; about no real person.
enum MadeTexts {
    private static let places = [
        "榆次区北关街道", "东大街", "西大街与顺城街的路口", "幸福小区3号楼", "我们小区", "三单元楼下", "301路公交站", "迎宾路",
        "乌金山镇", "村口古槐旁", "老旧小区", "小学门口", "菜市场后面的巷子", "A座地下车库", "Ａ座", "县医院",
    ]
    private static let troubles = [
        "的路灯坏了三天", "的LED灯整夜不关", "的路灯LED灯头不亮", "井盖丢了", "下水道堵塞,污水横流", "夜里施工噪音扰民",
        "没有５Ｇ信号", "5G基站离居民楼太近", "暖气不热,室内只有15度", "电梯停了", "的物业乱收费", "垃圾没有人清运", "路边停车占道",
        "的问题反映了很多次", "的的问题", "公交车两小时才来一趟", "自来水发黄", "断网断电", "养老金认证在手机上做不了", "油烟太大",
    ]
    private static let rest = [
        "请尽快解决", "希望有关部门重视这个问题", "打110和12345都没有人管", "影响孩子休息", "老人出行很不方便", "已经三个月了",
        "谢谢", "什么时候能修好?", "我家在6楼,2019年入住", "不知道该找谁",
    ]
    private static let rare = ["磨盘", "𰻝𰻝面馆", "窨井", "Ⅲ期", "龙门架", "观音堂", "Wi-Fi", "〇五年", "PM2.5", "槐花"]
    private static let gaps = ["。", ",", " ", "!", "\n", "", "、", "……"]

    static func make(_ count: Int, _ numbers: inout SeededNumbers) -> [String] {
        (0..<count).map { index in
            var text = ""
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                for pieces in [places, troubles, gaps, rest, gaps] {
                    text += pieces.randomElement(using: &numbers) ?? ""
                }
            }
            return index.isMultiple(of: 37) ? text + rare[index / 37 % rare.count] : text
        }
    }
}
