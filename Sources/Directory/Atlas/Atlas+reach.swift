import Domain

extension Atlas {
    /// Until when somebody at an organ can be reached; nil when nobody can now.
    package func reachableUntil(organ: OrganID, at now: Instant) -> Instant? {
        reach.organs[organ]?.until(at: now, signInDays: signInDays(at: places.organs[organ]?.division, now))
    }

    /// Until when a head of the station can be reached.
    package func headReachableUntil(station: StationID, at now: Instant) -> Instant? {
        reach.heads[station]?.until(at: now, signInDays: signInDays(at: places.stations[station]?.division, now))
    }

    /// Until when a clerk of the station can be reached.
    package func clerkReachableUntil(station: StationID, at now: Instant) -> Instant? {
        reach.clerks[station]?.until(at: now, signInDays: signInDays(at: places.stations[station]?.division, now))
    }

    /// Until when a station can be reached at all, by its head or its clerk: enough to hold a matter it has already.
    package func reachableUntil(station: StationID, at now: Instant) -> Instant? {
        [headReachableUntil(station: station, at: now), clerkReachableUntil(station: station, at: now)]
            .compactMap(\.self).max()
    }

    /// Whether somebody at the organ can be reached.
    package func isReachable(organ: OrganID, at now: Instant) -> Bool {
        reachableUntil(organ: organ, at: now) != nil
    }

    /// Whether somebody at the station can be reached.
    package func isReachable(station: StationID, at now: Instant) -> Bool {
        reachableUntil(station: station, at: now) != nil
    }

    /// Whether a station takes new matters: its doors are open, and head and clerk can both be reached.
    package func isOpen(_ station: StationID, at now: Instant) -> Bool {
        places.stations[station]?.status == .open
            && headReachableUntil(station: station, at: now) != nil
            && clerkReachableUntil(station: station, at: now) != nil
    }

    /// Whether a sign-in under these grants has to be told to every process at once: nobody could be reached in the
    /// office by the end of tomorrow without it. A colleague, a verified telephone or an earlier sign-in is as good. (The
    /// end of today would do, because all read anew tomorrow; but clocks differ.)
    ///
    /// Example: last signed in on 1 May at noon, 60 days, so until 30 June at noon. On 28 June a sign-in is no news, on
    /// 29 June it is.
    func isNews(signingInUnder grants: [Grant], at now: Instant) -> Bool {
        let tomorrow = Day(of: now).adding(days: 1).end
        return grants.contains { (reachableUntil(office: $0, at: now) ?? now) <= tomorrow }
    }

    /// Deputies, helpers and administrators hold nothing: that nobody can reach one of them changes nothing.
    private func reachableUntil(office grant: Grant, at now: Instant) -> Instant? {
        switch grant.place {
        case .organ(let id): reachableUntil(organ: id, at: now)
        case .station(let id) where grant.role == .stationHead: headReachableUntil(station: id, at: now)
        case .station(let id) where grant.role == .stationClerk: clerkReachableUntil(station: id, at: now)
        case .station, .area: .never
        }
    }

    /// What the nearest area decided (policy `reach.sign-in-days`).
    private func signInDays(at division: DivisionID?, _ now: Instant) -> Int {
        let areas = division.map { lineage(of: $0).map(\.id) } ?? []
        guard case .number(let days) = book.resolve(.reachableSignIn, along: areas, on: Day(of: now)).value else {
            preconditionFailure("a number of days holds no number")
        }
        return days
    }
}
