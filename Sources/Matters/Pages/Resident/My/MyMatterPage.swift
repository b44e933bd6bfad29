import Database
import Directory
import Domain
import Files
import Hummingbird
import Web

/// `/my/{number}`: what became of one's own matter, and what one can say to it.
struct MyMatterPage: Sendable {
    let installation: Installation
    let store: FileStore

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        guard let opened = try await open(request, number) else {
            return .seeOther(Address("/my").with("number", number.text))
        }
        let done = try FormBody.query(of: request)["done"]
        var standing = Standing(
            done: done.flatMap(ReporterAct.init(noun:)), hasSupported: done == Act.support.noun)
        standing.channel.done = done.flatMap(MyChannelStanding.Done.init)
        return page(opened, standing, .ok, context)
    }

    @Sendable func act(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        guard let act = ReporterAct(noun: try context.part("noun")) else { throw NotFound() }
        guard let opened = try await open(request, number) else { return late(number, context) }
        do {
            return try await perform(act, opened, request, context)
        } catch let errors as FormErrors {
            return page(opened, Standing(tried: act, errors: errors), .unprocessableContent, context)
        } catch let refusal as Refusal {
            let why = ReporterRefusal.sentence(for: refusal)
            return page(opened, Standing(tried: act, why: why), .conflict, context)
        } catch is Stale {
            // The page is drawn from the new state, so the same form can be sent again as it is.
            return page(opened, Standing(tried: act, why: ReporterRefusal.stale), .conflict, context)
        }
    }

    private func perform(
        _ act: ReporterAct, _ opened: Opened, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let now = installation.now()
        var form = ActForm(act.act, context.form, today: Day(of: now))
        let typed = try form.request(version: context.reader.version())
        let sent = try SentActFiles([act.act], context)
        let sending = try Sending(request, context, in: installation)
        let origin = Origin(kind: "my", browser: context.browser(), address: context.remoteAddress)
        let asked = try await withFiles(typed, sent, origin, at: now)
        if case .reportRelapse(let words) = asked.draft {
            let slip = try await relapse(words, asked, opened, sending, origin, at: now)
            let accepted = KeptWords.own(opened.shown.matter.number, .reportRelapse)
            return try await ReceiptPage(installation: installation).answer(
                slip, said: words, accepted: accepted, context)
        }
        let installation = installation
        let number = opened.shown.matter.number
        let principal = opened.session.principal
        try await installation.write { db, ids in
            try Idempotency.perform(sending.client, at: now, in: db) {
                try origin.count(at: now, in: db, installation)
                _ = try ActOnMatter.run(db, number, asked, by: principal, at: now, ids: &ids, in: installation)
            }
        }
        return .seeOther(Address("/my/" + number.text).with("done", act.noun))
    }

    /// Photos are counted before they are worked on: whoever knows a code may still send too many.
    private func withFiles(
        _ asked: ActRequest, _ sent: SentActFiles, _ origin: Origin, at now: Instant
    ) async throws -> ActRequest {
        guard !sent.isEmpty else { return asked }
        let installation = installation
        try await installation.database.write { db in try origin.count(at: now, in: db, installation) }
        var asked = asked
        asked.files = try await sent.kept(in: store)
        return asked
    }

    private func relapse(
        _ words: String, _ asked: ActRequest, _ opened: Opened, _ sending: Sending, _ origin: Origin, at now: Instant
    ) async throws -> Receipt {
        let leased = try await installation.ids.take()
        let installation = installation
        let number = opened.shown.matter.number
        let principal = opened.session.principal
        return try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: now, in: db) {
                try origin.count(at: now, in: db, installation)
                let receipt = try ReportRelapse.run(
                    db, number, words: words, version: asked.version, by: principal, at: now, ids: &ids,
                    in: installation)
                return Receipt(receipt, at: now)
            }
        }
    }

    /// Somebody who showed the code and the matter as it is now; nil when there is no such session any more.
    func open(_ request: Request, _ number: MatterNumber) async throws -> Opened? {
        guard let session = ReporterSession(request) else { return nil }
        let now = installation.now()
        let installation = installation
        return try await installation.database.read { db in
            guard let session = try session.renewed(at: now, in: db, keys: installation.keys) else { return nil }
            let snapshot = try installation.snapshot(in: db)
            let shown = try MatterQuery.run(
                db, number, by: session.principal, at: now, atlas: snapshot.atlas, in: installation)
            let isFresh = [.registered, .accepted].contains(shown.matter.state)
            let nearby =
                try isFresh
                ? NearbyQuery.run(
                    db, like: shown.words, in: shown.division.id, except: number, atlas: snapshot.atlas) : []
            let channel = try ReporterChannelTable.kept(of: session.matter, in: db, keys: installation.keys)
            return Opened(
                shown: shown, nearby: nearby, session: session, channel: channel, calendar: snapshot.calendar,
                today: Day(of: now), leadStatedOn: try Self.leadStatedOn(shown.matter, in: db))
        }
    }

    /// She was told of the day that the lead of hers was promised for; nothing else of the lead is read.
    private static func leadStatedOn(_ matter: Matter, in db: Transaction) throws -> Day? {
        guard matter.clock(.asLead) != nil, let lead = matter.lead else { return nil }
        let day: Int32? = try db.value("SELECT stated_on FROM matter WHERE id = \(lead)")
        return day.map { Day(number: $0) }
    }

    func page(
        _ opened: Opened, _ standing: Standing, _ status: HTTPResponse.Status, _ context: AppContext
    ) -> Response {
        let view = MyMatterView(opened: opened, standing: standing, context: context)
        var response = context.page(PageFrame("您说的事", status: status), view.html)
        response.keep(opened.session, in: context)
        return response
    }

    func late(_ number: MatterNumber, _ context: AppContext) -> Response {
        let words = ["words", "reason", "comment"].compactMap { context.form[$0] }.joined(separator: "\n")
        let view = MyEntryView(
            parts: context.parts(), number: number.text, words: words, human: context.site.human)
        return context.page(PageFrame("查一件事", status: .unauthorized), view.html)
    }
}

extension MyMatterPage {
    /// A matter before its reporter.
    struct Opened: Sendable {
        let shown: ShownMatter
        /// What others said of the same, while there is still time to join them.
        let nearby: [NearbyMatter]
        let session: ReporterSession
        /// How she chose to be told; nil while she chose nothing.
        let channel: ReporterChannelTable.Kept?
        let calendar: WorkCalendar
        let today: Day
        /// The day its lead was promised for, while hers is merged.
        let leadStatedOn: Day?
    }

    /// What the reporter has just tried on the page, and what came of it.
    struct Standing {
        var done: ReporterAct?
        /// She said of another matter that she is troubled by it too.
        var hasSupported = false
        var tried: ReporterAct?
        var errors = FormErrors()
        var why: String?
        var channel = MyChannelStanding()
    }
}

extension AppContext {
    /// The number in the address; what is none belongs to nobody.
    func matterNumber() throws(NotFound) -> MatterNumber {
        guard let number = MatterNumber(try part("number")) else { throw NotFound() }
        return number
    }
}
