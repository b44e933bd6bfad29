import Directory
import Domain
import Files
import Foundation
import Hummingbird
import Web

/// `GET /l/{token}`, `POST /l/{token}/{noun}`: the one step that a message asked for, without signing in. Opening it
/// does nothing: mail programs and telephones open links to look at them.
struct LinkPage: Sendable {
    let installation: Installation
    let store: FileStore

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = try context.part("token")
        guard let screen = try await screen(token) else { return try await unknown(context) }
        let done = try FormBody.query(of: request)["done"].flatMap(LinkAct.init(noun:))
        return page(screen, token, done: done, nil, screen.isOver ? .gone : .ok, context)
    }

    @Sendable func act(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = try context.part("token")
        guard let act = LinkAct(noun: try context.part("noun")) else { throw NotFound() }
        guard let opened = try await screen(token) else { return try await unknown(context) }
        var attempt = LinkScreen.Attempt(act: act)
        do {
            try await perform(act, opened.link, token, context)
            return .seeOther(Address("/l/" + Address.encoded(token)).with("done", act.noun)).secret()
        } catch let errors as FormErrors {
            attempt.errors = errors
        } catch let refusal as Refusal {
            (attempt.why, attempt.status) = (refusal.message, refusal.kind == .forbidden ? 403 : 409)
        } catch is Stale {
            (attempt.why, attempt.status) = (Self.stale, 409)
        } catch is NotFound {
            (attempt.why, attempt.status) = (Self.gone, 409)
        }
        guard let screen = try await screen(token) else { return try await unknown(context) }
        return page(screen, token, done: nil, attempt, HTTPResponse.Status(code: attempt.status), context)
    }

    private static let stale = "您填写的时候，这件事有了新的变化，已经显示在下面。您写的内容还在，请看一下再决定要不要提交。"
    private static let gone = "这件事已经转到别处，不用您办了。"

    private func screen(_ token: String) async throws -> LinkScreen? {
        let now = installation.now()
        let installation = installation
        return try await installation.database.read { db in
            try LinkScreen(token, at: now, in: db, installation: installation)
        }
    }

    private func perform(
        _ act: LinkAct, _ link: OpenedLink, _ token: String, _ context: AppContext
    ) async throws {
        let now = installation.now()
        var asked = try requests(act, context, on: Day(of: now))
        // What the link is not good for any more is refused without looking at what came along.
        if link.signed != nil, link.offers(act) { asked = try await withFiles(asked, of: link, at: now, context) }
        let acting = ActByLink(
            token: token, act: act, requests: asked, reason: try reason(act, context))
        let (id, hash) = (try context.reader.submission(), content(act, context))
        let leased = try await installation.ids.take(128)
        let installation = installation
        try await installation.database.write { db in
            var ids = leased
            try acting.run(
                db, once: { ClientRequest(owner: "link:\($0)", clientID: id.uuidString, hash: hash) }, at: now,
                ids: &ids, in: installation)
        }
    }

    /// Photos are kept before anything is written, as on the answer screen, and counted before they are worked on:
    /// whoever holds a link may still send too many.
    private func withFiles(
        _ asked: [ActRequest], of link: OpenedLink, at now: Instant, _ context: AppContext
    ) async throws -> [ActRequest] {
        let sent = try SentActFiles(asked.map(\.draft.act), context)
        guard !sent.isEmpty else { return asked }
        let installation = installation
        try await installation.database.write { db in try link.countFiles(at: now, in: db, installation) }
        return try await asked.with(sent.kept(in: store))
    }

    /// Only what the link is for; who acts by it acts for herself, and a handler may name a letter of its own.
    private func requests(_ act: LinkAct, _ context: AppContext, on today: Day) throws -> [ActRequest] {
        guard let first = act.act else { return [] }
        let asked = try first.requests(in: context.form, version: context.reader.version(), today: today)
        guard asked.allSatisfy({ act.acts.contains($0.draft.act) }) else { throw NotFound() }
        return asked.map { request in
            var request = request
            if request.onBehalf?.speaker != .handler { request.onBehalf = nil }
            return request
        }
    }

    private func reason(_ act: LinkAct, _ context: AppContext) throws(FormErrors) -> String {
        guard act == .dispute else { return "" }
        var reader = context.reader
        let reason = reader.lines("reason", "为什么不是您的意思", most: 2000)
        try reader.finish()
        return reason
    }

    private func content(_ act: LinkAct, _ context: AppContext) -> [UInt8] {
        installation.keys.blindIndex("request", context.form.content(at: "/l/" + act.noun))
    }

    private func page(
        _ screen: LinkScreen, _ token: String, done: LinkAct?, _ attempt: LinkScreen.Attempt?,
        _ status: HTTPResponse.Status, _ context: AppContext
    ) -> Response {
        let view = LinkView(screen: screen, token: token, done: done, attempt: attempt, context: context)
        return draw(
            view.title, view.html, status, scripts: screen.offered.contains(.reply) ? ["reply.js"] : [], context)
    }

    /// A token that no link has. Counted, so that guessing ends soon; nothing is said about what there is.
    private func unknown(_ context: AppContext) async throws -> Response {
        let tries = LinkTries(address: context.remoteAddress ?? "")
        let now = installation.now()
        let installation = installation
        let wait = try await installation.database.write { db in try tries.count(at: now, in: db, installation) }
        if let wait { throw TooMany(retryAfter: wait) }
        return draw("这个链接打不开", LinkView.unknown, .notFound, context)
    }

    private func draw(
        _ title: String, _ body: HTML, _ status: HTTPResponse.Status, scripts: [String] = [], _ context: AppContext
    ) -> Response {
        var frame = PageFrame(title, status: status)
        frame.isBare = true
        frame.scripts = scripts
        return context.page(frame, body).secret()
    }
}

extension Response {
    /// The address is as good as a key: no other page is told where one came from.
    fileprivate func secret() -> Response {
        var response = self
        response.headers[.init("Referrer-Policy")!] = "no-referrer"
        return response
    }
}
