import Domain

/// How a reporter wants to be told what becomes of her matter (告知方式), and where, when that is not what she left
/// when she spoke.
package struct ReporterChannel: Hashable, Sendable {
    package enum Way: String, CaseIterable, Sendable {
        case sms, call, email, visit, letter
        case none

        package var chinese: String {
            switch self {
            case .sms: "发短信"
            case .call: "打电话"
            case .email: "发电子邮件"
            case .visit: "上门来说"
            case .letter: "寄信"
            case .none: "不用告诉我，我自己来看"
            }
        }

        /// What must be known of where; nil where nothing must.
        package var place: Place? {
            switch self {
            case .sms, .call: .telephone
            case .email: .mailbox
            case .visit, .letter: .home
            case .none: nil
            }
        }
    }

    package enum Place: Sendable {
        case telephone, mailbox, home
    }

    package var way: Way
    /// The telephone, mailbox or home for this; nil where what she left with her words will do.
    package var address: Sensitive<String>?
    /// A mailbox that answered with its code.
    package var isProved: Bool

    package init(_ way: Way, address: Sensitive<String>? = nil, isProved: Bool = false) {
        self.way = way
        self.address = address
        self.isProved = isProved
    }

    /// What holds for whoever chose nothing: a message to the telephone she left. Without one she comes and asks, or
    /// reads the board of her station.
    package static func byDefault(hasTelephone: Bool) -> ReporterChannel? {
        hasTelephone ? ReporterChannel(.sms) : nil
    }
}
