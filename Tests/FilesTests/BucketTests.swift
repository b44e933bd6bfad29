import Database
import Domain
import Foundation
import HummingbirdTesting
import Secrets
import TestSupport
import Testing

@testable import Files

@Suite("When files lie in a bucket")
struct BucketTests {
    /// The store over a peer that lives as long as the body.
    private func withStore<T: Sendable>(
        _ bucket: TestBucket, _ body: @escaping @Sendable (FileStore) async throws -> T
    ) async throws -> T {
        try await bucket.application.test(.live) { client in
            let port = try #require(client.port)
            let store = try FileStore(
                url: "http://127.0.0.1:\(port)", bucket: "bucket", region: "cn-test", key: TestBucket.key,
                keys: .ephemeral(), clock: { Day(2026, 5, 25).start.adding(seconds: 9 * 3_600) })
            return try await body(store)
        }
    }

    @Test("it goes there sealed and signed, comes back as it was, and is taken away")
    func roundTrip() async throws {
        let bucket = TestBucket()
        try await withStore(bucket) { store in
            let draft = try await store.keep(TestSounds.wav(seconds: 2), as: .voice)

            let objects = bucket.state.withLock { $0.objects }
            let name = draft.digest.hex
            #expect(Array(objects.keys) == ["/bucket/files/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"])
            #expect(objects.values.first.map { !$0.holds("WAVE") } == true)
            #expect(try await store.bytes(draft.digest) == TestSounds.wav(seconds: 2))

            try await store.place.remove(draft.digest)
            await #expect(throws: FileFault.missing) { try await store.bytes(draft.digest) }
        }
    }

    @Test("what fails for a moment is tried again, and nobody notices")
    func moment() async throws {
        let bucket = TestBucket()
        bucket.state.withLock { $0.failures = [.serviceUnavailable, .internalServerError] }
        try await withStore(bucket) { store in
            let draft = try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
            #expect(try await store.bytes(draft.digest).count == draft.size)
            #expect(bucket.state.withLock { $0.requests } == 4)
        }
    }

    @Test("what goes on failing is told as a database that does not answer, and a full one as a full one")
    func failing() async throws {
        let bucket = TestBucket()
        try await withStore(bucket) { store in
            bucket.state.withLock { $0.failures = Array(repeating: .serviceUnavailable, count: 3) }
            let unreachable = await #expect(throws: DatabaseError.self) {
                try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
            }
            #expect(unreachable == .unreachable("files: 503"))
            bucket.state.withLock { $0.failures = [.init(code: 507)] }
            await #expect(throws: DatabaseError.full) { try await store.keep(TestSounds.wav(seconds: 1), as: .voice) }
            #expect(bucket.state.withLock { $0.objects.isEmpty })
        }
    }

    @Test("where nobody listens it does not answer, and the words stay")
    func silence() async throws {
        let store = try FileStore(
            url: "http://127.0.0.1:1", bucket: "bucket", region: "cn-test", key: TestBucket.key, keys: .ephemeral(),
            clock: { Instant(ms: 0) })
        let error = await #expect(throws: DatabaseError.self) {
            try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
        }
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a key that is not the bucket's is refused by it, and nothing is there")
    func otherKey() async throws {
        let bucket = TestBucket()
        try await bucket.application.test(.live) { client in
            let store = try FileStore(
                url: "http://127.0.0.1:\(try #require(client.port))", bucket: "bucket", region: "cn-test",
                key: BucketKey(name: "AKTEST", secret: Sensitive("geraten")), keys: .ephemeral(),
                clock: { Instant(ms: 0) })
            await #expect(throws: DatabaseError.unreachable("files: 403")) {
                try await store.keep(TestSounds.wav(seconds: 1), as: .voice)
            }
        }
        #expect(bucket.state.withLock { $0.objects.isEmpty })
    }

    @Test("everything that lies there is found, page by page")
    func listed() async throws {
        let bucket = TestBucket()
        bucket.state.withLock { $0.page = 2 }
        try await withStore(bucket) { store in
            let digests = (0..<5).map { [UInt8(7)] + Array(repeating: UInt8($0), count: 31) }
            for digest in digests { try await store.place.put([1], digest) }
            try await store.place.put([1], Array(repeating: 8, count: 32))
            let noon = Day(2026, 5, 25).start.adding(seconds: 12 * 3_600)

            let found = try await store.place.digests(beginningWith: 7, before: noon)
            #expect(found.sorted { $0[1] < $1[1] } == digests)
            #expect(try await store.place.digests(beginningWith: 7, before: Day(2026, 5, 24).start) == [])
        }
    }

    @Test("a request is signed as the standard's own example is")
    func signature() throws {
        let key = BucketKey(
            name: "AKIAIOSFODNN7EXAMPLE", secret: Sensitive("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
        let headers = RequestSignature(access: key, region: "us-east-1").headers(
            "GET", host: "examplebucket.s3.amazonaws.com", path: "/",
            query: [(name: "prefix", value: "J"), (name: "max-keys", value: "2")], body: [],
            at: Instant(ms: Int64(Day(2013, 5, 24).number) * 86_400_000))

        let authorization = try #require(headers.first { $0.name == "authorization" }?.value)
        #expect(
            authorization.hasSuffix("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"))
        #expect(headers.first { $0.name == "x-amz-date" }?.value == "20130524T000000Z")
    }

    @Test("the key stands in a file of two lines that nobody else may read")
    func keyFile() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "key-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        func write(_ text: String, _ rights: Int) throws {
            try? FileManager.default.removeItem(atPath: path)
            try Data(text.utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        }

        try write("AK\nSK\n", 0o600)
        #expect(try BucketKey(file: path).name == "AK")
        for (text, rights) in [("AK\nSK\n", 0o644), ("AK\n", 0o600), ("", 0o600)] {
            try write(text, rights)
            #expect(throws: BucketSettingsError.self) { try BucketKey(file: path) }
        }
        #expect(throws: BucketSettingsError.self) { try BucketKey(file: "/nowhere") }
    }
}
