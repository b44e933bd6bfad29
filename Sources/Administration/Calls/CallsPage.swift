import Database
import Directory
import Domain
import Hummingbird
import Outbox
import Record
import Web

/// `/calls`: 电话告知 and letters, for those who tell people by hand. The list has numbers only; whom to call is opened
/// one by one and written down by name.
struct CallsPage: Sendable {
    struct Shown: Sendable {
        var content: SendingContent
        var text: String
        var place: String
        /// She asked that somebody comes.
        var wantsVisit = false
        /// The paper that says itself what is told, where the station may write it now.
        var letter: Letter?

        /// Of the page on which name and address are opened.
        var title: String { wantsVisit ? "上门告知" : content.channel == .letter ? "打印信函" : "打电话" }
    }

    private static let list = "calls"
    private static let most = 20
    private static let frame = PageFrame("电话告知", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let outcome = query["done"].flatMap(ByHandOutcome.init)
        return try await page(Self.frame, context, after: query["after"], done: outcome)
    }

    /// Not a redirect: name and number stand on this one answer and in no address.
    @Sendable func open(_ request: Request, _ context: AppContext) async throws -> Response {
        let worker = try worker(context)
        let sending = try context.id("sending")
        let now = installation.now()
        let leased = try await installation.ids.take()
        let installation = installation
        let (opened, shown) = try await installation.database.write { db in
            var ids = leased
            let opened = try OpenContact.run(
                db, sending: sending, by: worker, at: now, ids: &ids, log: installation.log)
            return (opened, try Self.compose([opened.content], at: now, in: db, installation))
        }
        guard let one = shown.first else { throw NotFound() }
        let view = OpenedContactView(
            opened: opened, shown: one, today: Day(of: now), parts: context.parts(), along: along(context))
        return context.page(PageFrame(one.title, for: .staff), view.html)
    }

    @Sendable func tell(_ request: Request, _ context: AppContext) async throws -> Response {
        let worker = try worker(context)
        let sending = try context.id("sending")
        let version = try context.reader.version()
        do {
            var reader = context.reader
            let typed: ByHandOutcome? = reader.choice("outcome", "结果")
            try reader.finish()
            guard let outcome = typed else { throw FormErrors("outcome", Messages.missingChoice("结果")) }
            let log = installation.log
            // With what was told before this of the same matter, in the same call.
            let all = [AlongWith(sending: sending, version: version)] + along(context)
            return try await installation.staffWrite(request, context) { write, ids in
                for one in all {
                    try TellByHand.run(
                        write.db, sending: one.sending, version: one.version, outcome, by: worker, at: write.now,
                        ids: &ids, log: log, atlas: write.snapshot.atlas)
                }
                return Address("/calls").with("done", outcome.rawValue)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context, refused: (sending, errors))
        }
    }

    private func along(_ context: AppContext) -> [AlongWith] {
        context.form.all(AlongWith.field).prefix(Self.most).compactMap(AlongWith.init)
    }

    private func worker(_ context: AppContext) throws -> HandWorker {
        let worker = HandWorker(try context.signedIn(), keys: installation.keys)
        guard worker.hasWork else { throw NotFound() }
        return worker
    }

    private func page(
        _ frame: PageFrame, _ context: AppContext, after text: String? = nil, done: ByHandOutcome? = nil,
        refused: (sending: Int64, errors: FormErrors)? = nil
    ) async throws -> Response {
        let worker = try worker(context)
        let cursor = try context.cursor(text, for: Self.list)
        let now = installation.now()
        let installation = installation
        let found = try await installation.database.read { db in
            let waiting = try worker.waiting(after: cursor?.id, most: Self.most + 1, in: db)
            return try Self.compose(waiting, at: now, in: db, installation)
        }
        let shown = Array(found.prefix(Self.most))
        let last = found.count > Self.most ? shown.last?.content.id : nil
        let next = last.map { context.text(of: Cursor(sortKey: 0, id: $0), for: Self.list) }
        let view = CallsView(
            shown: shown, now: now, next: next, isFirst: cursor == nil, done: done, context: context, refused: refused)
        return context.page(frame, view.html)
    }

    private static func compose(
        _ contents: [SendingContent], at now: Instant, in db: Transaction, _ installation: Installation
    ) throws -> [Shown] {
        let atlas = try installation.snapshot(in: db).atlas
        let book = try TemplateBook(
            kinds: Set(contents.map(\.lead.kind)), areas: Set(contents.map(\.area)), atlas: atlas, at: now, in: db)
        let letters = try LettersToTell(contents, in: db)
        let composer = Composer(atlas: atlas, site: installation.settings.publicURL, book: book)
        return contents.map { content in
            let place =
                content.station.flatMap { atlas.station($0)?.name } ?? content.organ.flatMap { atlas.organ($0)?.name }
            return Shown(
                content: content, text: composer.compose(content, hidesSecrets: false).text, place: place ?? "",
                wantsVisit: letters.wantsVisit(content), letter: letters.paper(content))
        }
    }
}
