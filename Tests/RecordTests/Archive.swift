import Database
import Domain
import Record
import Schema
import Secrets
import TestSupport

/// A database of its own with the record's tables, removed with the last reference, and a log over it.
final class Archive: Sendable {
    let engine: any DatabaseEngine
    let keys = KeyRing.ephemeral()
    let log: EventLog

    init() async throws {
        engine = try TestDatabase().open()
        log = EventLog(keys: keys)
        _ = try await Migrator([.m0001, .m0002, .owners]).run(on: engine)
    }

    /// Registers a matter, assigns it and answers it: three events, the first and the last with texts.
    func matter(_ id: Int64, firstEvent: Int64) async throws -> ChainHead {
        try await engine.write { [log] db in
            var ids = IDs.known(from: firstEvent)
            var head = ChainHead.none
            for draft in EventDraft.lamp(in: .matter(id)) {
                head = try log.append(draft, after: head, in: db, ids: &ids)
            }
            try db.run("INSERT INTO owner (id, version, head) VALUES (\(id), \(head.sequence), \(head.hash))")
            return head
        }
    }

    func faults(_ stream: Record.Stream, _ head: ChainHead) async throws -> [Fault] {
        try await engine.read { [log] db in try log.verify(stream, head: head, in: db) }
    }

    func allFaults() async throws -> [Fault] {
        try await log.verifyAll(
            in: engine, heads: [StreamHeads(kind: .matter, rows: "SELECT id, version, head FROM owner")])
    }
}

extension Migration {
    /// Stands for the table of a feature that keeps the heads of its own chains.
    static let owners = Migration(
        number: 3, name: "owners",
        statements: [
            "CREATE TABLE owner (id {integer} PRIMARY KEY, version {integer} NOT NULL, head {bytes} NOT NULL) {table}"
        ])
}

extension IDs {
    /// The same ids and salts every time.
    static func known(from first: Int64, count: Int64 = 64) -> IDs {
        IDs(first..<first + count, seed: [UInt8](repeating: 7, count: 32), more: { preconditionFailure("no more") })
    }
}

extension EventDraft {
    static func lamp(in stream: Record.Stream) -> [EventDraft] {
        let clerk = Author(
            kind: .staff, account: 21, grant: 22, role: "liaison", organ: 23, station: 24, onBehalf: "reporter")
        return [
            EventDraft(
                stream: stream, name: "registered", author: clerk, at: Instant(ms: 1_780_000_000_000),
                after: "registered", facts: [Fact("area", 140_702), Fact("channel", code: "counter")],
                texts: [
                    TextPart(kind: "words", text: "东大街的路灯坏了三天"), TextPart(kind: "phone", text: "19900001234"),
                ]),
            EventDraft(
                stream: stream, name: "assigned", author: clerk, at: Instant(ms: 1_780_000_600_000),
                before: "registered", after: "assigned", facts: [Fact("organ", 31), Fact("due", 20_620)],
                texts: [TextPart(kind: "reason", text: "属于市政维护")]),
            EventDraft(
                stream: stream, name: "escalated", author: .system, at: Instant(ms: 1_780_001_200_000),
                before: "assigned", after: "assigned"),
        ]
    }
}
