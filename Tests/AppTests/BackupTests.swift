import App
import Database
import Directory
import Domain
import Foundation
import Secrets
import TestSupport
import Testing

@Suite("When what is there is lost")
struct BackupTests {
    @Test("destroyed and restored, everything is there again, and nothing is at fault")
    func destroyed() async throws {
        let ground = try await CopyGround()
        let before = try await ground.province.count("SELECT COUNT(*) FROM event")
        let backup = try await ground.backup()
        let place = try ground.place(TestDatabase.kind)

        let manifest = try await Restore(from: backup, to: place).run(at: ground.province.now)

        #expect(manifest.rows["matter"] == 12)
        #expect(manifest.rows["event"] == before)
        #expect(try await ground.faults(in: place) == [])
        #expect(try await ground.found("路灯", in: place) == ground.numbers)
    }

    @Test("it is made while others write, and holds whole transactions only")
    func underWay() async throws {
        let ground = try await CopyGround()
        let province = ground.province
        async let writing: Void = {
            for number in 1...40 {
                try await province.write { db, _, _ in
                    try db.run("UPDATE rules_mark SET mark = \("m\(number)")")
                    try db.run("UPDATE number_sequence SET last = last + 1")
                }
            }
        }()

        let backup = try await ground.backup()
        try await writing

        let place = try ground.place(TestDatabase.kind)
        _ = try await Restore(from: backup, to: place).run(at: ground.province.now)
        #expect(try await ground.faults(in: place) == [])
    }

    @Test("neither keys nor names nor words in clear are in it, and only its owner may read it")
    func sealed() async throws {
        let ground = try await CopyGround()

        let backup = try await ground.backup()

        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: backup) {
            let data = try Data(contentsOf: URL(filePath: backup + "/" + name))
            for secret in ["张秀英", "19900001234"] { #expect(data.range(of: Data(secret.utf8)) == nil) }
        }
        let key = try String(contentsOfFile: ground.province.app.settings.keyFile, encoding: .utf8)
        let manifest = try String(contentsOfFile: backup + "/manifest.json", encoding: .utf8)
        #expect(!manifest.contains(String(key.split(separator: " ").last ?? "").prefix(16)))
        let rights = try files.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
        #expect(rights == 0o700)
    }

    @Test("a damaged or cut file, a lost one and no backup at all are refused before anything is touched")
    func damaged() async throws {
        let ground = try await CopyGround()
        let backup = try await ground.backup()
        let manifest = try BackupManifest.read(from: backup)
        let name = try #require(manifest.files.first?.name)
        let place = try ground.place(TestDatabase.kind)

        let file = try FileHandle(forUpdating: URL(filePath: backup + "/" + name))
        try file.truncate(atOffset: 1000)
        await #expect(throws: BackupError.damaged(name)) {
            try await Restore(from: backup, to: place).run(at: ground.province.now)
        }
        try FileManager.default.removeItem(atPath: backup + "/" + name)
        await #expect(throws: BackupError.missing(name)) {
            try await Restore(from: backup, to: place).run(at: ground.province.now)
        }
        await #expect(throws: BackupError.noBackup("/nowhere")) {
            try await Restore(from: "/nowhere", to: place).run(at: ground.province.now)
        }
        #expect(try await !place.database.isThere())
    }

    @Test("it is not put over a database, nor beside keys that do not open it")
    func wrongPlace() async throws {
        let ground = try await CopyGround()
        let backup = try await ground.backup()
        let names = try BackupManifest.read(from: backup).keys
        var change = try ground.place(TestDatabase.kind)
        change.secretFile = try ground.otherKeys()
        let stranger = change

        await #expect(throws: BackupError.notEmpty(ground.province.app.settings.database.spoken)) {
            try await Restore(from: backup, to: ground.province.app.settings).run(at: ground.province.now)
        }
        await #expect(throws: SecretsError.otherKeys(path: stranger.keyFile, names: names)) {
            try await Restore(from: backup, to: stranger).run(at: ground.province.now)
        }
        #expect(try await !stranger.database.isThere())
    }

    @Test("none is made beside keys that are not the database's: it would ask for the wrong ones")
    func wrongKeys() async throws {
        let ground = try await CopyGround()
        let names = ground.province.installation.keys.names
        var change = ground.province.app.settings
        change.secretFile = try ground.otherKeys()
        let wrong = change
        let place = wrong.dataDirectory + "/backups"

        await #expect(throws: SecretsError.otherKeys(path: wrong.keyFile, names: names)) {
            try await Backup(wrong, to: place).run(at: ground.province.now) { _, _ in }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
    }

    @Test("numbers that were told after it are not told again, in a new year neither, unless somebody wants that")
    func numbers() async throws {
        let ground = try await CopyGround()
        let backup = try await ground.backup()
        let skipped = try ground.place(TestDatabase.kind)
        let exact = try ground.place(TestDatabase.kind)

        _ = try await Restore(from: backup, to: exact, skippingNumbers: 0).run(at: ground.province.now)
        #expect(try await ground.register(in: exact).sequence == 13)

        ground.province.clock.go(to: Day(2027, 1, 1))
        _ = try await Restore(from: backup, to: skipped).run(at: ground.province.now)
        #expect(try await ground.register(in: skipped).sequence == 1_001)
        ground.province.clock.go(to: Day(2026, 12, 31))
        #expect(try await ground.register(in: skipped).sequence == 1_013)
    }

    @Test(
        "what a lost database left beside it is not played into the restored one",
        .enabled(if: TestDatabase.isSQLite))
    func leftBehind() async throws {
        let ground = try await CopyGround()
        let backup = try await ground.backup()
        let place = try ground.place(.sqlite)
        let log = place.databaseFile + "-wal"
        try Data([1]).write(to: URL(filePath: log))

        await #expect(throws: BackupError.leftBehind(log)) {
            try await Restore(from: backup, to: place).run(at: ground.province.now)
        }
        #expect(try await !place.database.isThere())
    }

    @Test("of many the newest are kept, and what is not a backup is left alone")
    func keeping() async throws {
        let ground = try await CopyGround()
        let place = ground.province.app.settings.dataDirectory + "/backups"
        for _ in 1...3 {
            _ = try await ground.backup()
            ground.province.clock.pass(minutes: 1)
        }
        try Data().write(to: URL(filePath: place + "/notes.txt"))

        let removed = try Backup(ground.province.app.settings, to: place).removeOld(keeping: 2)

        let left = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        #expect(removed == ["backup-20260525T010500Z"])
        #expect(left == ["backup-20260525T010600Z", "backup-20260525T010700Z", "notes.txt"])
    }
}

extension CopyGround {
    /// The folder of a new backup.
    fileprivate func backup() async throws -> String {
        let settings = province.app.settings
        return try await Backup(settings, to: settings.dataDirectory + "/backups").run(at: province.now) { _, _ in }
    }
}
