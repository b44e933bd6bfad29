import App
import Domain
import Files
import Foundation
import TestSupport
import Testing

@Suite("When an installation with photos is carried somewhere")
struct CarriedFilesTests {
    /// The ground with one photo that a row names.
    private func ground() async throws -> CopyGround {
        let ground = try await CopyGround()
        let province = ground.province
        let draft = try await province.app.files.keep(SampleFiles.large, as: .photo)
        let (now, keys) = (province.now, province.installation.keys)
        try await province.write { db, ids, _ in
            _ = try FileTable.attach(
                draft, to: .matterWords(1), description: "路灯", by: nil, at: now, in: db, ids: &ids, keys: keys)
        }
        return ground
    }

    private func backup(_ ground: CopyGround) async throws -> String {
        let settings = ground.province.app.settings
        return try await Backup(settings, to: settings.dataDirectory + "/backups").run(at: ground.province.now) {
            _, _ in
        }
    }

    @Test("a backup has them, sealed as they lie, and they are there again after restoring")
    func backedUp() async throws {
        let ground = try await ground()

        let folder = try await backup(ground)
        let names = try BackupManifest.read(from: folder).files.map(\.name).filter { $0.hasPrefix("files/") }
        let place = try ground.place(TestDatabase.kind)
        _ = try await Restore(from: folder, to: place).run(at: ground.province.now)

        #expect(names.count == 2)
        let sealed = try Data(contentsOf: URL(filePath: folder + "/" + names[0]))
        #expect(sealed.prefix(2) != Data([0xFF, 0xD8]))
        #expect(try await ground.faults(in: place) == [])
    }

    @Test("a photo that is damaged or missing in a backup is noticed before anything is touched")
    func damaged() async throws {
        let ground = try await ground()
        let folder = try await backup(ground)
        let name = try #require(try BackupManifest.read(from: folder).files.map(\.name).last)
        let place = try ground.place(TestDatabase.kind)

        try Data([1]).write(to: URL(filePath: folder + "/" + name))
        await #expect(throws: BackupError.damaged(name)) {
            try await Restore(from: folder, to: place).run(at: ground.province.now)
        }
        try FileManager.default.removeItem(atPath: folder + "/" + name)
        await #expect(throws: BackupError.missing(name)) {
            try await Restore(from: folder, to: place).run(at: ground.province.now)
        }
        #expect(try await !place.database.isThere())
    }

    @Test("moved to another folder they come along")
    func copied() async throws {
        let ground = try await ground()
        let source = ground.province.app.settings
        let target = try ground.place(.sqlite)
        try await ground.stop()

        _ = try await CopyInstallation(from: source.database, to: target, files: source.filesFolder)
            .run(at: ground.province.now) { _ in }

        #expect(try await ground.faults(in: target) == [])
        #expect(FileManager.default.fileExists(atPath: target.filesFolder))
    }

    @Test("a bucket without its name or its key is refused at the start, in a sentence")
    func bucket() async throws {
        var settings = try Settings.read(flags: [.filesURL: "https://s3.example.cn"], environment: [:])
        let clock: @Sendable () -> Instant = { Instant(ms: 0) }
        let keys = try await CopyGround().province.installation.keys
        #expect(throws: SettingsError.self) { try settings.fileStore(keys: keys, clock: clock) }
        settings.filesBucket = "lianxin"
        settings.filesKey = "/nowhere"
        let error = #expect(throws: SettingsError.self) { try settings.fileStore(keys: keys, clock: clock) }
        #expect(error?.description.contains("/nowhere") == true)
        #expect(settings.spokenBucket == "https://s3.example.cn/lianxin")
    }
}
