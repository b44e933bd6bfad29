/// 公函: who may write which paper about a matter, and when. By relation, like the acts; a petition has papers of its
/// own (信访事项转送单).
///
/// The station writes to the reporter, because only the station knows her; the office that assigned writes to the
/// handler. An office above may urge and order supervision (催办、督办), it does not assign over another's head.
package struct LetterRule: Sendable {
    package let states: Set<MatterState>
    package let relations: Set<Relation>

    fileprivate static let toReporter: Set<Relation> = [.clerk, .head]
    fileprivate static let urging: Set<Relation> = [.assigningOffice, .officeAbove]
    fileprivate static let withHandler = Set(MatterState.allCases.filter(\.isWithHandler))
}

extension Letter {
    /// Handed or sent to the one who spoke; the others go to an organ, which must not learn who that was.
    package var goesToReporter: Bool {
        switch self {
        case .receipt, .acceptance, .answer, .redirection, .rejection, .petitionNotice: true
        case .assignment, .elevation, .returnDown, .objection, .extensionRequest, .reply, .coHandlerOpinion,
            .petitionSlip, .urging, .supervisionOrder:
            false
        }
    }

    /// Nil for papers that are not written here: they are forms of acts, or come from outside.
    package var rule: LetterRule? {
        switch self {
        case .receipt:
            LetterRule(states: ActRule.open.subtracting([.referred]), relations: LetterRule.toReporter)
        case .acceptance:
            LetterRule(
                states: [.accepted, .submittedUp, .assigned, .objected, .inHandling], relations: LetterRule.toReporter)
        case .answer:
            LetterRule(
                states: [.answeredOnSpot, .replied, .promised, .answered, .rated, .closed],
                relations: LetterRule.toReporter.union([.supervisor]))
        case .redirection: LetterRule(states: [.redirected], relations: LetterRule.toReporter)
        case .rejection: LetterRule(states: [.rejected], relations: LetterRule.toReporter)
        case .assignment: LetterRule(states: LetterRule.withHandler, relations: [.assigningOffice])
        case .urging, .supervisionOrder: LetterRule(states: LetterRule.withHandler, relations: LetterRule.urging)
        case .petitionNotice, .elevation, .returnDown, .objection, .extensionRequest, .reply, .coHandlerOpinion,
            .petitionSlip:
            nil
        }
    }
}

extension Matter {
    /// The papers somebody so related may write about it now.
    package func letters(for relations: Set<Relation>) -> [Letter] {
        Letter.allCases.filter { mayWrite($0, relations) }
    }

    /// An answer is written once somebody checked it, or once it was given.
    package func mayWrite(_ letter: Letter, _ relations: Set<Relation>) -> Bool {
        guard view(for: relations) == .full, let rule = letter.rule, rule.states.contains(state),
            !rule.relations.isDisjoint(with: relations)
        else { return false }
        switch letter {
        case .answer: return state != .replied || answering.isReplyChecked
        case .assignment, .urging, .supervisionOrder: return handling.lead != nil
        case .receipt, .acceptance, .redirection, .rejection, .petitionNotice, .elevation, .returnDown, .objection,
            .extensionRequest, .reply, .coHandlerOpinion, .petitionSlip:
            return true
        }
    }

    /// Who may read a paper that was written: those who may know the reporter where it went to her; else the station,
    /// the offices, and the organ it went to.
    package func mayRead(_ letter: Letter, _ relations: Set<Relation>, isAddressee: Bool) -> Bool {
        guard view(for: relations) == .full else { return false }
        if letter.goesToReporter { return showsReporter(to: relations, mayBeNamed: false) && !isOnlyHers(relations) }
        let inside: Set<Relation> = [
            .clerk, .head, .deputy, .supervisor, .assigningOffice, .officeAbove, .reader, .system,
        ]
        return isAddressee || !relations.isDisjoint(with: inside)
    }

    /// The reporter has hers on paper.
    private func isOnlyHers(_ relations: Set<Relation>) -> Bool { relations == [.reporter] }
}
