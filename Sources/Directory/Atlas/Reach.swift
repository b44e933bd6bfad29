import Domain

/// When somebody at a place can be reached: by a verified telephone as long as the office lasts, or for some days after
/// a sign-in. How many days is a policy, so it is asked on the day in question and not when this was read.
package struct Reach: Hashable, Sendable {
    private struct SignIn: Hashable {
        var granted: Range<Instant>
        var at: Instant
    }

    /// From the first moment to before the second; `Instant.never` where the office has no end.
    private var verified: [Range<Instant>] = []
    private var signIns: [SignIn] = []

    mutating func add(verified span: Range<Instant>) {
        if !span.isEmpty { verified.append(span) }
    }

    mutating func add(signIn at: Instant, granted: Range<Instant>) {
        signIns.append(SignIn(granted: granted, at: at))
    }

    /// Until when somebody can be reached who can be reached now; nil when nobody can.
    ///
    /// Example: granted from 1 March without end, no verified telephone, signed in on 1 May at noon, 60 days:
    /// reachable from 1 March to 30 June at noon.
    func until(at now: Instant, signInDays: @autoclosure () -> Int) -> Instant? {
        let byTelephone = verified.filter { $0.contains(now) }.map(\.upperBound).max()
        if signIns.isEmpty || byTelephone == .never { return byTelephone }
        let seconds = Int64(signInDays()) * 86_400
        let bySignIn = signIns.compactMap { signIn -> Instant? in
            // Somebody who signed in lately could have been reached before that, too.
            let end = min(signIn.granted.upperBound, signIn.at.adding(seconds: seconds))
            return signIn.granted.lowerBound <= now && now < end ? end : nil
        }
        return (bySignIn + [byTelephone].compactMap(\.self)).max()
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
    /// Who they are, reachable or not: read with the rest because it changes with it.
    var staff = StaffTable()

    mutating func add(
        role: Role, organ: OrganID?, station: StationID?, from: Day, to: Day?, phoneVerifiedAt: Instant?,
        lastSignIn: Instant?
    ) {
        let granted = from.start..<max(from.start, to.map { $0.adding(days: 1).start } ?? .never)
        func add(to reach: inout Reach) {
            if let verified = phoneVerifiedAt {
                reach.add(verified: granted.clamped(to: verified..<max(verified, .never)))
            }
            if let lastSignIn { reach.add(signIn: lastSignIn, granted: granted) }
        }
        if let organ { add(to: &organs[organ, default: Reach()]) }
        if let station, role == .stationHead { add(to: &heads[station, default: Reach()]) }
        if let station, role == .stationClerk { add(to: &clerks[station, default: Reach()]) }
    }
}
