import Domain

/// What a one-time link may be good for: steps of little risk that somebody can do from her telephone. The raw value is
/// stored.
package enum LinkAct: String, CaseIterable, Sendable {
    /// 已阅: she has read it. Nothing else follows.
    case seen
    /// Of a handler: takes it and may state a date; states a date; writes the answer.
    case takeUp, stateDate, reply
    /// Of a supervising deputy: passes the answer and may note how she told the reporter; sends it back, once and with a
    /// reason; told her; went back to ask.
    case check, returnReply, deliver, revisit
    /// Says that what a clerk wrote down in her name was not hers.
    case dispute

    /// What its form is called in the path: `POST /l/{token}/{noun}`.
    var noun: String {
        switch self {
        case .seen: "seen"
        case .dispute: "dispute"
        case .takeUp, .stateDate, .reply, .check, .returnReply, .deliver, .revisit: act?.noun ?? rawValue
        }
    }

    init?(noun: String) {
        guard let found = LinkAct.allCases.first(where: { $0.noun == noun }) else { return nil }
        self = found
    }

    /// Whose rules hold for it; nil for what changes nothing of the matter's way.
    var act: Act? {
        switch self {
        case .seen, .dispute: nil
        case .takeUp: .takeUp
        case .stateDate: .stateDate
        case .reply: .reply
        case .check: .passCheck
        case .returnReply: .returnReply
        case .deliver: .deliver
        case .revisit: .revisit
        }
    }

    /// All that its form may ask for; a rating, say, is nothing that comes by a link.
    var acts: Set<Act> {
        switch self {
        case .seen, .dispute: []
        case .takeUp: [.takeUp, .stateDate]
        case .check: [.passCheck, .deliver]
        case .stateDate, .reply, .returnReply, .deliver, .revisit: act.map { [$0] } ?? []
        }
    }

    /// For the supervising deputy, and for a handler, whatever they are asked for now.
    static let deputys: [LinkAct] = [.seen, .check, .returnReply, .deliver, .revisit]
    static let handlers: [LinkAct] = [.seen, .takeUp, .stateDate, .reply]

    /// What the page calls it and what its button says.
    var words: (title: String, button: String, done: String) {
        switch self {
        case .seen: ("已经看过了", "已阅", "已经记下：您看过了。")
        case .takeUp: ("接下这件事", "接下，开始办", "已经接下，办理的期限照旧。")
        case .stateDate: ("说哪一天办好", "就定这一天", "日期已经记下，会告诉反映人。")
        case .reply: ("写办理答复", "提交答复", "答复已经提交，由督办代表审核。")
        case .check: ("审核这份答复", "审核通过", "答复已经审核通过。")
        case .returnReply: ("把答复退回再办", "退回承办单位", "答复已经退回，由承办单位再办、重新答复。")
        case .deliver: ("告诉反映人", "登记已经答复", "已经登记答复群众，接下来回访。")
        case .revisit: ("回访", "登记回访", "回访已经登记。")
        case .dispute: ("不是我的意思", "提出异议", "异议已经记下，由站长或交办机关决定。")
        }
    }
}
