import Database
import Record
import Testing

@Suite("When somebody changes the record behind the program's back")
struct TamperTests {
    private static let eventColumns: [SQL] = [
        "id", "stream_kind", "stream_id", "sequence", "format", "name", "at", "author_kind", "author_account",
        "author_grant", "author_role", "author_organ", "author_station", "on_behalf", "before_state", "after_state",
        "facts", "commitment", "previous", "hash",
    ]
    private static let contentColumns: [SQL] = ["event", "sealed", "erased_at", "erased_mark"]

    @Test("every byte of every column of an event is guarded", arguments: eventColumns.indices)
    func event(column: Int) async throws {
        try await expectFound(Self.eventColumns[column], of: "event", where: "id = 101")
    }

    @Test("every byte of every column of a content is guarded", arguments: contentColumns.indices)
    func content(column: Int) async throws {
        try await expectFound(Self.contentColumns[column], of: "event_content", where: "event = 101")
    }

    @Test("every byte of the mark of an erasure is guarded", arguments: contentColumns.indices)
    func erasure(column: Int) async throws {
        try await expectFound(
            Self.contentColumns[column], of: "event_content", where: "event = 101", erasedBefore: true)
    }

    @Test("a removed event, content or end of the chain is missed")
    func removed() async throws {
        let statements: [SQL] = [
            "DELETE FROM event WHERE id = 100", "DELETE FROM event WHERE id = 101", "DELETE FROM event WHERE id = 102",
            "DELETE FROM event_content WHERE event = 100",
            "UPDATE event_content SET sealed = NULL WHERE event = 100",
            "UPDATE event_content SET sealed = NULL, erased_at = 5, erased_mark = \([1] as [UInt8]) WHERE event = 100",
        ]
        for statement in statements {
            #expect(try await found(statement))
        }
    }

    @Test("contents that changed places are found")
    func swapped() async throws {
        #expect(
            try await found(
                """
                UPDATE event_content SET sealed = (SELECT sealed FROM event_content o WHERE o.event = 100)
                WHERE event = 101
                """))
    }

    /// Changes a column at many places, one at a time, each in a part of the transaction that is undone again.
    private func expectFound(
        _ column: SQL, of table: SQL, where row: SQL, erasedBefore: Bool = false
    ) async throws {
        let archive = try await Archive()
        let head = try await archive.matter(5, firstEvent: 100)
        let missed = try await archive.engine.write { [log = archive.log] db in
            if erasedBefore { try log.erase(event: 101, at: .init(ms: 1_790_000_000_000), in: db) }
            try TamperTests.loosen(db)
            let value: SQLValue = try db.row("SELECT \(column) FROM \(table) WHERE \(row)")?[0] ?? .null
            var missed: [SQLValue] = []
            for other in value.neighbours {
                let found = try TamperTests.undone(db) {
                    try db.run("UPDATE \(table) SET \(column) = \(other) WHERE \(row)")
                    return try !log.verify(.matter(5), head: head, in: db).isEmpty
                }
                if !found { missed.append(other) }
            }
            return missed
        }

        #expect(missed.isEmpty)
    }

    private func found(_ statement: SQL) async throws -> Bool {
        let archive = try await Archive()
        let head = try await archive.matter(5, firstEvent: 100)
        return try await archive.engine.write { [log = archive.log] db in
            try TamperTests.loosen(db)
            return try TamperTests.undone(db) {
                try db.run(statement)
                return try !log.verify(.matter(5), head: head, in: db).isEmpty
            }
        }
    }

    /// Whoever has the file can switch off the checks of the schema.
    private static func loosen(_ db: Transaction) throws {
        guard db.kind == .sqlite else { return }
        try db.run("PRAGMA ignore_check_constraints = 1")
        try db.run("PRAGMA defer_foreign_keys = 1")
    }

    private struct Undo: Error { let found: Bool }

    /// A value the schema still refuses counts as found.
    private static func undone(_ db: Transaction, _ body: () throws -> Bool) throws -> Bool {
        do {
            return try db.nested { throw Undo(found: try body()) }
        } catch let undo as Undo {
            return undo.found
        } catch is DatabaseError {
            return true
        }
    }
}

extension SQLValue {
    /// Values that differ from this one in a single byte, one for every place in it, and the loss of it.
    fileprivate var neighbours: [SQLValue] {
        switch self {
        case .null:
            [.integer(1), .text("x"), .blob([1])]
        case .integer(let number):
            stride(from: 0, to: 63, by: 3).map { .integer(number ^ 1 << $0) } + [.null]
        case .real:
            []
        case .text(let text):
            flipped(Array(text.utf8)).map { .text(String(decoding: $0, as: UTF8.self)) } + [.null, .text("")]
        case .blob(let bytes):
            flipped(bytes).map { .blob($0) } + [.null, .blob([])]
        }
    }

    private func flipped(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.indices.map { index in
            var other = bytes
            other[index] ^= 1
            return other
        }
    }
}
