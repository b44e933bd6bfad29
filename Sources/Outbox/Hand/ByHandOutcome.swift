/// What came of a call or a letter.
package enum ByHandOutcome: String, CaseIterable, Sendable {
    case told
    case nobodyAnswered
    case wrongNumber

    package var chinese: String {
        switch self {
        case .told: "已经告知本人"
        case .nobodyAnswered: "没有人接，或者人不在"
        case .wrongNumber: "号码或地址不对"
        }
    }
}
