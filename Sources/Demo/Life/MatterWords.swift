import Domain

/// The words of one matter: what was said, and what is answered when it comes to it.
protocol MatterWords: Sendable {
    /// What happened at the handler's, on the day of the answer.
    mutating func reply(on day: Day, promised: Day?, _ dice: inout Dice) -> String
    mutating func spotAnswer(_ dice: inout Dice) -> String
    /// The notice of a petition, a pointing elsewhere or a refusal.
    mutating func notice(_ dice: inout Dice) -> String
    mutating func redirection(_ dice: inout Dice) -> Redirection
    var outcome: Outcome { get }
    /// Reason and basis of what cannot be done.
    mutating func whyNot(_ dice: inout Dice) -> (reason: String, basis: String)
    var title: String { get }
}

/// Sentences that are the same for all matters.
enum Phrases {
    static let mergeReason = "与此前登记的事项说的是同一件事，合并办理、分别答复。"
    static let unmergeReason = "现场核对后地点不同，不是同一件事，恢复单独办理。"
    static let declineReason = "我与此事有亲属关系，按回避的规定不宜督办。"
    static let returnDownReason = "经核对属于乡镇职权范围，请按属地原则组织办理并答复。"
    static let upheldReason = "经核对属于你单位职责范围，请继续办理并按期答复。"
    static let reassignReason = "退回理由成立，改由职责相符的单位办理，期限接着算。"
    static let granted = "情况属实，同意延期，请把新的日期告诉群众。"
    static let refused = "理由不充分，不同意延期，请按原定期限答复。"
    static let opinion = "我单位配合主办单位到场，涉及本单位的部分已经办妥。"
    static let rework = "群众不满意，问题没有真正解决，请重新办理并当面说明。"
    static let takenUp = "反映的情况有新的依据，应当受理，请按程序组织办理。"
    static let upheld = "原来的处理符合规定，理由和可以走的途径已向本人说明。"
    static let petitionReply = "已由信访部门书面答复本人，并告知不服可以申请复查。"
    static let withdrawal = "问题已经自己解决，不用再办了，谢谢。"
    static let kept = "承诺的事项已经按期办完，现场已请反映人一同看过，群众认可。"
    static let redone = "重新到现场核对，逐项整改，已请反映人和代表一同验看，问题已经解决。"
    static let perfunctory = "已经收到，正在研究，将按有关规定尽快处理，请耐心等待。"
}
