import Database
import Domain
import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("When a row names a file")
struct FileTableTests {
    let province: TestProvince
    let store: FileStore

    init() async throws {
        province = try await TestProvince()
        store = province.app.files
    }

    private func attach(_ draft: FileDraft, to owner: FileOwner) async throws -> Int64 {
        let (now, keys) = (province.now, province.installation.keys)
        return try await province.write { db, ids, _ in
            try FileTable.attach(
                draft, to: owner, description: "路灯不亮", by: nil, at: now, in: db, ids: &ids, keys: keys)
        }
    }

    private func files(of owner: FileOwner) async throws -> [StoredFile] {
        let keys = province.installation.keys
        return try await province.read { db in try FileTable.files(of: owner, in: db, keys: keys) }
    }

    private func bytesLie(_ draft: FileDraft) async -> Bool {
        (try? await store.bytes(draft.digest)) != nil
    }

    @Test("it is read as it was named, and its description is sealed")
    func named() async throws {
        let draft = try await store.keep(SampleFiles.upright, as: .photo)
        let id = try await attach(draft, to: .matterEvent(7, 3))

        let file = try #require(try await files(of: .matterEvent(7, 3)).first)
        #expect(file.id == id && file.owner == .matterEvent(7, 3) && file.digest == draft.digest)
        #expect(file.description.opened == "路灯不亮" && file.width == 24 && file.height == 40)
        #expect(file.small == nil && file.addedBy == nil && file.publishedAt == nil)
        #expect(try await store.smallBytes(of: file).count == file.size)
        #expect(try await files(of: .matterWords(7)).isEmpty)
        #expect(try await files(of: .matterEvent(8, 3)).isEmpty)
        let sealed: [UInt8]? = try await province.value("SELECT description_sealed FROM stored_file")
        #expect(sealed.map { !$0.holds("路灯") } == true)
    }

    @Test("a large picture has a small one beside it, which comes and goes with it")
    func small() async throws {
        let draft = try await store.keep(SampleFiles.large, as: .photo)
        let id = try await attach(draft, to: .stationPost(1))
        let now = province.now

        let file = try #require(try await files(of: .stationPost(1)).first)
        #expect(file.small == draft.small?.digest && file.width == 1_600)
        #expect(try await store.smallBytes(of: file).count == draft.small?.size)
        _ = try await province.write { db, _, _ in try FileTable.remove(id, of: .stationPost(1), at: now, in: db) }
        _ = await province.work()
        await #expect(throws: FileFault.missing) { try await store.smallBytes(of: file) }
        #expect(try await province.count("SELECT COUNT(*) FROM file_content WHERE swept_at IS NULL") == 0)
    }

    @Test("the bytes of two rows go with the last of them, and at once")
    func shared() async throws {
        let draft = try await store.keep(SampleFiles.upright, as: .photo)
        let first = try await attach(draft, to: .stationPost(1))
        let second = try await attach(draft, to: .stationPost(2))
        let now = province.now

        #expect(
            try await province.write { db, _, _ in try FileTable.remove(first, of: .stationPost(1), at: now, in: db) })
        _ = await province.work()
        #expect(await bytesLie(draft))
        #expect(try await province.faults() == [])

        // Of another owner nothing is removed.
        #expect(
            try await !province.write { db, _, _ in try FileTable.remove(second, of: .stationPost(1), at: now, in: db) }
        )
        #expect(
            try await province.write { db, _, _ in try FileTable.remove(second, of: .stationPost(2), at: now, in: db) })
        _ = await province.work()
        #expect(await !bytesLie(draft))
        #expect(try await province.faults() == [])
    }

    @Test("erasing a matter's content takes its files, of the words and of every event, and no other matter's")
    func erased() async throws {
        let photo = try await store.keep(SampleFiles.upright, as: .photo)
        let voice = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        let other = try await store.keep(SampleFiles.png, as: .photo)
        _ = try await attach(photo, to: .matterWords(7))
        _ = try await attach(voice, to: .matterEvent(7, 4))
        _ = try await attach(other, to: .matterWords(8))
        let now = province.now

        try await province.write { db, _, _ in try FileTable.erase(ofMatter: 7, at: now, in: db) }
        _ = await province.work()

        #expect(await !bytesLie(photo))
        #expect(await !bytesLie(voice))
        #expect(await bytesLie(other))
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 1)
    }

    @Test("what was kept and never named stays for a day, then it is swept away; what is named stays")
    func unnamed() async throws {
        let named = try await store.keep(SampleFiles.upright, as: .photo)
        let unnamed = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        _ = try await attach(named, to: .matterWords(7))
        // The files carry the machine's own time.
        let written = Instant(ms: Int64(Date().timeIntervalSince1970 * 1_000))
        let (store, database) = (store, province.installation.database)

        try await SweepFiles.unnamed(store, in: database, at: written.adding(seconds: 80_000))
        #expect(await bytesLie(unnamed))
        try await SweepFiles.unnamed(store, in: database, at: written.adding(seconds: 90_000))

        #expect(await !bytesLie(unnamed))
        #expect(await bytesLie(named))
    }

    @Test("named too late it has to be sent again; kept again it may be named")
    func swept() async throws {
        let draft = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        let written = Instant(ms: Int64(Date().timeIntervalSince1970 * 1_000))
        let now = max(written, province.now).adding(seconds: 90_000)
        try await SweepFiles.unnamed(store, in: province.installation.database, at: now)

        await #expect(throws: FileGone.self) { try await attach(draft, to: .matterWords(7)) }

        province.clock.go(to: Day(of: now).adding(days: 2))
        let again = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        _ = try await attach(again, to: .matterWords(7))
        #expect(try await province.faults() == [])
        #expect(await bytesLie(again))
    }

    @Test("only photos of the matter become public, exactly those that were chosen")
    func published() async throws {
        let (now, keys) = (province.now, province.installation.keys)
        let photo = try await store.keep(SampleFiles.upright, as: .photo)
        let first = try await attach(photo, to: .matterWords(7))
        let second = try await attach(photo, to: .matterEvent(7, 2))
        let stranger = try await attach(photo, to: .matterWords(8))
        let voice = try await attach(try await store.keep(TestSounds.wav(seconds: 1), as: .voice), to: .matterWords(7))

        let some = try await province.write { db, _, _ in
            try FileTable.publish([first, stranger, voice], ofMatter: 7, at: now, in: db)
        }
        let instead = try await province.write { db, _, _ in
            try FileTable.publish([second], ofMatter: 7, at: now, in: db)
        }

        #expect(some == 1 && instead == 1)
        let shown = try await province.read { db in try FileTable.published(ofMatter: 7, in: db, keys: keys).map(\.id) }
        #expect(shown == [second])
    }

    @Test("verifying names what is gone and what was changed by its row")
    func verified() async throws {
        let draft = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        let id = try await attach(draft, to: .matterWords(7))
        let folder = province.app.settings.filesFolder
        let name = draft.digest.hex
        let path = "\(folder)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"

        try Data([1, 2, 3]).write(to: URL(filePath: path))
        #expect(try await province.faults() == ["第 \(id) 号文件：内容被改动"])
        try FileManager.default.removeItem(atPath: path)
        #expect(try await province.faults() == ["第 \(id) 号文件：内容不见了"])
    }
}
