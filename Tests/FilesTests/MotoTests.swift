import Domain
import Foundation
import Secrets
import Testing

@testable import Files

/// The same against somebody else's idea of S3, where it is installed: moto's server in `.venv`, or the one that
/// `LIANXIN_MOTO_SERVER` names.
@Suite("When somebody else's store is asked")
struct MotoTests {
    private static let program: String? = {
        let named = ProcessInfo.processInfo.environment["LIANXIN_MOTO_SERVER"]
        let beside = FileManager.default.currentDirectoryPath + "/.venv/bin/moto_server"
        return [named, beside].compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    @Test(
        "a file goes there and comes back, is listed and taken away",
        .enabled(if: program != nil, "moto_server is not installed"))
    func roundTrip() async throws {
        let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.program))
        process.arguments = ["-H", "127.0.0.1", "-p", "\(port)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It does not listen to a polite word.
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let now = Instant(ms: Int64(Date().timeIntervalSince1970 * 1_000))
        let place = try BucketPlace(
            url: "http://127.0.0.1:\(port)", bucket: "lianxin",
            signature: RequestSignature(access: TestBucket.key, region: "us-east-1"), clock: { now })
        let store = FileStore(place: place, keys: .ephemeral(), clock: { now })
        try await makeBucket(port)

        let draft = try await store.keep(TestSounds.wav(seconds: 2), as: .voice)

        #expect(try await store.bytes(draft.digest) == TestSounds.wav(seconds: 2))
        let later = now.adding(seconds: 3_600)
        #expect(try await place.digests(beginningWith: draft.digest[0], before: later) == [draft.digest])
        try await place.remove(draft.digest)
        #expect(try await place.get(draft.digest) == nil)
    }

    /// As soon as it listens.
    private func makeBucket(_ port: Int) async throws {
        for _ in 1...100 {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/curl")
            process.arguments = ["-s", "-f", "-X", "PUT", "http://127.0.0.1:\(port)/lianxin"]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus == 0 { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record("moto's server does not listen")
    }
}
