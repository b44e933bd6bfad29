/// What a message is about. Its text is a template of the area, found by this name; stored, so never renamed.
package enum MessageKind: String, CaseIterable, Sendable {
    // To the reporter.
    case receipt, accepted, merged, assigned, submittedUp, dateStated, delayed, overdue, answered, promiseDue
    case revisitAsked, referred, redirected, rejected, closed
    // To the supervising deputy, the handler, the holder, the level above.
    case supervisorNamed, supervisorWaits, handlerAssigned, handlerDueSoon, handlerDueToday, handlerOverdue
    case holderWaits, silencePassed
    /// Something was done in somebody's name from paper or a call; she may dispute it.
    case doneOnYourBehalf
    // Followers and clubs of them.
    case followConfirm, followedNews
    // Receptions and bookings.
    case receptionSoon, bookingRequested, bookingConfirmed, bookingSoon, bookingCancelled
    // Codes and links.
    case signInCode, addressCode, oneTimeLink
    /// The morning's list of what is stuck, to whoever looks after an area.
    case stuckList
}
