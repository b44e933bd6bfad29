import Domain
import Web

/// Everything the forms of one matter need to know, looked up once for the page.
struct FormGround: Sendable {
    var matter: Matter
    var relations: Set<Relation>
    /// In order of likelihood.
    var acts: [Act]
    /// What is expected of this person now; its form stands open.
    var next: Act?
    /// The office that decides on it, in whose words its forms speak.
    var office: Wording?
    var today: Day
    /// The last day of the time the handler has.
    var lastDay: Day?
    /// Organs it may be assigned to, whom somebody can be reached at.
    var handlers: [Choice] = []
    /// What the routing catalogue proposes of them.
    var proposedHandler: String?
    /// Organs it may be passed on to.
    var receivers: [Choice] = []
    var proposedReceiver: String?
    /// Matters that are much the same, into which this one may be merged.
    var leads: [SimilarMatter] = []
    /// Deputies who may supervise.
    var deputies: [Choice] = []
    var levels: [Level] = []
    /// Proposed words for the public page; whoever publishes reads and changes them.
    var summary: SummaryProposal?
    /// What this place calls the classes of answers.
    var outcomeLabels: [Outcome: String] = [:]
    /// 答复模板 that fit, and the one that was asked for, its places filled.
    var templates: [AnswerTemplate] = []
    var filledReply = ""
    var leastReason = 1
    var leastReply = 1

    func shows(_ some: Act...) -> Bool { acts.contains { some.contains($0) } }

    /// Takes away an act that has nothing to choose from; another becomes the next one.
    mutating func drop(_ act: Act, for other: Act) {
        acts.removeAll { $0 == act }
        if next == act { next = acts.contains(other) ? other : nil }
    }

    /// A clerk writes for the handler, from a stamped letter.
    func needsLetter(_ act: Act) -> Bool {
        act.isHandlers && relations.intersection(act.rule.relations) == [.clerk]
    }

    /// A handler answers for itself, and may have sent a stamped letter too.
    func mayHaveLetter(_ act: Act) -> Bool {
        act == .reply && relations.contains(.leadHandler)
    }

    /// A clerk writes for the supervising deputy, from a call, a letter or a paper.
    func needsDeputysWord(_ act: Act) -> Bool {
        act.isDeputysAlone && relations.contains(.clerk) && !relations.contains(.supervisor)
            && !matter.isCheckedBy(head: relations)
    }

    /// What a clerk does of her own, but may also write down as the deputy's.
    func mayBeDeputys(_ act: Act) -> Bool {
        Act.deputysOnBehalf.contains(act) && !act.isDeputysAlone && matter.supervisor != nil
            && relations.contains(.clerk) && !relations.contains(.supervisor)
    }

    /// Folded away below what is one's own to do.
    func isForAnother(_ act: Act) -> Bool { needsLetter(act) || needsDeputysWord(act) }

    /// Staff who act for the reporter say how they heard it.
    func needsHearing(_ act: Act) -> Bool {
        act.isReporters && !relations.contains(.reporter)
    }

    /// As whom a rating can be entered; more than one is asked.
    var ratingSources: [RatingSource] {
        let isHandling = !relations.isDisjoint(with: [.leadHandler, .coHandler, .distributor])
        guard !isHandling else { return [] }
        let told: [RatingSource] = relations.isDisjoint(with: ActRule.station) ? [] : [.toldToStaff]
        let called: [RatingSource] = relations.isDisjoint(with: [.officeAbove, .assigningOffice]) ? [] : [.callBack]
        return told + called
    }
}
