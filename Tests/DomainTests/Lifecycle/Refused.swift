@testable import Domain

/// One refusal: where the matter stands, what happened to it, and what somebody tries all the same.
struct Refused: Sendable {
    var code: String
    var from: MatterState?
    var relation: Relation
    var prepare: @Sendable (inout Life) throws -> Void
    var action: @Sendable (Life) throws -> MatterAction

    static let examples = intake + assigning + handling + answering + closing

    fileprivate static func no(
        _ code: String, _ from: MatterState, _ relation: Relation, _ action: MatterAction,
        after prepare: @escaping @Sendable (inout Life) throws -> Void = { _ in }
    ) -> Refused {
        Refused(code: code, from: from, relation: relation, prepare: prepare, action: { _ in action })
    }

    fileprivate static func no(
        _ code: String, _ from: MatterState, _ relation: Relation,
        after prepare: @escaping @Sendable (inout Life) throws -> Void = { _ in },
        _ action: @escaping @Sendable (Life) throws -> MatterAction
    ) -> Refused {
        Refused(code: code, from: from, relation: relation, prepare: prepare, action: action)
    }
}

private typealias Change = @Sendable (inout Life) throws -> Void

private func did(_ relation: Relation, _ actions: MatterAction...) -> Change {
    { life in for action in actions { try life.act(action, as: relation) } }
}

private func gone(_ places: Int64...) -> Change {
    { life in life.unreachable.formUnion(places) }
}

extension Refused {
    private static let intake: [Refused] = [
        no("not-yours", .registered, .visitor, .accept),
        no("not-now", .closed, .head, .accept),
        no("no-triage", .registered, .head, .accept),
        no("no-triage", .registered, .head, .publish(title: Say.reason, summary: Say.reason, answer: "")),
        no("personal", .registered, .head, .accept, after: did(.clerk, Say.triage(.personal))),
        no("words", .registered, .reporter, .remark("  \n")),
        no("answer", .registered, .deputy) { _ in
            .answerOnSpot(SpotAnswer(words: "好", hasConsent: true, commonality: .common, category: .urban))
        },
        no("no-consent", .registered, .deputy) { _ in
            .answerOnSpot(SpotAnswer(words: Say.reason, hasConsent: false, commonality: .common, category: .urban))
        },
        no("no-reachable-office", .registered, .head, .accept) { life in
            try life.act(Say.triage(), as: .head)
            life.unreachable = Set(LifecycleGround.offices)
        },
        no("no-reachable-office", .registered, .head, .refer(reason: Say.reason)) { life in
            try life.act(Say.triage(.personal, .refer), as: .head)
            life.unreachable = [LifecycleGround.petitionOffice]
        },
        no("bad-lead", .registered, .head, after: did(.head, Say.triage())) { life in
            .merge(into: LeadMatter(life.matter), reason: Say.reason)
        },
        no("bad-lead", .registered, .head, after: did(.head, Say.triage())) { _ in
            .merge(into: LeadMatter(try Life.at(.closed).matter), reason: Say.reason)
        },
        no("no-address", .registered, .head, after: did(.head, Say.triage())) { _ in
            .redirect(Redirection(place: "法院", address: " ", telephone: "0354", bring: "身份证"))
        },
        no("reason", .registered, .head, .reject(reason: "不行"), after: did(.head, Say.triage())),
        no("notice-given", .accepted, .clerk, .notify(.phone), after: did(.clerk, .notify(.phone))),
        no("not-public", .accepted, .visitor, .support),
        no("may-not-be-public", .closed, .head, .publish(title: Say.reason, summary: Say.reason, answer: "")) {
            $0.matter.closure = .petitionAnswered
        },
        no("not-published", .accepted, .head, .unpublish(reason: Say.reason)),
    ]

