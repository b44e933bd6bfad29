extension MessageKind {
    /// Whom a message of this kind is written to.
    package enum Audience: Sendable {
        /// Residents: plain words, nothing an office would say.
        case resident
        case staff
    }

    /// Residents' texts must not speak like an office. What may go to either is written for residents.
    package var audience: Audience {
        switch self {
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .answered,
            .promiseDue, .revisitAsked, .referred, .redirected, .rejected, .closed, .doneOnYourBehalf, .followConfirm,
            .followedNews, .receptionSoon, .bookingRequested, .bookingConfirmed, .bookingSoon, .bookingCancelled,
            .signInCode, .addressCode, .oneTimeLink:
            .resident
        case .supervisorNamed, .supervisorWaits, .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue,
            .holderWaits, .silencePassed, .stuckList:
            .staff
        }
    }

    /// Somebody sits before a page and waits for it.
    package var isAlwaysUrgent: Bool { holdsSecret }

    /// What it carries opens something: it is shown to nobody, and forgotten once it has left.
    package var holdsSecret: Bool {
        switch self {
        case .signInCode, .addressCode, .oneTimeLink, .followConfirm: true
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .answered,
            .promiseDue, .revisitAsked, .referred, .redirected, .rejected, .closed, .supervisorNamed, .supervisorWaits,
            .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue, .holderWaits, .silencePassed,
            .doneOnYourBehalf, .followedNews, .receptionSoon, .bookingRequested, .bookingConfirmed, .bookingSoon,
            .bookingCancelled, .stuckList:
            false
        }
    }

    /// After so many seconds it is of no use to anybody.
    var lastsSeconds: Int64? {
        switch self {
        case .signInCode: 600
        case .addressCode: 1800
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .answered,
            .promiseDue, .revisitAsked, .referred, .redirected, .rejected, .closed, .supervisorNamed, .supervisorWaits,
            .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue, .holderWaits, .silencePassed,
            .doneOnYourBehalf, .followConfirm, .followedNews, .receptionSoon, .bookingRequested, .bookingConfirmed,
            .bookingSoon, .bookingCancelled, .oneTimeLink, .stuckList:
            nil
        }
    }
}
