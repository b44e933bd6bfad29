import App
import Database
import Directory
import Foundation
import Schema
import Secrets
import TestSupport
import Testing

@Suite("When an installation moves to another engine")
struct CopyTests {
    @Test("every table is copied or left out on purpose, with its primary key")
    func tables() async throws {
        let engine = try TestDatabase().open()
        _ = try await Migrator(Schema.migrations).run(on: engine)

        let dump = try await Migrator(Schema.migrations).dumpSchema(on: engine)

        let made = Set(dump.matches(of: /CREATE (VIRTUAL )?TABLE (\w+)/).map { String($0.2) })
        let copied = Schema.copiedTables.map(\.name)
        #expect(Set(copied).count == copied.count)
        #expect(made.subtracting(copied).subtracting(Schema.uncopiedTables) == [])
        #expect(Set(copied).subtracting(made) == [])
    }

    @Test("everything arrives, there and back, with every number, chain and search as it was")
    func thereAndBack() async throws {
        let ground = try await CopyGround()
        let middle = try ground.place(.postgres)
        let end = try ground.place(.sqlite)
        try await ground.stop()

        let copied = try await ground.copy(from: ground.province.app.settings, to: middle)
        let back = try await ground.copy(from: middle, to: end)

        #expect(copied.map(\.rows) == back.map(\.rows))
        #expect(copied.first { $0.table == "matter" }?.rows == 12)
        for place in [middle, end] {
            #expect(try await ground.faults(in: place) == [])
            #expect(try await ground.found("路灯", in: place) == ground.numbers)
        }
        let rights = try FileManager.default.attributesOfItem(atPath: end.databaseFile)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("with other keys nothing is copied, and what was copied takes none but the old ones")
    func otherKeys() async throws {
        let ground = try await CopyGround()
        let names = ground.province.installation.keys.names
        let target = try ground.place(.sqlite)
        var change = target
        change.secretFile = try ground.otherKeys()
        let wrong = change
        let refusal = SecretsError.otherKeys(path: wrong.keyFile, names: names)
        try await ground.stop()

        await #expect(throws: refusal) {
            try await ground.copy(from: ground.province.app.settings, to: wrong) { _ in Issue.record("copied") }
        }
        try await ground.copy(from: ground.province.app.settings, to: target)
        await #expect(throws: refusal) { try await App.build(wrong) }
    }

    @Test("one that was interrupted goes on where it stopped; before its end nobody may work with it")
    func interrupted() async throws {
        let ground = try await CopyGround()
        let target = try ground.place(.sqlite)
        let source = ground.province.app.settings
        try await ground.stop()

        await #expect(throws: CancellationError.self) {
            try await Task {
                try await ground.copy(from: source, to: target) { step in
                    guard case .rows(let progress) = step, progress.table == "matter_words" else { return }
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }.value
        }
        await #expect(throws: UnfinishedCopy.self) { try await App.build(target) }
        let copied = try await ground.copy(from: ground.province.app.settings, to: target)

        #expect(copied.first { $0.table == "matter" }?.rows == 12)
        #expect(try await ground.faults(in: target) == [])
    }

    @Test("into a place where something else lies nothing is copied")
    func otherContent() async throws {
        let ground = try await CopyGround()
        let other = try await TestProvince()
        try await other.write { db, _, _ in try db.run("UPDATE division SET name = '别处' WHERE level = 4") }
        try await ground.stop()

        await #expect(throws: CopyError.otherContent(table: "division")) {
            try await ground.copy(from: ground.province.app.settings, to: other.app.settings)
        }
        #expect(try await other.count("SELECT COUNT(*) FROM matter") == 0)
    }

    @Test("while any program has it open nothing is copied: what it writes meanwhile would be left behind")
    func running() async throws {
        let ground = try await CopyGround()
        let source = ground.province.app.settings
        let target = try ground.place(.sqlite)

        await #expect(throws: CopyInstallation.StillRunning.self) { try await ground.copy(from: source, to: target) }
        #expect(try await !target.database.isThere())
        try await ground.stop()
        try await ground.copy(from: source, to: target)

        #expect(try await ground.faults(in: target) == [])
    }
}