    private static let assigning: [Refused] = [
        no("no-supervisor", .accepted, .assigningOffice) { Say.assign($0.organ(LifecycleGround.townGovernment)) },
        no(
            "unreachable-handler", .accepted, .assigningOffice,
            after: {
                try $0.act(Say.deputy(), as: .head)
                $0.unreachable = [LifecycleGround.townGovernment]
            }, { Say.assign($0.organ(LifecycleGround.townGovernment)) }),
        no("wrong-handler", .accepted, .assigningOffice, after: did(.head, Say.deputy())) {
            Say.assign($0.organ(LifecycleGround.waterBureau))
        },
        no(
            "conflict-of-interest", .accepted, .assigningOffice,
            after: {
                try $0.act(Say.deputy(), as: .head)
                $0.organsLed = [LifecycleGround.townGovernment]
            }, { Say.assign($0.organ(LifecycleGround.townGovernment)) }),
        no("conflict-of-interest", .accepted, .head) { _ in
            .nameSupervisor(Candidate(person: 9003, belongsToStation: true, isParty: true))
        },
        no("not-of-station", .accepted, .head) { _ in
            .nameSupervisor(Candidate(person: 9003, belongsToStation: false))
        },
        no("decline-over", .accepted, .supervisor, .declineSupervision(reason: Say.reason)) { life in
            try life.act(Say.deputy(), as: .head)
            life.outlast(.supervisorDecline)
        },
        no("skips-level", .accepted, .assigningOffice, .elevate(to: .city, reason: Say.reason, skip: nil)),
        no("not-higher", .accepted, .assigningOffice, .elevate(to: .township, reason: Say.reason, skip: nil)),
        no("no-reachable-office", .accepted, .assigningOffice, .elevate(to: .county, reason: Say.reason, skip: nil)) {
            $0.unreachable = Set(LifecycleGround.offices.dropFirst())
        },
        no("no-lower-office", .accepted, .assigningOffice, .returnDown(reason: Say.reason)),
        no(
            "no-lower-office", .submittedUp, .assigningOffice, .returnDown(reason: Say.reason),
            after: gone(LifecycleGround.presidium)),
    ]

    private static let handling: [Refused] = [
        no("date-past", .inHandling, .leadHandler, .stateDate(Day(2026, 3, 1))),
        no("date-too-late", .inHandling, .leadHandler, .stateDate(Day(2026, 3, 24))),
        no(
            "date-stated", .inHandling, .leadHandler, .stateDate(Day(2026, 3, 5)),
            after: did(.leadHandler, .stateDate(Day(2026, 3, 4)))),
        no("not-longer", .inHandling, .leadHandler, .askExtension(until: Day(2026, 3, 23), reason: Say.reason)),
        no("beyond-cap", .inHandling, .leadHandler, .askExtension(until: Day(2026, 6, 3), reason: Say.reason)),
        no(
            "extension-asked", .inHandling, .leadHandler, .askExtension(until: Day(2026, 4, 2), reason: Say.reason),
            after: did(.leadHandler, .askExtension(until: Day(2026, 4, 1), reason: Say.reason))),
        no("no-extension", .inHandling, .assigningOffice, .decideExtension(isGranted: true, reason: Say.reason)),
        no("no-promise", .inHandling, .leadHandler, Say.reply(.planned)),
        no("date-past", .inHandling, .leadHandler, Say.reply(.inProgress, promised: Day(2026, 3, 2))),
        no("promise-too-far", .inHandling, .leadHandler, Say.reply(.planned, promised: Day(2031, 4, 1))),
        no("no-signer", .inHandling, .leadHandler) { _ in
            .reply(HandlerReply(outcome: .solved, done: Say.done, signer: " "))
        },
        no("done", .inHandling, .leadHandler) { _ in
            .reply(HandlerReply(outcome: .solved, done: "已办", signer: "李建国"))
        },
        no("opinion", .inHandling, .coHandler, .giveOpinion(words: "同意")),
        no("not-now", .inHandling, .coHandler, .giveOpinion(words: Say.reason)),
        no("still-reachable", .inHandling, .system, .moveUnreachable),
        no("not-due", .inHandling, .system, .markOverdue(.handling)),
        no("not-due", .inHandling, .system, .passSilence),
        no("not-now", .inHandling, .system, .remind(.triage)),
    ]

