/// 怎样告诉您: how a reporter wishes to hear what becomes of her words. A telephone is not asked of anybody: an answer on
/// paper or at the door is as good (`domain.md` 1.10).
package enum ToldBy: String, CaseIterable, Sendable {
    case sms, call, visit, letter
    /// Looks by herself, with number and code or at the station.
    case oneself = "self"

    package var chinese: String {
        switch self {
        case .sms: "发短信"
        case .call: "打电话"
        case .visit: "上门说"
        case .letter: "寄信"
        case .oneself: "本人自己来查"
        }
    }

    package var needsTelephone: Bool { self == .sms || self == .call }
    package var needsAddress: Bool { self == .visit || self == .letter }
}
