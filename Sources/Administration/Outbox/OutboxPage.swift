import Database
import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// `/admin/outbox`: 消息发送. What waits, what is stuck and why, what left, what it cost.
struct OutboxPage: Sendable {
    struct Shown: Sendable {
        var content: SendingContent
        var text: String
    }

    /// Everything the page says.
    struct Overview: Sendable {
        var lens: OutboxLens
        var place: String
        var part: OutboxQuery.Part
        var channels: [ChannelStatus]
        var counts: [OutboxQuery.Count]
        var month: Int
        var totals: [OutboxQuery.Total]
        var shown: [Shown]
        var now: Instant
    }

    let installation: Installation
    let channels: Channels

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let query = try FormBody.query(of: request)
        let part = query["part"].flatMap(OutboxQuery.Part.init) ?? .stuck
        let list = "outbox/" + part.rawValue
        let cursor = try context.cursor(query["after"], for: list)
        let now = installation.now()
        let month = OutboxPage.month(query["month"]) ?? OutboxPage.month(of: Day(of: now))
        let (installation, channels) = (installation, channels)
        let overview = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let asked = OutboxQuery(lens: try OutboxLens(of: signed, atlas: atlas), part: part)
            let contents = try asked.sendings(
                after: cursor.map { ($0.sortKey, $0.id) }, at: now, in: db, keys: installation.keys)
            return Overview(
                lens: asked.lens, place: asked.lens.name(in: atlas), part: part,
                channels: try ChannelStatus.all(of: channels, in: db), counts: try asked.counts(in: db), month: month,
                totals: try asked.totals(month: month, in: db),
                shown: try Self.compose(contents, atlas: atlas, at: now, in: db, installation), now: now)
        }
        let last = overview.shown.count > OutboxQuery.most ? overview.shown[OutboxQuery.most - 1].content : nil
        let next = last.map { context.text(of: Cursor(sortKey: $0.endedAt?.ms ?? 0, id: $0.id), for: list) }
        let view = OutboxView(
            overview: overview, next: next, isFirst: cursor == nil, done: query["done"].flatMap(HandleStuck.Act.init),
            context: context)
        return context.page(PageFrame("消息发送", for: .staff, isWide: true), view.html)
    }

    @Sendable func retry(_ request: Request, _ context: AppContext) async throws -> Response {
        try await change(.retry, request, context)
    }

    @Sendable func stop(_ request: Request, _ context: AppContext) async throws -> Response {
        try await change(.giveUp, request, context)
    }

    private func change(
        _ act: HandleStuck.Act, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let id = try context.id("sending")
        let version = try context.reader.version()
        let keys = installation.keys
        return try await installation.staffWrite(request, context) { write, _ in
            let atlas = write.snapshot.atlas
            let lens = try OutboxLens(of: write.signed, atlas: atlas)
            let content = try OutboxQuery(lens: lens, part: .stuck).sending(id, in: write.db, keys: keys)
            try HandleStuck.run(
                write.db, act, content, version: version, by: write.signed.account, at: write.now, atlas: atlas)
            return Address("/admin/outbox").with("done", act.rawValue)
        }
    }

    /// Codes and links that open something are dots: whoever looks after the sending is not whom they are for.
    private static func compose(
        _ contents: [SendingContent], atlas: Atlas, at now: Instant, in db: Transaction, _ installation: Installation
    ) throws -> [Shown] {
        let book = try TemplateBook(
            kinds: Set(contents.flatMap { $0.messages.map(\.kind) }), areas: Set(contents.map(\.area)), atlas: atlas,
            at: now, in: db)
        let composer = Composer(atlas: atlas, site: installation.settings.publicURL, book: book)
        return contents.map { Shown(content: $0, text: composer.compose($0, hidesSecrets: true).text) }
    }

    /// `2026-05` as 202605.
    static func month(_ typed: String?) -> Int? {
        guard let typed, let first = Day(iso: typed + "-01") else { return nil }
        return month(of: first)
    }

    static func month(of day: Day) -> Int { day.civil.year * 100 + day.civil.month }
}