    private static let answering: [Refused] = [
        no("not-checked", .replied, .clerk, .deliver(.phone, words: "")),
        no("checked", .replied, .supervisor, .passCheck(note: ""), after: did(.supervisor, .passCheck(note: ""))),
        no(
            "checked", .replied, .supervisor, .returnReply(reason: Say.reason),
            after: did(.supervisor, .passCheck(note: ""))),
        no("supervisor-first", .replied, .head, .passCheck(note: "")),
        no("returned-once", .replied, .supervisor, .returnReply(reason: Say.reason)) { life in
            try life.act(.returnReply(reason: Say.reason), as: .supervisor)
            try life.act(Say.reply(), as: .leadHandler)
        },
        no("lead-not-answered", .merged, .clerk, .deliver(.phone, words: Say.reason)),
        no("not-delivered", .merged, .reporter, .rate(.satisfied, source: .ownHand, comment: "")) { life in
            life.leadWasAnswered()
        },
        no("notice-given", .merged, .clerk, .deliver(.phone, words: Say.reason)) { life in
            life.leadWasAnswered()
            try life.act(.deliver(.phone, words: Say.reason), as: .clerk)
        },
        no("words", .merged, .clerk, .deliver(.phone, words: "好了")) { $0.leadWasAnswered() },
        no(
            "tried-today", .answered, .clerk, Say.tried(Day(2026, 3, 2)), after: did(.clerk, Say.tried(Day(2026, 3, 2)))
        ),
        no("not-yet", .answered, .clerk, Say.tried(Day(2026, 3, 3))),
        no("try-too-early", .answered, .clerk, Say.tried(Day(2026, 3, 1))),
        no("rating-source", .answered, .clerk, .rate(.satisfied, source: .ownHand, comment: "")),
        no("rating-source", .answered, .reporter, .rate(.satisfied, source: .callBack, comment: "")),
    ]

    private static let closing: [Refused] = [
        no("not-revisited", .answered, .assigningOffice, .close),
        no("dissatisfied", .rated, .assigningOffice, .close),
        no("not-yours", .rated, .head, .close),
        no("not-dissatisfied", .rated, .assigningOffice, .orderRework(reason: Say.reason)) {
            $0.matter.answering.grade = .satisfied
        },
        no("reworked-once", .rated, .assigningOffice, .orderRework(reason: Say.reason)) {
            $0.matter.handling.reworks = 1
        },
        no("rework-first", .rated, .assigningOffice, .conveneJointReview(plan: Say.reason)),
        no("no-handler", .jointReview, .assigningOffice, .concludeJointReview(.newPlan, words: Say.done)) {
            $0.matter.handling.lead = nil
        },
        no("contest-over", .closed, .reporter, .contest(reason: Say.reason)),
        no("contest-over", .rejected, .reporter, .contest(reason: Say.reason)) { life in
            try life.act(.notify(.letter), as: .clerk)
            life.outlast(.contestWindow)
        },
        no("no-notice", .rejected, .head, .close),
        no("not-due", .rejected, .head, .close, after: did(.clerk, .notify(.letter))),
        no("archive-early", .closed, .system, .archive),
        no("not-now", .closed, .system, .archive) { life in
            life.wait(days: 60)
            try life.act(.archive, as: .system)
        },
        no("no-deadline", .referred, .petitionOffice, .recordReferralReply(words: Say.reason)),
        no(
            "no-notice", .referred, .petitionOffice, .recordReferralReply(words: Say.reason),
            after: did(.petitionOffice, .setReferralDeadline(Day(2026, 4, 2)))),
        no("date-past", .referred, .petitionOffice, .setReferralDeadline(Day(2026, 3, 1))),
        no("beyond-petition-cap", .referred, .petitionOffice, .setReferralDeadline(Day(2026, 7, 1))),
    ]
}
