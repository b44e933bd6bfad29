/// An act with everything it needs. Free text is checked here and kept by the record.
package enum MatterAction: Hashable, Sendable {
    case remark(String)
    case withdraw(reason: String)
    case contest(reason: String)
    case rate(Grade, source: RatingSource, comment: String)
    case support
    case reportRelapse(next: MatterID, words: String)

    case triage(Triage, note: String)
    case answerOnSpot(SpotAnswer)
    case accept
    case merge(into: LeadMatter, reason: String)
    case unmerge(reason: String)
    case refer(reason: String)
    case redirect(Redirection)
    case reject(reason: String)
    case notify(Channel)

    case nameSupervisor(Candidate)
    case declineSupervision(reason: String)

    case elevate(to: Level, reason: String, skip: SkipGround?)
    case returnDown(reason: String)
    case assign(Assignment)
    case subAssign(to: OrganPlace, note: String)
    case decideObjection(ObjectionDecision, reason: String)
    case decideExtension(isGranted: Bool, reason: String)

    case takeUp
    case object(reason: String)
    case stateDate(Day)
    case askExtension(until: Day, reason: String)
    case reply(HandlerReply)
    /// `organ` is the co-handler that speaks; nil where there is only one.
    case giveOpinion(words: String, organ: OrganID? = nil)
    case seeReporter(reason: String)

    case passCheck(note: String)
    case returnReply(reason: String)
    case deliver(Channel, words: String)
    case revisit(RevisitTry, note: String)

    case orderRework(reason: String)
    case conveneJointReview(plan: String)
    case concludeJointReview(JointReviewResult, words: String)
    case decideContest(ContestDecision, reason: String)
    case close
    case archive

    case setReferralDeadline(Day)
    case recordReferralReply(words: String)

    /// Again for a published one: with its answer, or put right. The answer may be empty while there is none.
    case publish(title: String, summary: String, answer: String)
    case unpublish(reason: String)

    case remind(ClockKind)
    case markOverdue(ClockKind)
    case passSilence
    case recompute
    case moveUnreachable

    package var act: Act {
        switch self {
        case .remark: .remark
        case .withdraw: .withdraw
        case .contest: .contest
        case .rate: .rate
        case .support: .support
        case .reportRelapse: .reportRelapse
        case .triage: .triage
        case .answerOnSpot: .answerOnSpot
        case .accept: .accept
        case .merge: .merge
        case .unmerge: .unmerge
        case .refer: .refer
        case .redirect: .redirect
        case .reject: .reject
        case .notify: .notify
        case .nameSupervisor: .nameSupervisor
        case .declineSupervision: .declineSupervision
        case .elevate: .elevate
        case .returnDown: .returnDown
        case .assign: .assign
        case .subAssign: .subAssign
        case .decideObjection: .decideObjection
        case .decideExtension: .decideExtension
        case .takeUp: .takeUp
        case .object: .object
        case .stateDate: .stateDate
        case .askExtension: .askExtension
        case .reply: .reply
        case .giveOpinion: .giveOpinion
        case .seeReporter: .seeReporter
        case .passCheck: .passCheck
        case .returnReply: .returnReply
        case .deliver: .deliver
        case .revisit: .revisit
        case .orderRework: .orderRework
        case .conveneJointReview: .conveneJointReview
        case .concludeJointReview: .concludeJointReview
        case .decideContest: .decideContest
        case .close: .close
        case .archive: .archive
        case .setReferralDeadline: .setReferralDeadline
        case .recordReferralReply: .recordReferralReply
        case .publish: .publish
        case .unpublish: .unpublish
        case .remind: .remind
        case .markOverdue: .markOverdue
        case .passSilence: .passSilence
        case .recompute: .recompute
        case .moveUnreachable: .moveUnreachable
        }
    }
}

/// 当场答复: the words said, and that the person was content to leave it there (row 46).
package struct SpotAnswer: Hashable, Sendable {
    package var words: String
    package var hasConsent: Bool
    package var commonality: Triage.Commonality
    package var category: Category

    package init(words: String, hasConsent: Bool, commonality: Triage.Commonality, category: Category) {
        self.words = words
        self.hasConsent = hasConsent
        self.commonality = commonality
        self.category = category
    }
}

/// The matter into which another is merged, as far as the rules must know it.
package struct LeadMatter: Hashable, Sendable {
    package var id: MatterID
    package var state: MatterState
    package var holder: Holder?
    package var mainClock: Clock?
    package var lowestLevel: Level
    /// Its own lead, when it is itself merged.
    package var lead: MatterID?

    package init(_ matter: Matter) {
        id = matter.id
        state = matter.state
        holder = matter.holder
        mainClock = matter.mainClock
        lowestLevel = matter.lowestLevel
        lead = matter.lead
    }
}

/// 告知其他渠道: where to go, whom to call, what to bring.
package struct Redirection: Hashable, Sendable {
    package var place: String
    package var address: String
    package var telephone: String
    package var bring: String

    package init(place: String, address: String, telephone: String, bring: String) {
        self.place = place
        self.address = address
        self.telephone = telephone
        self.bring = bring
    }
}

/// A deputy who may supervise, with what would stand in the way.
package struct Candidate: Hashable, Sendable {
    package var person: PersonID
    /// Has a mandate at this station.
    package var belongsToStation: Bool
    package var organsLed: Set<OrganID>
    package var isKin: Bool
    package var isParty: Bool

    package init(
        person: PersonID, belongsToStation: Bool, organsLed: Set<OrganID> = [], isKin: Bool = false,
        isParty: Bool = false
    ) {
        self.person = person
        self.belongsToStation = belongsToStation
        self.organsLed = organsLed
        self.isKin = isKin
        self.isParty = isParty
    }
}

/// Why a level may be skipped.
package enum SkipGround: String, CaseIterable, Sendable {
    case emergency, conflictOfInterest
}

/// 交办: lead and co-handlers.
package struct Assignment: Hashable, Sendable {
    package var lead: OrganPlace
    package var coHandlers: [OrganPlace]
    package var isWide: Bool
    package var note: String

    package init(lead: OrganPlace, coHandlers: [OrganPlace] = [], isWide: Bool = false, note: String = "") {
        self.lead = lead
        self.coHandlers = coHandlers
        self.isWide = isWide
        self.note = note
    }
}

package enum ObjectionDecision: Hashable, Sendable {
    case reassign(OrganPlace)
    case uphold
}

/// 复核决定.
package enum ContestDecision: String, CaseIterable, Sendable {
    case takeUp, uphold
    /// It had been found personal, and the office above finds it common.
    case takeUpAsCommon
}

package enum JointReviewResult: String, CaseIterable, Sendable {
    case newPlan, explained
}

/// 办理答复: what was done, by when, on what basis, or why not; signed by the head of the unit.
package struct HandlerReply: Hashable, Sendable {
    package var outcome: Outcome
    package var done: String
    /// For 「不能解决」: the reason, and the basis in law or policy (row 52).
    package var reason: String
    package var basis: String
    package var promisedOn: Day?
    package var signer: String

    package init(
        outcome: Outcome, done: String, reason: String = "", basis: String = "", promisedOn: Day? = nil,
        signer: String
    ) {
        self.outcome = outcome
        self.done = done
        self.reason = reason
        self.basis = basis
        self.promisedOn = promisedOn
        self.signer = signer
    }
}
