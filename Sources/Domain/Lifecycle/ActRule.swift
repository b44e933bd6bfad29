/// In which states an act is possible and for whom: the closed table of who may do what when.
package struct ActRule: Sendable {
    package var states: Set<MatterState>
    package var relations: Set<Relation>

    init(_ states: Set<MatterState>, _ relations: Set<Relation>) {
        self.states = states
        self.relations = relations
    }

    static let open = Set(MatterState.allCases).subtracting([.withdrawn, .closed])
    static let station: Set<Relation> = [.clerk, .head, .deputy, .supervisor, .liaisonOfficer]
    /// A clerk writes for a handler from a stamped letter (document number and signer said).
    static let handlerOrLetter: Set<Relation> = [.leadHandler, .clerk]
}

extension Act {
    package var rule: ActRule {
        switch self {
        case .remark: ActRule(ActRule.open, ActRule.station.union([.reporter]))
        case .withdraw:
            ActRule(
                [.registered, .accepted, .submittedUp, .assigned, .objected, .inHandling],
                [.reporter, .clerk, .deputy, .supervisor, .liaisonOfficer]
            )
        case .contest:
            ActRule([.redirected, .rejected, .closed], [.reporter, .clerk, .deputy, .supervisor, .liaisonOfficer])
        case .rate:
            ActRule(
                [.answered, .answeredOnSpot, .promised, .merged],
                ActRule.station.union([.reporter, .assigningOffice, .officeAbove])
            )
        case .support: ActRule(ActRule.open.subtracting([.referred]), [.visitor, .reporter, .clerk, .liaisonOfficer])
        case .reportRelapse: ActRule([.closed], [.reporter, .clerk, .deputy, .supervisor, .liaisonOfficer])
        case .triage: ActRule([.registered], [.clerk, .head])
        case .answerOnSpot: ActRule([.registered], [.deputy, .head])
        case .accept, .merge, .refer, .redirect, .reject: ActRule([.registered], [.head])
        case .unmerge: ActRule([.merged], [.head])
        case .notify: ActRule([.accepted, .submittedUp, .assigned, .inHandling, .referred, .redirected, .rejected],
                              [.clerk, .head, .supervisor, .petitionOffice])
        case .nameSupervisor:
            ActRule([.accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .promised, .answered, .rework],
                    [.head])
        case .declineSupervision:
            ActRule([.accepted, .submittedUp, .assigned, .objected, .inHandling, .replied], [.supervisor])
        case .elevate: ActRule([.accepted, .submittedUp], [.assigningOffice])
        case .returnDown: ActRule([.submittedUp], [.assigningOffice])
        case .assign: ActRule([.accepted, .submittedUp], [.assigningOffice])
        case .subAssign: ActRule([.assigned, .inHandling], [.distributor])
        case .decideObjection: ActRule([.objected], [.assigningOffice])
        case .decideExtension: ActRule([.inHandling, .rework], [.assigningOffice])
        case .takeUp: ActRule([.assigned], ActRule.handlerOrLetter)
        case .object: ActRule([.assigned], ActRule.handlerOrLetter)
        case .stateDate: ActRule([.inHandling, .rework], ActRule.handlerOrLetter)
        case .askExtension: ActRule([.inHandling, .rework], ActRule.handlerOrLetter)
        case .reply: ActRule([.inHandling, .promised, .rework], ActRule.handlerOrLetter)
        case .giveOpinion: ActRule([.assigned, .inHandling, .rework], [.coHandler])
        case .seeReporter: ActRule([.assigned, .inHandling, .promised, .rework], [.leadHandler])
        case .passCheck, .returnReply: ActRule([.replied], [.supervisor, .head])
        case .deliver: ActRule([.replied, .merged], [.supervisor, .clerk])
        case .revisit:
            ActRule([.answered, .answeredOnSpot, .promised, .merged], [.supervisor, .clerk, .liaisonOfficer])
        case .orderRework, .conveneJointReview: ActRule([.rated], [.assigningOffice])
        case .concludeJointReview: ActRule([.jointReview], [.assigningOffice])
        case .decideContest: ActRule([.contested], [.assigningOffice])
        case .close:
            ActRule([.rated, .answered, .answeredOnSpot, .merged, .redirected, .rejected], [.assigningOffice, .system])
        case .archive: ActRule([.closed], [.assigningOffice, .system])
        case .setReferralDeadline, .recordReferralReply: ActRule([.referred], [.petitionOffice])
        case .publish, .unpublish:
            ActRule(Set(MatterState.allCases).subtracting([.referred, .withdrawn]), [.head])
        case .remind, .markOverdue, .recompute: ActRule(ActRule.open, [.system])
        case .passSilence: ActRule(ActRule.open.subtracting([.rated]), [.system])
        case .moveUnreachable: ActRule(ActRule.open.subtracting([.merged]), [.system])
        }
    }
}
