import Domain

/// Everything that can stand in the record of a matter. Closed, so that a new event makes the compiler ask what each
/// reader is told of it.
enum MatterEvent: String, CaseIterable, Sendable {
    case registered, remarked, withdrawn, contested, rated, supported, relapsed
    case triaged, answeredOnSpot, accepted, merged, unmerged, followed, referred, redirected, rejected, notified
    case supervisorNamed, supervisionDeclined
    case submittedUp, returnedDown, assigned, subAssigned, objectionDecided, extensionDecided
    case takenUp, objected, dateStated, extensionAsked, replied, opinionGiven, contactSeen
    case replyChecked, replyReturned, delivered, revisited
    case reworkOrdered, jointReviewConvened, jointReviewConcluded, contestDecided, closed, archived
    case referralDeadlineSet, referralReplied, published, unpublished
    case slipReissued
    case disputed, disputeDecided
    case reminded, overdue, rightEnded, silencePassed, recomputed, holderMoved
}

/// Who is told what was said in an event. The event itself may be told to more people than its texts.
enum TextAudience: Sendable {
    /// Everybody who may know of the matter.
    case everybody
    /// Offices, stations and handlers: not the resident.
    case offices
    /// The station and the offices over it: neither the resident nor a handling organ.
    case inside
}

extension MatterEvent {
    /// The reasons between offices stay between them; what is decided about a resident's request is told with its
    /// reason. A reply is the resident's only with its delivery, after somebody checked it.
    var textAudience: TextAudience {
        switch self {
        case .registered, .remarked, .withdrawn, .contested, .rated, .relapsed, .answeredOnSpot, .referred,
            .redirected, .rejected, .contactSeen, .delivered, .submittedUp, .jointReviewConcluded, .contestDecided,
            .referralReplied, .published, .extensionDecided:
            .everybody
        case .objected, .objectionDecided, .assigned, .subAssigned, .extensionAsked, .replied, .opinionGiven,
            .replyReturned, .reworkOrdered, .jointReviewConvened, .returnedDown, .notified, .takenUp, .dateStated,
            .disputed, .disputeDecided:
            .offices
        case .triaged, .accepted, .merged, .unmerged, .followed, .supervisorNamed, .supervisionDeclined,
            .replyChecked, .revisited, .closed, .archived, .referralDeadlineSet, .unpublished, .supported, .reminded,
            .slipReissued, .overdue, .rightEnded, .silencePassed, .recomputed, .holderMoved:
            .inside
        }
    }
}
