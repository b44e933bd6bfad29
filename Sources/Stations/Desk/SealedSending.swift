import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Secrets
import Web

/// One sending of a form whose answer shows codes: sent twice it happens once, and the answer is kept sealed meanwhile.
struct SealedSending: Sendable {
    private let client: ClientRequest
    /// What the kept answer is sealed to.
    private let row: Int64

    /// Of somebody signed in, or of this browser.
    init(_ request: Request, _ context: AppContext, in installation: Installation) throws {
        let id = try context.reader.submission()
        let browser = installation.keys.blindIndex("browser", context.browser())
        client = ClientRequest(
            owner: context.principal?.signed.map { "account:\($0.account)" } ?? "browser:"
                + Data(browser).base64EncodedString(),
            clientID: id.uuidString,
            hash: installation.keys.blindIndex("station.form", context.form.content(at: request.uri.path)))
        row = withUnsafeBytes(of: id.uuid) { $0.loadUnaligned(as: Int64.self) }
    }

    func once(at now: Instant, in db: Transaction, keys: KeyRing, _ act: () throws -> String) throws -> String {
        let answer = try Idempotency.once(client, at: now, in: db) {
            let sealed = keys.seal(try act(), table: "idempotency", column: "result", row: row)
            return StoredAnswer(status: 200, result: sealed)
        }
        return try keys.openText(answer.result, table: "idempotency", column: "result", row: row)
    }
}
