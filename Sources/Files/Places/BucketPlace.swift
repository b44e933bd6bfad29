import AsyncHTTPClient
import Database
import Domain
import Foundation
import NIOCore
import NIOHTTP1

/// A bucket of an S3-compatible store (对象存储), for installations of several machines. What lies there is sealed before
/// it leaves this one.
struct BucketPlace: FilePlace {
    /// Everything of ours in the bucket begins with it.
    static let folder = "files/"

    /// Scheme, host and port, without a slash at the end.
    let address: String
    let host: String
    let bucket: String
    let signature: RequestSignature
    let clock: @Sendable () -> Instant

    private static let patience = TimeAmount.seconds(20)
    private static let tries = 3
    private static let mostAnswer = 16 << 20

    init(
        url: String, bucket: String, signature: RequestSignature, clock: @escaping @Sendable () -> Instant
    ) throws(BucketSettingsError) {
        guard let parts = URLComponents(string: url), let name = parts.host, let scheme = parts.scheme,
            ["http", "https"].contains(scheme), parts.path.isEmpty || parts.path == "/", parts.query == nil
        else { throw BucketSettingsError("附件存储的地址应写成 https://主机:端口，后面不带路径") }
        host = parts.port.map { "\(name):\($0)" } ?? name
        address = scheme + "://" + host
        self.bucket = bucket
        self.signature = signature
        self.clock = clock
    }

    func put(_ sealed: [UInt8], _ digest: [UInt8]) async throws {
        _ = try await ask(.PUT, path(digest), body: sealed)
    }

    func get(_ digest: [UInt8]) async throws -> [UInt8]? {
        try await ask(.GET, path(digest))
    }

    func remove(_ digest: [UInt8]) async throws {
        _ = try await ask(.DELETE, path(digest))
    }

    func digests(beginningWith byte: UInt8, before moment: Instant) async throws -> [[UInt8]] {
        var found: [[UInt8]] = []
        var next: String?
        repeat {
            var query = [("list-type", "2"), ("prefix", BucketPlace.folder + [byte].hex + "/")]
            if let next { query.append(("continuation-token", next)) }
            guard let answer = try await ask(.GET, "/" + bucket, query: query.map { (name: $0.0, value: $0.1) }) else {
                throw FileFault.place("no such bucket")
            }
            let page = try BucketListing(String(decoding: answer, as: UTF8.self))
            found += page.objects.filter { $0.putAt < moment }.compactMap { object in
                ContentDigest.digest(named: object.key.split(separator: "/").last ?? "")
            }
            next = page.next
        } while next != nil
        return found
    }

    private func path(_ digest: [UInt8]) -> String {
        let parts = [digest.prefix(1).hex, digest.dropFirst().prefix(1).hex, digest.hex]
        return "/" + bucket + "/" + BucketPlace.folder + parts.joined(separator: "/")
    }

    /// Nil for what is not there. What fails on the way is tried again: every request may be sent twice without harm.
    private func ask(
        _ method: HTTPMethod, _ path: String, query: [(name: String, value: String)] = [], body: [UInt8] = []
    ) async throws -> [UInt8]? {
        var last = DatabaseError.unreachable("files")
        for round in 1...BucketPlace.tries {
            do throws(DatabaseError) {
                return try await once(method, path, query, body)
            } catch .unreachable(let words) {
                last = .unreachable(words)
                if round < BucketPlace.tries { try await Task.sleep(for: .milliseconds(200 * round)) }
            }
        }
        throw last
    }

    private func once(
        _ method: HTTPMethod, _ path: String, _ query: [(name: String, value: String)], _ body: [UInt8]
    ) async throws(DatabaseError) -> [UInt8]? {
        let path = RequestSignature.encoded(path, keeping: "/")
        var request = HTTPClientRequest(
            url: address + path + (query.isEmpty ? "" : "?" + RequestSignature.encoded(query)))
        request.method = method
        let headers = signature.headers(method.rawValue, host: host, path: path, query: query, body: body, at: clock())
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        if method == .PUT {
            request.headers.add(name: "content-type", value: "application/octet-stream")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        let status: UInt
        let answer: [UInt8]
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: BucketPlace.patience)
            status = response.status.code
            answer = Array(try await response.body.collect(upTo: BucketPlace.mostAnswer).readableBytesView)
        } catch {
            throw .unreachable("files: \(type(of: error))")
        }
        return try BucketPlace.read(status, answer, method)
    }

    private static func read(
        _ status: UInt, _ answer: [UInt8], _ method: HTTPMethod
    ) throws(DatabaseError) -> [UInt8]? {
        switch status {
        case 200...299: return answer
        case 404 where method != .PUT: return nil
        // No room, or more than the bucket may hold.
        case 507: throw .full
        case 403 where PDFContent.contains(Array("Quota".utf8), in: answer[...]): throw .full
        case _: throw .unreachable("files: \(status)")
        }
    }
}
