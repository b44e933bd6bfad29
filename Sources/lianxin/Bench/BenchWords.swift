/// What the load says: invented, as long as opinions are on the average, each different from the others.
enum BenchWords {
    /// With `%d` for the number of the lamp and for how many days.
    static let lua = "我们小区东门外%d号路灯已经坏了%d天，晚上看不见路，老人孩子出门很不方便，给物业打过电话，一直没有人来修，请帮忙问一问什么时候能修好。"

    static func opinion(_ number: Int) -> String {
        "我们村口第\(number)号机井的水泵坏了\(number % 60 + 3)天，\(number % 400 + 20)亩玉米浇不上水，"
            + "找过村里两次，说是配件还没有到，眼看苗要旱死了，请代表帮忙催一催，尽快派人来修。"
    }

    /// Of a range that belongs to nobody.
    static func phone(_ number: Int) -> String {
        let tail = String(number)
        return "1990" + String(repeating: "0", count: 7 - tail.count) + tail
    }
}
