/// What came of a call or a letter.
package enum ByHandOutcome: String, CaseIterable, Sendable {
    case told
    /// Somebody went there.
    case visited
    case nobodyAnswered
    case wrongNumber

    /// What may come of a way: nobody tells on a doorstep by telephone.
    package static func outcomes(of channel: ChannelKind) -> [ByHandOutcome] {
        channel == .letter ? allCases : allCases.filter { $0 != .visited }
    }

    package var chinese: String {
        switch self {
        case .told: "已经告知本人"
        case .visited: "已上门告知"
        case .nobodyAnswered: "没有人接，或者人不在"
        case .wrongNumber: "号码或地址不对"
        }
    }
}
