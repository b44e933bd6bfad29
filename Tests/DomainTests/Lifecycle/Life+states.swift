@testable import Domain

/// What people say in these tests, long enough to say something.
enum Say {
    static let reason = "路灯坏了三盏，晚上接孩子的老人看不清路。"
    static let done = "已请电力公司更换三盏路灯的灯头和线路，并在当晚试灯，全部亮起。"
    static let basis = "《城市道路照明设施管理规定》第十条"

    static func triage(_ commonality: Triage.Commonality = .common, _ route: TriageRoute = .accept) -> MatterAction {
        .triage(
            Triage(route: route, commonality: commonality, category: .urban, power: .township), note: "村民都反映过")
    }

    static func onSpot(_ commonality: Triage.Commonality = .common) -> MatterAction {
        .answerOnSpot(SpotAnswer(words: reason, hasConsent: true, commonality: commonality, category: .urban))
    }

    static let redirect = MatterAction.redirect(
        Redirection(place: "榆次区人民法院", address: "迎宾街 1 号", telephone: "0354-0000000", bring: "身份证和判决书"))

    static func deputy(_ person: PersonID = LifecycleGround.deputy) -> MatterAction {
        .nameSupervisor(Candidate(person: person, belongsToStation: true))
    }

    static func assign(_ organ: OrganPlace, with others: [OrganPlace] = []) -> MatterAction {
        .assign(Assignment(lead: organ, coHandlers: others, note: "请按时办理"))
    }

    static func reply(_ outcome: Outcome = .solved, promised: Day? = nil) -> MatterAction {
        .reply(
            HandlerReply(
                outcome: outcome, done: done, reason: outcome == .cannot ? reason : "",
                basis: outcome == .cannot ? basis : "", promisedOn: promised, signer: "李建国"))
    }

    static func tried(_ day: Day, _ channel: Channel = .phone, reached: Bool = false) -> MatterAction {
        .revisit(RevisitTry(day: day, channel: channel, wasReached: reached), note: "")
    }
}

extension Life {
    /// A matter brought to a state by the acts of people, the shortest way.
    static func at(_ state: MatterState) throws -> Life {
        var life = try Life()
        try life.bring(to: state)
        return life
    }

    /// From `registered`, or from where the way already led.
    mutating func bring(to state: MatterState) throws {
        switch state {
        case .registered: break
        case .answeredOnSpot: try act(Say.onSpot(), as: .deputy)
        case .accepted: try from(.registered, Say.triage(), .accept, as: .head)
        case .submittedUp:
            try from(.accepted, .elevate(to: .county, reason: Say.reason, skip: nil), as: .assigningOffice)
        case .assigned: try assign()
        case .objected: try from(.assigned, .object(reason: Say.reason), as: .leadHandler)
        case .inHandling: try from(.assigned, .takeUp, as: .leadHandler)
        case .replied: try from(.inHandling, Say.reply(), as: .leadHandler)
        case .promised:
            try from(.inHandling, Say.reply(.planned, promised: today.adding(days: 40)), as: .leadHandler)
            try passAndDeliver()
        case .answered:
            try bring(to: .replied)
            try passAndDeliver()
        case .rated: try from(.answered, .rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)
        case .rework: try from(.rated, .orderRework(reason: Say.reason), as: .assigningOffice)
        case .jointReview: try disappointTwice()
        case .contested: try from(.rejected, .contest(reason: Say.reason), as: .reporter)
        case .referred: try from(.registered, Say.triage(.personal, .refer), .refer(reason: Say.reason), as: .head)
        case .redirected: try from(.registered, Say.triage(.personal, .redirect), Say.redirect, as: .head)
        case .rejected: try from(.registered, Say.triage(.personal, .reject), .reject(reason: Say.reason), as: .head)
        case .merged: try from(.registered, Say.triage(.common, .merge), Life.merger(), as: .head)
        case .withdrawn: try from(.accepted, .withdraw(reason: ""), as: .reporter)
        case .closed:
            try from(.answered, .rate(.satisfied, source: .ownHand, comment: ""), as: .reporter)
            try act(.close, as: .assigningOffice)
        }
    }

    mutating func passAndDeliver() throws {
        try act(.passCheck(note: ""), as: .supervisor)
        try act(.deliver(.phone, words: ""), as: .clerk)
    }

    /// Into a matter that has been accepted.
    static func merger() throws -> MatterAction {
        var lead = try Life(id: 2)
        try lead.bring(to: .accepted)
        return .merge(into: LeadMatter(lead.matter), reason: Say.reason)
    }

    private mutating func from(_ state: MatterState, _ actions: MatterAction..., as relation: Relation) throws {
        try bring(to: state)
        for action in actions { try act(action, as: relation) }
    }

    private mutating func assign() throws {
        try bring(to: .accepted)
        try act(Say.deputy(), as: .head)
        try act(Say.assign(organ(LifecycleGround.townGovernment)), as: .assigningOffice)
    }

    private mutating func disappointTwice() throws {
        try bring(to: .rework)
        try act(Say.reply(), as: .leadHandler)
        try passAndDeliver()
        try act(.rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)
        try act(.conveneJointReview(plan: Say.reason), as: .assigningOffice)
    }
}
