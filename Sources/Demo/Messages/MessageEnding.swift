import Domain

/// In which state a message without a reply ends: they take turns, so that every state a matter can be in without a
/// reply is there. A message repeated word for word is merged into the first one instead.
enum MessageEnding: CaseIterable, Sendable {
    case registered, accepted, submittedUp, assigned, inHandling, objected, overdue, redirected, rejected, referred
    case withdrawn

    init(turn: Int) {
        self = MessageEnding.allCases[turn % MessageEnding.allCases.count]
    }

    /// The rule in words, for whoever reads the figures.
    static let rule = """
        有答复的留言按真实的答复和真实的用时走完全程，日期整周平移到最近三年（用时太长的再往前）。没有答复的留言轮流停在：\
        已登记、已受理、已提交上级、已交办、办理中、申请退回、办理中（已超期）、已指引、不予受理、转信访、撤回；\
        已指引、不予受理的，申请复核期满即办结。原文完全相同的留言并入最早的一件。
        """

    /// Nil for those who live on at the usual pace until the end.
    var stopsIn: MatterState? {
        switch self {
        case .registered: .registered
        case .accepted: .accepted
        case .submittedUp: .submittedUp
        case .assigned: .assigned
        case .inHandling: .inHandling
        case .objected: .objected
        case .overdue, .redirected, .rejected, .referred, .withdrawn: nil
        }
    }

    var route: MatterText.Route {
        switch self {
        case .registered, .accepted, .submittedUp, .assigned, .inHandling, .objected, .overdue, .withdrawn: .accept
        case .redirected: .redirect
        case .rejected: .reject
        case .referred: .refer
        }
    }
}
