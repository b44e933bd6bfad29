import Domain
import Foundation
import Hummingbird
import Synchronization

@testable import Files

/// A peer that speaks as much of S3 as is asked of it, checks every signature, and fails when it is told to.
final class TestBucket: Sendable {
    struct State {
        var objects: [String: [UInt8]] = [:]
        /// What the next requests are answered with, instead of being done.
        var failures: [HTTPResponse.Status] = []
        var requests = 0
        var page = 1_000
    }

    static let key = BucketKey(name: "AKTEST", secret: .init("geheim"))
    let state = Mutex(State())

    var application: some ApplicationProtocol {
        let router = Router()
        router.put("/bucket/**") { try await self.answer($0, $1) }
        router.get("/bucket/**") { try await self.answer($0, $1) }
        router.get("/bucket") { try await self.answer($0, $1) }
        router.delete("/bucket/**") { try await self.answer($0, $1) }
        return Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
    }

    private func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let body = Array(try await request.body.collect(upTo: 32 << 20).readableBytesView)
        guard isSigned(request, body) else { return Response(status: .forbidden) }
        return state.withLock { state in
            state.requests += 1
            if !state.failures.isEmpty { return Response(status: state.failures.removeFirst()) }
            return TestBucket.done(request, body, &state)
        }
    }

    private static func done(_ request: Request, _ body: [UInt8], _ state: inout State) -> Response {
        let path = request.uri.path
        switch request.method {
        case .put: state.objects[path] = body
        case .delete: state.objects[path] = nil
        case _ where path == "/bucket": return text(listing(request, state))
        case _:
            guard let found = state.objects[path] else { return Response(status: .notFound) }
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: found)))
        }
        return Response(status: .ok)
    }

    private static func listing(_ request: Request, _ state: State) -> String {
        let prefix = "/bucket/" + (request.uri.queryParameters["prefix"].map(String.init) ?? "")
        let after = request.uri.queryParameters["continuation-token"].map(String.init) ?? ""
        let keys = state.objects.keys.filter { $0.hasPrefix(prefix) && $0 > after }.sorted()
        let shown = keys.prefix(state.page)
        let isCut = shown.count < keys.count
        let contents = shown.map { key in
            """
            <Contents><Key>\(key.dropFirst("/bucket/".count))</Key><LastModified>2026-05-25T01:00:00.000Z</LastModified>\
            <Size>\(state.objects[key]?.count ?? 0)</Size></Contents>
            """
        }.joined()
        let next = isCut ? "<NextContinuationToken>\(shown.last ?? "")</NextContinuationToken>" : ""
        return "<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>\(isCut)</IsTruncated>\(next)\(contents)"
            + "</ListBucketResult>"
    }

    private static func text(_ text: String) -> Response {
        Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// As a store does: signs what arrived and compares.
    private func isSigned(_ request: Request, _ body: [UInt8]) -> Bool {
        func header(_ name: String) -> String? { request.headers[.init(name)!] }
        guard let stamp = header("x-amz-date"), let sent = header("authorization"),
            let host = request.head.authority, let now = TestBucket.instant(stamp)
        else { return false }
        let query = request.uri.queryParameters.map { (name: String($0.key), value: String($0.value)) }
        let made = RequestSignature(access: Self.key, region: "cn-test").headers(
            request.method.rawValue, host: host, path: request.uri.path, query: query, body: body, at: now)
        return made.first { $0.name == "authorization" }?.value == sent
    }

    private static func instant(_ stamp: String) -> Instant? {
        let digits = stamp.filter(\.isNumber)
        guard digits.count == 14 else { return nil }
        func part(_ from: Int, _ count: Int) -> Int { Int(digits.dropFirst(from).prefix(count)) ?? 0 }
        let day = Day(part(0, 4), part(4, 2), part(6, 2))
        return Instant(ms: Int64(day.number) * 86_400_000)
            .adding(seconds: Int64(part(8, 2) * 3_600 + part(10, 2) * 60 + part(12, 2)))
    }
}
