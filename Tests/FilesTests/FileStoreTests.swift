import Database
import Domain
import Foundation
import Secrets
import TestSupport
import Testing

@testable import Files

/// A store in a folder of its own, which goes with it.
final class StoreGround: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-" + UUID().uuidString).path
    let keys = KeyRing.ephemeral()
    let clock = TestClock()

    var store: FileStore {
        let clock = clock
        return FileStore(folder: folder, keys: keys, clock: { clock.now })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The names of everything that lies there.
    var files: [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.split(separator: "/").count == 3 }.sorted()
    }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name))) }
}

@Suite("When a file is kept")
struct FileStoreTests {
    @Test("it lies under the hash of its bytes, and nobody who finds it there can look at it")
    func sealed() async throws {
        let ground = StoreGround()

        let draft = try await ground.store.keep(SampleFiles.large, as: .photo)

        let name = draft.digest.hex
        let path = "\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
        #expect(ground.files.contains(path) && ground.files.count == 2)
        let sealed = try ground.bytes(path)
        let plain = try await ground.store.bytes(draft.digest)
        #expect(ContentDigest.of(plain) == draft.digest && plain.count == draft.size)
        #expect(plain.starts(with: [0xFF, 0xD8]) && !sealed.starts(with: [0xFF, 0xD8]))
        #expect(!PDFContent.contains(Array(plain[100..<116]), in: sealed[...]))
        let file = try FileManager.default.attributesOfItem(atPath: ground.folder + "/" + path)
        #expect(file[.posixPermissions] as? Int == 0o600)
        let other = FileStore(folder: ground.folder, keys: .ephemeral(), clock: { Instant(ms: 0) })
        await #expect(throws: FileFault.changed) { try await other.bytes(draft.digest) }
    }

    @Test("kept twice it is there once, and what was half written is not there")
    func once() async throws {
        let ground = StoreGround()

        let first = try await ground.store.keep(TestSounds.wav(seconds: 2), as: .voice)
        let second = try await ground.store.keep(TestSounds.wav(seconds: 2), as: .voice)

        #expect(first.digest == second.digest && first.seconds == 2)
        #expect(ground.files.count == 1)
        #expect(!ground.files.contains { $0.hasSuffix(".new") })
    }

    @Test("what is gone and what was changed are told apart from what is there")
    func faults() async throws {
        let ground = StoreGround()
        let draft = try await ground.store.keep(TestSounds.wav(seconds: 1), as: .voice)
        let path = ground.folder + "/" + ground.files[0]
        var bytes = try ground.bytes(ground.files[0])
        bytes[bytes.count / 2] ^= 1

        try Data(bytes).write(to: URL(filePath: path))
        await #expect(throws: FileFault.changed) { try await ground.store.bytes(draft.digest) }
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: FileFault.missing) { try await ground.store.bytes(draft.digest) }
    }

    @Test("where there is no room or nobody may write, it is said as the database says it, and the words stay")
    func noRoom() async throws {
        // A file stands where the folder should be: no room at all.
        let ground = StoreGround()
        try Data([1]).write(to: URL(filePath: ground.folder))

        let error = await #expect(throws: DatabaseError.self) {
            try await ground.store.keep(TestSounds.wav(seconds: 1), as: .voice)
        }
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("what was put there before a moment is found by it, and drafts that a power cut left go by the way")
    func listed() async throws {
        let ground = StoreGround()
        let draft = try await ground.store.keep(TestSounds.wav(seconds: 1), as: .voice)
        let left = ground.folder + "/" + ground.files[0] + ".1f.new"
        try Data([1]).write(to: URL(filePath: left))
        let place = ground.store.place

        let later = Instant(ms: Int64(Date().timeIntervalSince1970 + 60) * 1_000)
        #expect(try await place.digests(beginningWith: draft.digest[0], before: Instant(ms: 0)) == [])
        #expect(try await place.digests(beginningWith: draft.digest[0] ^ 1, before: later) == [])
        #expect(try await place.digests(beginningWith: draft.digest[0], before: later) == [draft.digest])
        #expect(!FileManager.default.fileExists(atPath: left))
    }
}
