import Domain

/// The words of a matter out of the demo's own texts, with its slots filled.
struct OwnWords: MatterWords {
    private let text: MatterText
    private var slots: FilledSlots
    private let place: String
    let title: String

    init(_ text: MatterText, _ slots: FilledSlots, place: String, _ dice: inout Dice) {
        self.text = text
        self.place = place
        var slots = slots
        title = slots.fill(text.title, &dice)
        self.slots = slots
    }

    /// What the person says, as people begin and end.
    mutating func body(_ dice: inout Dice) -> String {
        let opening = dice.percent(60) ? slots.fill("{开头}", &dice) : ""
        let closing = dice.percent(60) ? slots.fill("{结尾}", &dice) : ""
        // The next person who tells of it begins and ends in another way.
        slots.forget("开头")
        slots.forget("结尾")
        return opening + slots.fill(text.body, &dice) + closing
    }

    mutating func reply(on day: Day, promised: Day?, _ dice: inout Dice) -> String {
        slots.set("答复日期", day.spoken)
        slots.set("承诺日期", (promised ?? day.adding(days: 60)).spoken)
        return slots.fill(text.reply.isEmpty ? Phrases.redone : text.reply, &dice)
    }

    mutating func spotAnswer(_ dice: inout Dice) -> String { slots.fill(text.spotAnswer, &dice) }

    mutating func notice(_ dice: inout Dice) -> String { slots.fill(text.reply, &dice) }

    mutating func redirection(_ dice: inout Dice) -> Redirection {
        let whole = slots.fill(text.redirectTo, &dice)
        let first = whole.prefix { $0 != "；" }
        let bring = first.split(separator: "（").dropFirst().first?.prefix { $0 != "）" }
        return Redirection(
            place: String(first.prefix { $0 != "（" }), address: place + "便民服务中心旁（演示地址）",
            telephone: demoPhone(dice.below(10_000)), bring: bring.map(String.init) ?? "身份证和有关材料")
    }

    var outcome: Outcome { text.outcome ?? .solved }

    mutating func whyNot(_ dice: inout Dice) -> (reason: String, basis: String) {
        let parts = slots.fill(text.cannotReason, &dice).split(separator: "；").map(String.init)
        let basis = parts.first { $0.hasPrefix("依据") } ?? ""
        return (parts.filter { !$0.hasPrefix("依据") }.joined(separator: "；"), basis)
    }
}

extension Day {
    /// 5月25日
    var spoken: String { "\(civil.month)月\(civil.day)日" }
}
