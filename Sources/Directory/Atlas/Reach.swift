import Domain

/// When somebody at a place can be reached: spans of time, one or more for each person in an office.
package struct Reach: Hashable, Sendable {
    /// From the first moment to before the second; `Instant(ms: .max)` for a verified telephone without an end.
    private(set) var spans: [Range<Instant>] = []

    mutating func add(_ span: Range<Instant>) {
        if !span.isEmpty { spans.append(span) }
    }

    /// Until when somebody can be reached who can be reached now; nil when nobody can.
    package func until(at now: Instant) -> Instant? {
        spans.filter { $0.contains(now) }.map(\.upperBound).max()
    }
}

extension Instant {
    /// Later than anything: a verified telephone does not run out.
    package static let never = Instant(ms: .max)
}

/// Who can be reached at every place, after `lifecycle.md`: an active grant there, and a verified telephone or a
/// sign-in within some days. `silence moves the matter on` only works if this is right.
struct ReachTable: Sendable {
    private(set) var organs: [OrganID: Reach] = [:]
    private(set) var heads: [StationID: Reach] = [:]
    private(set) var clerks: [StationID: Reach] = [:]

    /// Example: granted from 1 March without end, no verified telephone, signed in on 1 May at noon, 60 days:
    /// reachable from 1 March to 30 June at noon.
    mutating func add(
        role: Role, organ: OrganID?, station: StationID?, from: Day, to: Day?, phoneVerifiedAt: Instant?,
        lastSignIn: Instant?, signInDays: Int
    ) {
        var reach = Reach()
        let granted = from.start..<max(from.start, to.map { $0.adding(days: 1).start } ?? .never)
        if let verified = phoneVerifiedAt {
            reach.add(granted.clamped(to: verified..<max(verified, .never)))
        }
        if let signedIn = lastSignIn {
            // Somebody who signed in lately could have been reached before that, too.
            let end = signedIn.adding(seconds: Int64(signInDays) * 86_400)
            reach.add(granted.clamped(to: Instant(ms: .min)..<end))
        }
        if let organ { organs[organ, default: Reach()].add(reach) }
        if let station, role == .stationHead { heads[station, default: Reach()].add(reach) }
        if let station, role == .stationClerk { clerks[station, default: Reach()].add(reach) }
    }
}

extension Reach {
    fileprivate mutating func add(_ other: Reach) {
        for span in other.spans { add(span) }
    }
}
