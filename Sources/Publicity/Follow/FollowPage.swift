import Directory
import Domain
import Hummingbird
import Web

/// `GET`, `POST /follow`: news of something public by mail, without an account.
struct FollowPage: Sendable {
    private static let frame = PageFrame("关注")

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        return page(Self.frame, try await subject(query), context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let subject = try await subject(context.form) else { throw NotFound() }
        do {
            var reader = context.reader
            let mailbox = reader.mailbox("mailbox", "电子邮件地址")
            try reader.finish()
            if let mailbox { try await follow(subject, Sensitive(mailbox), request, context) }
            return .seeOther("/follow/sent")
        } catch let errors as FormErrors {
            return page(Self.frame.refused(), subject, context.parts(refused: errors), context)
        }
    }

    /// The same page whether the address follows already or not.
    @Sendable func sent(_ request: Request, _ context: AppContext) async throws -> Response {
        context.page(PageFrame("请到邮箱里确认"), FollowView.sent)
    }

    private func subject(_ form: FormBody) async throws -> FollowSubject? {
        let installation = installation
        return try await installation.database.read { db in
            try FollowSubject.asked(form, in: db, atlas: installation.snapshot(in: db).atlas)
        }
    }

    private func follow(
        _ subject: FollowSubject, _ mailbox: Sensitive<String>, _ request: Request, _ context: AppContext
    ) async throws {
        let browser = context.browser()
        let client = ClientRequest(
            owner: "browser:" + installation.keys.blindIndex("browser", browser).hex,
            clientID: try context.reader.submission().uuidString,
            hash: installation.keys.blindIndex("follow.form", context.form.content(at: request.uri.path)))
        let origin = FollowOrigin(browser: browser, address: context.remoteAddress)
        let now = installation.now()
        let installation = installation
        try await installation.write { db, ids in
            try Idempotency.perform(client, at: now, in: db) {
                try origin.count(at: now, in: db, installation)
                try FollowByMail.run(db, subject, mailbox: mailbox, at: now, ids: &ids, in: installation)
            }
        }
    }

    private func page(
        _ frame: PageFrame, _ subject: FollowSubject?, _ parts: FormParts, _ context: AppContext
    ) -> Response {
        let view = FollowView(subject: subject, isStaff: context.principal?.signed != nil, parts: parts)
        return context.page(frame, view.html)
    }
}
