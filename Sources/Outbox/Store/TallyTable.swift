import Database
import Directory
import Domain

/// What ended in a month, counted for each area above it.
enum TallyTable {
    struct Entry: Hashable, Sendable {
        var area: DivisionID
        var kind: MessageKind
        var channel: ChannelKind
        var outcome: SendingState
        /// Known to the area's own lists, or kept from them.
        var matter: MatterID?
        var cost: Int
    }

    /// Adds what ended, in the transaction that says so.
    static func add(_ entries: [Entry], at now: Instant, atlas: Atlas, in db: Transaction) throws {
        let month = Self.month(of: Day(of: now))
        for entry in entries {
            let known = try knownIn(entry.matter, in: db)
            // In one order, or two workers could wait for each other.
            for area in atlas.lineage(of: entry.area).map(\.id).sorted() {
                let isKept = entry.matter != nil && !known.contains(area)
                try db.run(
                    """
                    INSERT INTO sending_tally (area, month, kind, channel, outcome, is_kept, total, cost)
                    VALUES (\(area), \(month), \(entry.kind), \(entry.channel), \(entry.outcome), \(isKept), 1,
                      \(entry.cost))
                    ON CONFLICT (area, month, kind, channel, outcome, is_kept) DO UPDATE
                    SET total = sending_tally.total + 1, cost = sending_tally.cost + excluded.cost
                    """)
            }
        }
    }

    /// 202605 for May 2026.
    static func month(of day: Day) -> Int { day.civil.year * 100 + day.civil.month }

    private static func knownIn(_ matter: MatterID?, in db: Transaction) throws -> Set<DivisionID> {
        guard let matter else { return [] }
        let rows = try db.rows(
            """
            SELECT a.area FROM matter t
            JOIN division_ancestor d ON d.division = t.area
            JOIN matter_area a ON a.area = d.ancestor AND a.sort_key = t.sort_key
            WHERE t.id = \(matter)
            """)
        return Set(try rows.map { try $0[0] as DivisionID })
    }
}
