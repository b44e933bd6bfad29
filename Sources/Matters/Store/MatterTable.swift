import Database
import Domain
import Record

/// Loads and saves matters. The row, its clocks and its lists change together or not at all.
enum MatterTable {
    static func matter(_ number: MatterNumber, in db: Transaction) throws -> StoredMatter? {
        try whole(db.row("SELECT \(StoredMatter.columns) FROM matter WHERE number = \(number.text)"), in: db)
    }

    static func matter(_ id: MatterID, in db: Transaction) throws -> StoredMatter? {
        try whole(db.row("SELECT \(StoredMatter.columns) FROM matter WHERE id = \(id)"), in: db)
    }

    /// Who wrote it down for its reporter; nil when she said it herself.
    static func registrar(of id: MatterID, in db: Transaction) throws -> AccountID? {
        try db.value("SELECT registered_by FROM matter WHERE id = \(id)")
    }

    /// Matters merged into one.
    static func merged(into lead: MatterID, in db: Transaction) throws -> [MatterID] {
        try db.rows("SELECT id FROM matter WHERE lead_matter = \(lead) AND state = 'merged' ORDER BY id")
            .map { try $0[0] }
    }

    private static func whole(_ row: Row?, in db: Transaction) throws -> StoredMatter? {
        guard let row else { return nil }
        var stored = try StoredMatter(row: row)
        let id = stored.matter.id
        if !stored.matter.state.isFinal { stored.matter.clocks = try ClockTable.clocks(of: id, in: db) }
        if stored.matter.handling.lead != nil {
            stored.matter.handling.coHandlers = try db.rows(
                "SELECT organ FROM matter_co_handler WHERE matter = \(id) ORDER BY organ"
            ).map { try $0[0] }
        }
        if stored.matter.answering.isDelivered {
            stored.matter.answering.tries = try RevisitTable.tries(of: id, in: db)
        }
        return stored
    }

    /// Writes what an act changed, where nobody else changed it since it was loaded.
    static func save(
        _ before: StoredMatter, _ after: Matter, head: ChainHead, rules: Rules, in db: Transaction
    ) throws {
        let old = before.matter
        var set: SQL = "version = \(head.sequence), head = \(head.hash)"
        for column in MatterColumn.all {
            let value = column.value(after)
            if value != column.value(old) { set += ", " + column.name + " = \(value)" }
        }
        let changed = try db.changed(
            "UPDATE matter SET " + set + " WHERE id = \(old.id) AND version = \(old.version)")
        guard changed == 1 else { throw Stale() }
        try ClockTable.replace(old.clocks, by: after.clocks, of: old.id, rules: rules, in: db)
        try CoHandlerTable.replace(old.handling.coHandlers, by: after.handling.coHandlers, of: old.id, in: db)
        try RevisitTable.replace(old.answering.tries, by: after.answering.tries, of: old.id, in: db)
    }
}

enum CoHandlerTable {
    static func replace(_ old: [OrganID], by new: [OrganID], of matter: MatterID, in db: Transaction) throws {
        guard old != new else { return }
        try db.run("DELETE FROM matter_co_handler WHERE matter = \(matter)")
        for organ in Set(new) {
            try db.run("INSERT INTO matter_co_handler (matter, organ) VALUES (\(matter), \(organ))")
        }
    }
}

enum RevisitTable {
    static func tries(of matter: MatterID, in db: Transaction) throws -> [RevisitTry] {
        try db.rows("SELECT day, channel, was_reached FROM revisit_try WHERE matter = \(matter) ORDER BY place").map {
            guard let channel = Channel(rawValue: try $0[1]) else { throw DatabaseError.corrupt("revisit_try") }
            return RevisitTry(day: try $0[0], channel: channel, wasReached: try $0[2])
        }
    }

    /// Tries are added one by one, or cleared for a new round.
    static func replace(_ old: [RevisitTry], by new: [RevisitTry], of matter: MatterID, in db: Transaction) throws {
        guard old != new else { return }
        let kept = new.starts(with: old) ? old.count : 0
        if kept == 0, !old.isEmpty { try db.run("DELETE FROM revisit_try WHERE matter = \(matter)") }
        for (place, attempt) in new.enumerated().dropFirst(kept) {
            try db.run(
                """
                INSERT INTO revisit_try (matter, place, day, channel, was_reached)
                VALUES (\(matter), \(place), \(attempt.day), \(attempt.channel.rawValue), \(attempt.wasReached))
                """)
        }
    }
}
