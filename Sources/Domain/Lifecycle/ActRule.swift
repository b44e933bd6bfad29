/// In which states an act is possible and for whom: the closed table of who may do what when.
package struct ActRule: Sendable {
    package let states: Set<MatterState>
    /// Everybody who may do it in at least one of the states.
    package let relations: Set<Relation>
    /// States in which only some of them may.
    private let narrowed: [MatterState: Set<Relation>]
    private let stateSet: CaseSet<MatterState>
    private let relationSet: CaseSet<Relation>

    init(
        _ states: Set<MatterState>, _ relations: Set<Relation>, but narrowed: [MatterState: Set<Relation>] = [:]
    ) {
        self.states = states
        self.relations = relations
        self.narrowed = narrowed
        stateSet = CaseSet(states)
        relationSet = CaseSet(relations)
    }

    /// Who may do it in one state; nobody where the act has no place.
    package func relations(in state: MatterState) -> Set<Relation> {
        states.contains(state) ? narrowed[state] ?? relations : []
    }

    /// Whether anybody so related may do it in a state.
    func allows(_ relations: CaseSet<Relation>, in state: MatterState) -> Bool {
        guard stateSet.contains(state), !relationSet.isDisjoint(with: relations) else { return false }
        return narrowed[state].map { !CaseSet($0).isDisjoint(with: relations) } ?? true
    }

    static let open = Set(MatterState.allCases).subtracting([.withdrawn, .closed])
    package static let station: Set<Relation> = [.clerk, .head, .deputy, .supervisor, .liaisonOfficer]
    /// The reporter, and those who may write down what the reporter says.
    static let reporterOrOnBehalf: Set<Relation> = [.reporter, .clerk, .deputy, .supervisor, .liaisonOfficer]
    /// The head after silence: whoever has the matter must be able to act on it.
    static let supervisorOrStation: Set<Relation> = [.supervisor, .clerk, .head]
    /// A clerk writes down what the supervising deputy said over the telephone or in a letter.
    static let supervisorOrHeard: Set<Relation> = [.supervisor, .clerk]
    /// While somebody may still look after it.
    static let supervised: Set<MatterState> = [
        .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .promised, .answered, .rework,
    ]
    /// A clerk writes for a handler from a stamped letter (document number and signer said).
    static let handlerOrLetter: Set<Relation> = [.leadHandler, .clerk]
}

extension Act {
    package var rule: ActRule { Act.table[self] ?? written }

    /// Every act with its rule, made once.
    static let rules = allCases.map { (act: $0, rule: $0.written) }
    private static let table = Dictionary(uniqueKeysWithValues: rules.map { ($0.act, $0.rule) })

    private var written: ActRule {
        switch self {
        case .remark: ActRule(ActRule.open, ActRule.reporterOrOnBehalf)
        case .withdraw:
            ActRule(
                [.registered, .accepted, .submittedUp, .assigned, .objected, .inHandling], ActRule.reporterOrOnBehalf)
        case .contest: ActRule([.redirected, .rejected, .closed], ActRule.reporterOrOnBehalf)
        case .rate:
            ActRule(
                [.answered, .answeredOnSpot, .promised, .merged],
                ActRule.station.union([.reporter, .assigningOffice, .officeAbove])
            )
        case .support:
            ActRule(ActRule.open.subtracting([.referred]), ActRule.reporterOrOnBehalf.union([.visitor]))
        case .reportRelapse: ActRule([.closed], ActRule.reporterOrOnBehalf)
        case .triage: ActRule([.registered], [.clerk, .head])
        case .answerOnSpot: ActRule([.registered], [.deputy, .head])
        case .accept, .merge, .refer, .redirect, .reject: ActRule([.registered], [.head])
        case .unmerge: ActRule([.merged], [.head])
        case .notify:
            ActRule(
                [
                    .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .referred, .redirected,
                    .rejected,
                ],
                [.clerk, .head, .supervisor, .petitionOffice])
        case .nameSupervisor: ActRule(ActRule.supervised, [.head])
        case .declineSupervision: ActRule(ActRule.supervised, ActRule.supervisorOrHeard)
        // What silence or a contest brought up may be returned too, or a county would have to keep a town's business.
        case .elevate, .returnDown, .assign: ActRule([.accepted, .submittedUp], [.assigningOffice])
        case .subAssign: ActRule([.assigned, .inHandling], [.distributor])
        case .decideObjection: ActRule([.objected], [.assigningOffice])
        case .decideExtension: ActRule([.inHandling, .rework], [.assigningOffice])
        case .takeUp: ActRule([.assigned], ActRule.handlerOrLetter)
        case .object: ActRule([.assigned], ActRule.handlerOrLetter)
        case .stateDate: ActRule([.inHandling, .rework], ActRule.handlerOrLetter)
        case .askExtension: ActRule([.inHandling, .rework], ActRule.handlerOrLetter)
        case .reply: ActRule([.inHandling, .promised, .rework], ActRule.handlerOrLetter)
        case .giveOpinion: ActRule([.assigned, .objected, .inHandling], [.coHandler])
        case .seeReporter: ActRule([.assigned, .inHandling, .promised, .rework], [.leadHandler])
        case .passCheck, .returnReply: ActRule([.replied], ActRule.supervisorOrStation)
        case .deliver: ActRule([.replied, .merged], ActRule.supervisorOrStation)
        case .revisit:
            ActRule(
                [.answered, .answeredOnSpot, .promised, .merged],
                ActRule.supervisorOrStation.union([.liaisonOfficer]))
        case .orderRework, .conveneJointReview: ActRule([.rated], [.assigningOffice])
        case .concludeJointReview: ActRule([.jointReview], [.assigningOffice])
        case .decideContest: ActRule([.contested], [.assigningOffice])
        // What was rated is the office's to close. What was asked in vain is the head's too: answered on the spot or
        // merged there is no office yet, and nobody else could ever end it.
        case .close:
            ActRule(
                [.rated, .answered, .answeredOnSpot, .merged, .redirected, .rejected],
                [.assigningOffice, .head, .system], but: [.rated: [.assigningOffice, .system]])
        case .archive: ActRule([.closed], [.assigningOffice, .system])
        // The clerk writes down the department's letter: not every petition department signs in here.
        case .setReferralDeadline, .recordReferralReply: ActRule([.referred], [.petitionOffice, .clerk])
        case .publish: ActRule(Set(MatterState.allCases).subtracting([.referred, .withdrawn]), [.head])
        case .unpublish: ActRule(Set(MatterState.allCases).subtracting([.referred]), [.head])
        case .remind, .markOverdue, .recompute: ActRule(ActRule.open, [.system])
        case .passSilence: ActRule(ActRule.open.subtracting([.rated]), [.system])
        case .moveUnreachable: ActRule(ActRule.open, [.system])
        }
    }
}
