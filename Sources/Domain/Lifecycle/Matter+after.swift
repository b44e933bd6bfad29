extension Matter {
    /// Decides an act: what the matter is afterwards, or why not. Pages, API, timed work and tests all ask here and
    /// nowhere else.
    ///
    /// Example: a head accepts a registered, triaged, common matter on 2026-04-30; it is then `accepted`, held by the
    /// presidium, with 5 working days to assign it (2026-05-11).
    package func after(
        _ action: MatterAction, as relations: Set<Relation>, in around: Surroundings, under rules: Rules,
        at now: Instant
    ) throws(Refusal) -> MatterChange {
        let act = action.act
        guard !act.rule.relations.isDisjoint(with: relations) else { throw .notYours(act) }
        guard act.rule.states.contains(state) else { throw .notNow(act, state) }
        guard !act.rule.relations(in: state).isDisjoint(with: relations) else { throw .notYours(act) }
        var decision = Decision(
            before: self, act: act, relations: relations, around: around, rules: rules, now: now, matter: self,
            event: act.event)
        try decision.apply(action)
        return decision.change()
    }

    /// The acts that make sense now for somebody so related: what the buttons show.
    package func acts(for relations: Set<Relation>, at now: Instant) -> [Act] {
        let mine = CaseSet(relations)
        return Act.rules.lazy
            .filter { act, rule in rule.allows(mine, in: state) && isOpen(to: act, relations, at: now) }
            .map(\.act)
    }

    /// Conditions beyond the table that can be known before the form is filled.
    func isOpen(to act: Act, _ relations: Set<Relation>, at now: Instant) -> Bool {
        switch act {
        case .accept: triage?.commonality == .common
        case .merge, .refer, .redirect, .reject: triage != nil
        case .support: isPublished
        case .contest:
            state != .closed
                ? clock(.contestWindow)?.isOverdue(at: now) != true
                : closure == .explained && timesContested == 0
        case .notify: isNoticeOwed(to: relations)
        case .assign: triage != nil && supervisor != nil
        case .declineSupervision: supervisor != nil && clock(.supervisorDecline)?.isOverdue(at: now) == false
        case .returnDown: level > lowestLevel
        case .decideExtension: if case .asked = handling.extension { true } else { false }
        case .askExtension: handling.extension == .none
        case .stateDate: handling.statedOn == nil
        case .giveOpinion: clocks.contains { $0.kind == .coHandlerOpinion }
        case .passCheck: !answering.isReplyChecked && isChecker(relations)
        case .returnReply: !answering.isReplyChecked && !answering.wasReturned && isChecker(relations)
        case .deliver: clock(.delivery) != nil
        case .revisit, .rate: state != .merged || answering.isDelivered
        case .orderRework: answering.grade == .dissatisfied && handling.reworks == 0 && handling.lead != nil
        case .conveneJointReview:
            answering.grade == .dissatisfied && (handling.reworks > 0 || handling.lead == nil)
        case .close: mayClose(after: 2) && clock(.contestWindow)?.isOverdue(at: now) != false
        case .archive: !isArchived
        case .recordReferralReply: clock(.referralReply) != nil && clock(.referralNotice) == nil
        case .publish: triage != nil && mayBePublic
        // The new matter takes over who spoke; of a petition the station has nothing but the slip.
        case .reportRelapse: showsReporter(to: relations, mayBeNamed: false)
        case .unpublish: isPublished
        case .subAssign: handling.distributor == nil || handling.distributor == handling.lead
        case .remark, .withdraw, .triage, .answerOnSpot, .unmerge, .nameSupervisor, .elevate,
            .decideObjection, .takeUp, .object, .reply, .seeReporter, .concludeJointReview,
            .decideContest, .setReferralDeadline, .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable:
            true
        }
    }

    /// Of a petition nothing is published (row 50), nor of what concerns one household only, nor of what is about the
    /// place's own people: they would read it.
    package var mayBePublic: Bool {
        closure != .petitionAnswered && !isBypassed && triage?.commonality != .personal
    }

    func isNoticeOwed(to relations: Set<Relation>) -> Bool {
        switch state {
        case .referred: clock(.referralNotice) != nil
        case .redirected, .rejected: clock(.redirectNotice) != nil
        case .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied: clock(.reporterNotice) != nil
        case .registered, .answeredOnSpot, .promised, .answered, .rated, .rework, .jointReview, .contested, .merged,
            .withdrawn, .closed:
            false
        }
    }

    /// The supervising deputy checks, or a clerk writes down what she said; the head does when there is none or the
    /// deputy stayed silent.
    func isChecker(_ relations: Set<Relation>) -> Bool {
        relations.contains(.supervisor) || (relations.contains(.clerk) && supervisor != nil)
            || isCheckedBy(head: relations)
    }

    /// Whether the head checks on the station's own account, not in the deputy's name.
    package func isCheckedBy(head relations: Set<Relation>) -> Bool {
        relations.contains(.head) && (onDuty == .head || supervisor == nil)
    }

    /// Rated and content, or tried in vain often enough (row 53).
    func mayClose(after failedTries: Int) -> Bool {
        switch state {
        case .rated: answering.grade != .dissatisfied
        case .answered, .answeredOnSpot, .merged: wasAskedInVain(failedTries)
        case .redirected, .rejected: clock(.contestWindow) != nil
        case .registered, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .promised, .rework,
            .jointReview, .contested, .referred, .withdrawn, .closed:
            false
        }
    }

    /// Asked often enough on different days, and said nothing; or tries since the last talk, none reached, and where
    /// there is no telephone one of them a visit or a second channel. Whoever was reached once and said nothing yet is
    /// asked again.
    func wasAskedInVain(_ times: Int) -> Bool {
        let talks = answering.tries.filter(\.wasReached)
        if Set(talks.map(\.day)).count >= times { return true }
        let failed = answering.tries.suffix(while: { !$0.wasReached })
        guard Set(failed.map(\.day)).count >= times else { return false }
        let channels = Set(failed.map(\.channel))
        return hasTelephone || channels.contains(.visit) || channels.count > 1
    }
}

extension Array {
    /// The elements behind the last one that does not hold.
    fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
        self[((lastIndex { !holds($0) } ?? -1) + 1)...]
    }
}
