import Directory
import Domain
import Hummingbird
import Web

/// `GET`, `POST /matters/{number}/links` and the taking back of one: the one-time links of a matter, for those who look
/// after it.
struct LinksPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let done = query["sent"].map { _ in "链接已经发出，只有收信的人能打开。" } ?? query["revoked"].map { _ in "链接已经收回。" }
        return try await page(done, nil, .ok, context)
    }

    @Sendable func send(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        do {
            var reader = context.reader
            let whom = reader.choice("whom", "发给谁", as: SendLink.Whom.self)
            try reader.finish()
            guard let whom else { throw NotFound() }
            let (now, installation) = (installation.now(), installation)
            try await installation.once(request, context, at: now) { db, ids in
                try SendLink(number: number, whom: whom, signed: signed).run(db, at: now, ids: &ids, in: installation)
            }
            return .seeOther(number.linksAddress.with("sent", "yes"))
        } catch let errors as FormErrors {
            return try await page(nil, errors, .unprocessableContent, context)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(nil, FormErrors("whom", refusal.message), .conflict, context)
        }
    }

    @Sendable func revoke(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let link = try context.id("link")
        let now = installation.now()
        let installation = installation
        try await installation.database.write { db in
            try RevokeLink.run(db, link, of: number, by: signed, at: now, in: installation)
        }
        return .seeOther(number.linksAddress.with("revoked", "yes"))
    }

    private func page(
        _ done: String?, _ errors: FormErrors?, _ status: HTTPResponse.Status, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let now = installation.now()
        let installation = installation
        let (matter, links) = try await installation.database.read { db in
            let matter = try LinkedMatter.find(number, by: signed, in: db, installation)
            return (matter, try SentLink.all(of: matter.id, in: db, keys: installation.keys))
        }
        let parts = errors.map { context.parts(refused: $0) } ?? context.parts()
        let view = LinksView(matter: matter, links: links, done: done, parts: parts, now: now)
        return context.page(PageFrame("一次性链接", for: .staff, status: status, isWide: true), view.html)
    }
}

extension MatterNumber {
    /// The page of its one-time links.
    var linksAddress: Address { Address("/matters/\(text)/links") }
}
