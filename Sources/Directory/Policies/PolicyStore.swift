import Database
import Domain

/// Every decision of every place as rows. Nothing is ever changed or removed: a later row takes the place of an
/// earlier one, and a row without a value gives the place back to its superior.
package enum PolicyStore {
    /// All decisions as the book the rules ask. Keys of another release of the program are left out.
    package static func load(in db: Transaction) throws -> PolicyBook {
        var entries: [PolicyEntry] = []
        try db.each("SELECT id, key, area, valid_from, value, decided_by FROM policy ORDER BY id") { row in
            if let entry = try entry(row) { entries.append(entry) }
        }
        return PolicyBook(entries: entries)
    }

    /// What one place decided about one key, newest first: its history.
    package static func history(_ key: PolicyKey, area: DivisionID, in db: Transaction) throws -> [PolicyEntry] {
        try db.rows(
            """
            SELECT id, key, area, valid_from, value, decided_by FROM policy
            WHERE key = \(key.rawValue) AND area = \(area) ORDER BY valid_from DESC, id DESC
            """
        ).compactMap(entry)
    }

    static func insert(
        _ entry: PolicyEntry, account: AccountID?, at now: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO policy (id, key, area, valid_from, value, decided_by, account, at)
            VALUES (\(entry.id), \(entry.key.rawValue), \(entry.area), \(entry.validFrom.number),
              \(entry.value?.code ?? ""), \(entry.decidedBy), \(account), \(now.ms))
            """)
    }

    /// Versions count upwards over all keys, unlike leased ids: of two decisions for the same day the later counts.
    /// The caller bumped the directory's version before, so no other process stands here at the same time.
    static func nextVersion(in db: Transaction) throws -> Int64 {
        let last: Int64? = try db.value("SELECT MAX(id) FROM policy")
        return (last ?? 0) + 1
    }

    private static func entry(_ row: Row) throws -> PolicyEntry? {
        guard let key = PolicyKey(rawValue: try row[1]) else { return nil }
        let stored: String = try row[4]
        return PolicyEntry(
            id: try row[0], key: key, area: try row[2], validFrom: Day(number: try row[3]),
            value: stored.isEmpty ? nil : try key.value(from: stored), decidedBy: try row[5])
    }
}
