import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Secrets
import Web

/// One change over the API: in one write, and only once under one `Idempotency-Key`. The answer is kept for a repeated
/// sending; it may hold names and the query code, so it is sealed like all that is secret.
struct APISending: Sendable {
    private let client: ClientRequest?
    private let keys: KeyRing

    init(_ request: Request, _ form: FormBody, by caller: APICaller, in installation: Installation) throws(FormErrors) {
        keys = installation.keys
        guard let key = request.headers[.init("Idempotency-Key")!] else {
            client = nil
            return
        }
        guard Self.isKey(key) else {
            throw FormErrors("Idempotency-Key", "Idempotency-Key 应当是 16 到 100 个字母、数字、- 或 _，建议用 UUID")
        }
        client = ClientRequest(
            owner: caller.owner, clientID: key,
            hash: keys.blindIndex("request", form.content(at: request.uri.path)))
    }

    /// Does it, or finds the answer of the first time.
    func once(
        at now: Instant, in db: Transaction, _ act: () throws -> (HTTPResponse.Status, any Encodable)
    ) throws -> APIAnswer {
        guard let client else { return try APIAnswer(act()) }
        let row = Self.row(client)
        let stored = try Idempotency.once(client, at: now, in: db) {
            let answer = try APIAnswer(act())
            return StoredAnswer(
                status: Int(answer.status.code),
                result: keys.seal(answer.body, table: "idempotency", column: "result", row: row))
        }
        return APIAnswer(
            status: HTTPResponse.Status(code: stored.status),
            body: try keys.open(stored.result, table: "idempotency", column: "result", row: row))
    }

    private static func isKey(_ key: String) -> Bool {
        (16...100).contains(key.utf8.count)
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// What the envelope is bound to: the first bytes of the request's digest.
    private static func row(_ client: ClientRequest) -> Int64 {
        client.hash.prefix(9).reduce(0) { $0 << 8 | Int64($1) }
    }
}

/// An answer as bytes, as it was given the first time.
struct APIAnswer: Sendable, ResponseGenerator {
    let status: HTTPResponse.Status
    let body: [UInt8]

    init(status: HTTPResponse.Status, body: [UInt8]) {
        self.status = status
        self.body = body
    }

    init(_ answer: (HTTPResponse.Status, any Encodable)) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(status: answer.0, body: Array(try encoder.encode(answer.1)))
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
