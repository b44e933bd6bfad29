import Database
import Schema
import TestSupport
import Testing

@Suite("When an installation learns to keep the figures of whole years")
struct YearlySumsTests {
    @Test("the years before are summed up once, and what belongs to no month stays as it is")
    func upgraded() async throws {
        let engine = try TestDatabase().open()
        _ = try await Migrator(Array(Schema.migrations.prefix(18))).run(on: engine)
        try await engine.write { db in
            for (month, total) in [(202_512, 3), (202_601, 2), (202_605, 5), (0, 7)] {
                try db.run("INSERT INTO counter (area, month, name, total) VALUES (1, \(month), 'received', \(total))")
            }
        }

        _ = try await Migrator(Schema.migrations).run(on: engine)

        let sums = try await engine.read { db in
            try db.rows("SELECT month, total FROM counter WHERE name = 'received' ORDER BY month")
                .map { "\(try $0[0] as Int) \(try $0[1] as Int)" }
        }
        #expect(sums == ["0 7", "202500 3", "202512 3", "202600 7", "202601 2", "202605 5"])
    }
}
