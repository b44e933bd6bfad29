/// One decision of one place about one key. Without a value the place follows its superior again from that day.
package struct PolicyEntry: Hashable, Sendable {
    package var id: Int64
    package var key: PolicyKey
    package var area: DivisionID
    package var validFrom: Day
    package var value: PolicyValue?
    package var decidedBy: String

    package init(
        id: Int64, key: PolicyKey, area: DivisionID, validFrom: Day, value: PolicyValue?, decidedBy: String
    ) {
        self.id = id
        self.key = key
        self.area = area
        self.validFrom = validFrom
        self.value = value
        self.decidedBy = decidedBy
    }
}

/// All decisions of all places, read-only.
package struct PolicyBook: Sendable {
    private struct Place: Hashable {
        var key: PolicyKey
        var area: DivisionID
    }

    /// Newest first, so that the first one in force is the answer.
    private let decisions: [Place: [PolicyEntry]]

    package init(entries: [PolicyEntry]) {
        let sound = entries.filter { entry in entry.value.map(entry.key.holds) ?? true }
        decisions = Dictionary(grouping: sound) { Place(key: $0.key, area: $0.area) }
            .mapValues { $0.sorted { ($0.validFrom, $0.id) > ($1.validFrom, $1.id) } }
    }

    /// The nearest area that decided, by its latest decision in force on the day; else the program's default.
    package func resolve(_ key: PolicyKey, along areas: [DivisionID], on day: Day) -> ResolvedPolicy {
        for area in areas {
            let latest = decisions[Place(key: key, area: area)]?.first { $0.validFrom <= day }
            if let latest, let value = latest.value {
                return ResolvedPolicy(
                    key: key, value: value, version: latest.id, area: area, decidedBy: latest.decidedBy)
            }
        }
        return ResolvedPolicy(key: key, value: key.defaultValue, version: 0, area: nil, decidedBy: nil)
    }
}

/// The value in force and where it comes from; version 0 is the program's default.
package struct ResolvedPolicy: Hashable, Sendable {
    package var key: PolicyKey
    package var value: PolicyValue
    package var version: Int64
    package var area: DivisionID?
    package var decidedBy: String?

    package init(key: PolicyKey, value: PolicyValue, version: Int64, area: DivisionID?, decidedBy: String?) {
        self.key = key
        self.value = value
        self.version = version
        self.area = area
        self.decidedBy = decidedBy
    }
}
