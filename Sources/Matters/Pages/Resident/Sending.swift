import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Record
import Web

/// One sending of a form: the same form sent twice must happen once.
struct Sending {
    let client: ClientRequest
    /// What answers kept for a repeated sending are sealed to.
    let row: Int64

    /// Of somebody signed in, or of this browser.
    init(_ request: Request, _ context: AppContext, in installation: Installation) throws {
        let id = try context.reader.submission()
        // The token is masked anew in each answer, so it says nothing about whether the content is the same.
        let fields = context.form.fields.filter { $0.name != "form_token" }.map { "\($0.name)\u{0}\($0.value)" }
        let content = ([request.uri.path] + fields.sorted()).joined(separator: "\u{1}")
        let browser = installation.keys.blindIndex("browser", context.browser())
        client = ClientRequest(
            owner: context.principal?.signed.map { "account:\($0.account)" } ?? "browser:"
                + Data(browser).base64EncodedString(),
            clientID: id.uuidString, hash: installation.keys.blindIndex("resident.form", content))
        row = withUnsafeBytes(of: id.uuid) { $0.loadUnaligned(as: Int64.self) }
    }
}

extension Installation {
    /// Does once what the form of this request asks for, for a page that leads to one place whatever came of it.
    func once(
        _ request: Request, _ context: AppContext, at now: Instant,
        _ act: @escaping @Sendable (Transaction, inout IDs) throws -> Void
    ) async throws {
        let sending = try Sending(request, context, in: self)
        try await write { db, ids in
            try Idempotency.perform(sending.client, at: now, in: db) { try act(db, &ids) }
        }
    }
}
