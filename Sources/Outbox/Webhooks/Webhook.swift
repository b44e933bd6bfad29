import Domain

/// Another platform that is told how matters of an area stand: a 12345 line, a grid platform (对接).
package struct Webhook: Hashable, Sendable {
    package var id: Int64
    package var area: DivisionID
    package var name: String
    package var address: WebhookAddress
    package var map: WebhookMap
    package var topics: Set<WebhookTopic>
    package var isPaused: Bool
    /// How often in a row it could not be reached.
    package var failures: Int
    /// Nothing is sent before.
    package var resumesAt: Instant
    package var version: Int64

    package init(
        id: Int64, area: DivisionID, name: String, address: WebhookAddress, map: WebhookMap,
        topics: Set<WebhookTopic>, isPaused: Bool = false, failures: Int = 0, resumesAt: Instant = Instant(ms: 0),
        version: Int64 = 1
    ) {
        self.id = id
        self.area = area
        self.name = name
        self.address = address
        self.map = map
        self.topics = topics
        self.isPaused = isPaused
        self.failures = failures
        self.resumesAt = resumesAt
        self.version = version
    }
}

/// What a receiver may be told of. Stored and sent, so never renamed.
package enum WebhookTopic: String, CaseIterable, Sendable {
    case registered, accepted, moved, assigned, dateStated, overdue, replied, answered, rated, reworked, declined
    case closed, withdrawn
    /// Only ever sent by hand, to see whether somebody answers.
    case trial

    /// Those that can be chosen.
    package static let choices = allCases.filter { $0 != .trial }

    package var chinese: String {
        switch self {
        case .registered: "登记"
        case .accepted: "受理"
        case .moved: "提交上级或退回下级"
        case .assigned: "交办、转办、改交"
        case .dateStated: "明确或延长办理日期"
        case .overdue: "超过期限"
        case .replied: "承办单位答复"
        case .answered: "答复群众"
        case .rated: "群众评价"
        case .reworked: "重办"
        case .declined: "指引或不予受理"
        case .closed: "办结"
        case .withdrawn: "撤回"
        case .trial: "测试"
        }
    }
}

extension WebhookTopic {
    /// What a change is to other platforms; nil where it is nothing to them.
    package init?(_ change: MatterChange) {
        let state = change.matter.state
        if change.before?.state != state, let ended = WebhookTopic(ending: state) {
            self = ended
            return
        }
        switch change.event {
        case "registered": self = .registered
        case Act.accept.event: self = .accepted
        case Act.elevate.event, Act.returnDown.event: self = .moved
        case Act.assign.event, Act.subAssign.event, Act.decideObjection.event: self = .assigned
        case Act.stateDate.event, Act.decideExtension.event: self = .dateStated
        case Act.markOverdue.event: self = .overdue
        case Act.reply.event: self = .replied
        case Act.deliver.event, Act.answerOnSpot.event: self = .answered
        case Act.rate.event: self = .rated
        case Act.orderRework.event: self = .reworked
        case Act.redirect.event, Act.reject.event: self = .declined
        case _: return nil
        }
    }

    private init?(ending state: MatterState) {
        switch state {
        case .closed: self = .closed
        case .withdrawn: self = .withdrawn
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested, .referred, .redirected, .rejected, .merged:
            return nil
        }
    }
}
