import Database
import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// `GET /inbox`, `POST /inbox/read`: 站内消息. Everybody's own, newest first.
struct InboxPage: Sendable {
    struct Shown: Sendable {
        var message: StoredMessage
        var text: String
    }

    private static let list = "inbox"
    private static let most = 50

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let cursor = try context.cursor(FormBody.query(of: request)["after"], for: Self.list)
        let now = installation.now()
        let installation = installation
        let position = cursor.map { Inbox.Position(notBefore: Instant(ms: $0.sortKey), id: $0.id) }
        let found = try await installation.database.read { db in
            let messages = try Inbox.messages(
                of: signed.person, after: position, most: Self.most + 1, at: now, in: db, keys: installation.keys)
            let atlas = try installation.snapshot(in: db).atlas
            let book = try TemplateBook(
                kinds: Set(messages.map(\.kind)), areas: Set(messages.map(\.area)), atlas: atlas, at: now, in: db)
            let composer = Composer(atlas: atlas, site: installation.settings.publicURL, book: book)
            return messages.map { Shown(message: $0, text: composer.single($0, by: .inbox).text) }
        }
        let shown = Array(found.prefix(Self.most))
        let last = found.count > Self.most ? shown.last?.message : nil
        let view = InboxView(
            shown: shown,
            next: last.map { context.text(of: Cursor(sortKey: $0.notBefore.ms, id: $0.id), for: Self.list) },
            isFirst: cursor == nil, seen: now, site: installation.settings.publicURL, parts: context.parts())
        return context.page(PageFrame("消息", for: .staff), view.html)
    }

    /// Up to the moment at which the page was drawn: what came in since is still new. Twice is no fault.
    @Sendable func markRead(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        guard let seen = context.form["seen"].flatMap({ Int64($0) }) else { throw Unreadable(.form) }
        let now = installation.now()
        try await installation.database.write { db in
            try Inbox.read(signed.person, upTo: Instant(ms: seen), at: now, in: db)
        }
        return .seeOther("/inbox")
    }
}
