import Database
import Domain
import Record
import Synchronization
import Testing

@Suite("When the whole record is verified")
struct VerifyAllTests {
    @Test("a sound record has no faults, and every event is told of")
    func sound() async throws {
        let archive = try await Archive()
        for id in 1...5 { _ = try await archive.matter(Int64(id), firstEvent: Int64(id * 100)) }
        let seen = Seen()

        let faults = try await archive.log.verifyAll(
            in: archive.engine, heads: [StreamHeads(kind: .matter, rows: "SELECT id, version, head FROM owner")]
        ) { seen.add($0) }

        #expect(faults.isEmpty)
        #expect(seen.count == 15)
    }

    @Test("a changed event is named with its chain and its place")
    func changed() async throws {
        let archive = try await Archive()
        for id in 1...5 { _ = try await archive.matter(Int64(id), firstEvent: Int64(id * 100)) }
        try await archive.engine.write { db in
            try db.run("UPDATE event SET name = 'closed' WHERE id = 401")
        }

        let faults = try await archive.allFaults()

        #expect(faults.map(\.streamID) == [4])
        #expect(faults.map(\.sequence) == [2])
        #expect(faults.map(\.kind) == [.changed])
    }

    @Test("an owner's row that names another end, and a chain without an owner, are found")
    func heads() async throws {
        let archive = try await Archive()
        for id in 1...4 { _ = try await archive.matter(Int64(id), firstEvent: Int64(id * 100)) }
        try await archive.engine.write { db in
            try db.run("UPDATE owner SET version = 2 WHERE id = 1")
            try db.run("UPDATE owner SET head = \([1] as [UInt8]) WHERE id = 2")
            try db.run("DELETE FROM owner WHERE id = 3")
            try db.run("INSERT INTO owner (id, version, head) VALUES (9, 1, \([1] as [UInt8]))")
        }

        let faults = try await archive.allFaults()

        #expect(faults.filter { $0.kind == .headDiffers }.map(\.streamID) == [1, 2, 9])
        #expect(faults.filter { $0.kind == .ownerMissing }.map(\.streamID) == [3])
        #expect(faults.count == 4)
    }

    @Test("a removed end of a chain in the shared table is found")
    func sharedHead() async throws {
        let archive = try await Archive()
        try await archive.engine.write { [log = archive.log] db in
            var ids = IDs.known(from: 1)
            for draft in EventDraft.lamp(in: Stream(kind: .station, id: 8)) {
                try log.append(draft, in: db, ids: &ids)
            }
            try db.run("DELETE FROM event WHERE id = 3")
        }

        let faults = try await archive.allFaults()

        #expect(faults.map(\.kind) == [.headDiffers])
        #expect(faults.map(\.streamKind) == ["station"])
    }

    private final class Seen: Sendable {
        private let total = Mutex(0)
        var count: Int { total.withLock { $0 } }
        func add(_ more: Int) { total.withLock { $0 += more } }
    }
}
