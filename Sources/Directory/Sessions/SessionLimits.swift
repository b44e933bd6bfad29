import Domain

/// How long a session lasts without a request and at most: the strictest of all places the person works for.
struct SessionLimits {
    var idleSeconds: Int64
    var absoluteSeconds: Int64

    init(for grants: [Grant], on day: Day, snapshot: Snapshot) {
        let places = Set(grants.map(\.division))
        let rules = places.isEmpty ? [snapshot.rules(on: day)] : places.map { snapshot.rules(at: $0, on: day) }
        idleSeconds = Int64(rules.map { $0.number(.sessionIdleMinutes) }.min() ?? 0) * 60
        absoluteSeconds = Int64(rules.map { $0.number(.sessionHours) }.min() ?? 0) * 3600
    }

    /// The nearer of the two ends.
    func end(createdAt: Instant, touchedAt: Instant) -> Instant {
        min(createdAt.adding(seconds: absoluteSeconds), touchedAt.adding(seconds: idleSeconds))
    }
}
