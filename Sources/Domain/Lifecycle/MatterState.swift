/// Where a matter stands (事项状态). Closed: a new state makes the compiler list every place that must answer for it.
package enum MatterState: String, CaseIterable, Sendable {
    case registered, answeredOnSpot, accepted, submittedUp, assigned, objected, inHandling, replied, promised
    case answered, rated, rework, jointReview, contested, referred, redirected, rejected, merged, withdrawn, closed

    /// Nothing is owed any more: no holder, no clock.
    package var isFinal: Bool { self == .withdrawn || self == .closed }

    /// Being worked on by a handling organ.
    package var isWithHandler: Bool {
        switch self {
        case .assigned, .inHandling, .promised, .rework: true
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .objected, .replied, .answered, .rated,
            .jointReview, .contested, .referred, .redirected, .rejected, .merged, .withdrawn, .closed:
            false
        }
    }

    /// The states an act may lead to from here, apart from staying. A change outside this list is a fault in the rules.
    /// Handlers who can no longer be reached put it back to the office like an objection, from wherever it is.
    package var leadsTo: Set<MatterState> {
        switch self {
        case .registered: [.answeredOnSpot, .accepted, .merged, .referred, .redirected, .rejected, .withdrawn]
        case .answeredOnSpot: [.rated, .closed, .accepted]
        case .accepted: [.assigned, .submittedUp, .withdrawn]
        case .submittedUp: [.assigned, .accepted, .withdrawn]
        case .assigned: [.inHandling, .objected, .withdrawn]
        case .objected: [.assigned, .inHandling, .withdrawn]
        case .inHandling: [.replied, .objected, .withdrawn]
        case .replied: [.answered, .promised, .inHandling]
        case .promised: [.replied, .inHandling, .objected]
        case .answered: [.rated, .closed]
        case .rated: [.closed, .rework, .jointReview]
        case .rework: [.replied, .objected]
        case .jointReview: [.inHandling, .closed]
        case .contested: [.accepted, .closed]
        case .referred: [.closed]
        case .redirected, .rejected: [.contested, .closed]
        case .merged: [.registered, .rated, .closed]
        case .closed: [.contested]
        case .withdrawn: []
        }
    }
}
