extension Telling {
    /// What the reporter of a merged matter (并案) hears of what her matter's lead was told: who has it, by when, that it
    /// takes longer. Of the answer she hears by her own, of a promise once that was given to her; nil for all else.
    ///
    /// Example: two speak of one street lamp. The lead is assigned until 2026-05-27: both hear 「assigned」 with that day.
    package func passedOn(to member: Matter) -> Telling? {
        guard to == .reporter, member.state == .merged else { return nil }
        let isPromise = clock?.kind == .promise
        switch kind {
        case .accepted, .submittedUp, .assigned, .dateStated, .delayed, .overdue, .promiseDue:
            let hasPromise = member.answering.isDelivered && member.answering.grade == nil
            return (isPromise ? hasPromise : member.clock(.asLead) != nil) ? self : nil
        case .receipt, .merged, .answered, .revisitAsked, .referred, .redirected, .rejected, .closed,
            .supervisorNamed, .supervisorWaits, .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue,
            .holderWaits, .silencePassed:
            return nil
        }
    }
}
