import Domain

extension Fate {
    /// What becomes of a real message: its own reply in its own time, or the ending whose turn it is.
    init(_ message: RealMessage, ending: MessageEnding, at: Instant, _ dice: inout Dice) {
        let isAnswered = message.reply != nil
        let route = isAnswered ? MatterText.Route.accept : ending.route
        let triage = Triage(
            route: route.triage, commonality: .common, category: Category(of: message), power: .county)
        self.init(route: route, triage: triage, level: .county)
        isDistributed = dice.percent(35)
        if let seconds = message.secondsToReply {
            pace = .replying(at: at.adding(seconds: seconds))
            let last: Grade = dice.percent(70) ? .satisfied : .basicallySatisfied
            grades = dice.percent(90) ? [last] : [.dissatisfied, last]
            ratesByHand = dice.percent(40)
            isPublished = dice.percent(20)
        } else {
            drawEnding(ending)
        }
    }

    private mutating func drawEnding(_ ending: MessageEnding) {
        stopsIn = ending.stopsIn
        if stopsIn != nil { pace = .brisk }
        objections = ending == .objected ? 1 : 0
        isWithdrawn = ending == .withdrawn
        isNeverAnswered = true
    }
}

extension Category {
    /// A first guess by single words, as a clerk would make it.
    fileprivate init(of message: RealMessage) {
        let words: [(Category, [String])] = [
            (.education, ["学校", "幼儿园", "教育", "学生"]), (.transport, ["公交", "道路", "堵", "停车", "交通", "地铁"]),
            (.health, ["医院", "医保", "医生"]), (.housing, ["物业", "房产", "楼盘", "小区", "拆迁", "公积金"]),
            (.environment, ["污染", "噪音", "扰民", "油烟", "垃圾"]), (.labour, ["工资", "社保", "养老金", "就业"]),
            (.water, ["自来水", "停水", "排水"]), (.security, ["公安", "派出所", "诈骗", "户口"]),
            (.agriculture, ["农村", "村民", "农田", "征地"]), (.market, ["食品", "消费", "假冒", "收费"]),
            (.culture, ["旅游", "景区", "广场舞"]), (.urban, ["路灯", "城管", "违建", "绿化"]),
        ]
        let text = message.subject + message.body
        self = words.first { $0.1.contains(where: text.contains) }?.0 ?? .other
    }
}
