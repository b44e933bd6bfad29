import Database

/// A way by which a message reaches somebody. Stored, so never renamed.
package enum ChannelKind: String, CaseIterable, Sendable, SQLConvertible, SQLDecodable {
    /// In the product, for everybody who may sign in; nothing is sent.
    case inbox
    case sms, email, wechat
    /// 电话告知: a clerk calls.
    case call
    /// 信函: a clerk prints it and posts or brings it.
    case letter

    package var chinese: String {
        switch self {
        case .inbox: "站内消息"
        case .sms: "短信"
        case .email: "电子邮件"
        case .wechat: "微信"
        case .call: "电话告知"
        case .letter: "信函"
        }
    }

    /// Those that a program sends.
    package static let sent: [ChannelKind] = [.sms, .email, .wechat]

    /// Whether somebody has to do it.
    package var isByHand: Bool {
        switch self {
        case .call, .letter: true
        case .inbox, .sms, .email, .wechat: false
        }
    }
}

/// How far one sending is. Stored, so never renamed.
package enum SendingState: String, CaseIterable, Sendable, SQLConvertible, SQLDecodable {
    case waiting
    /// Tried in vain and to be tried again.
    case failed
    /// Nothing more is tried: somebody has to look at it.
    case givenUp
    /// On a clerk's list.
    case byHand
    case sent
    /// A clerk told it.
    case done

    package var chinese: String {
        switch self {
        case .waiting: "等着发"
        case .failed: "没发成，还会再试"
        case .givenUp: "没送到，不再试"
        case .byHand: "等人办"
        case .sent: "已发出"
        case .done: "已告知"
        }
    }
}
