import Domain

/// A real message and its real reply. Where nobody replied, what the station's own people say is one of the sentences
/// that stand here.
struct RealWords: MatterWords {
    let message: RealMessage

    var title: String { message.subject }

    /// What the reply says it is, by its words: nobody labelled them.
    var outcome: Outcome {
        let reply = message.reply ?? ""
        if ["无法", "不符合", "暂不"].contains(where: reply.contains) { return .cannot }
        return message.subject.contains("建议") ? .reference : .solved
    }

    mutating func reply(on day: Day, promised: Day?, _ dice: inout Dice) -> String {
        let reply = message.reply ?? Phrases.redone
        // A few real replies are shorter than the rules want; what was written stays.
        let isShort = reply.count(where: { !$0.isWhitespace }) < 20
        return isShort ? "承办单位的答复原文如下，全文照录：" + reply : reply
    }

    mutating func spotAnswer(_ dice: inout Dice) -> String { "您说的情况当场记下，能当场说清的已经向您说清。" }

    mutating func notice(_ dice: inout Dice) -> String { "您反映的情况不属于联络站受理的范围，理由已经书面告知。" }

    mutating func redirection(_ dice: inout Dice) -> Redirection {
        Redirection(
            place: "12345 政务服务便民热线", address: "可打电话或在网上反映", telephone: "12345", bring: "身份证和有关材料")
    }

    mutating func whyNot(_ dice: inout Dice) -> (reason: String, basis: String) {
        ("理由见办理情况里照录的答复原文。", "依据见办理情况里照录的答复原文。")
    }
}
