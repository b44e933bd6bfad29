import Database
import Directory
import Domain
import Hummingbird
import Web

/// `POST /my/{number}/channel` and `…/mailbox-code`: how the reporter wants to be told. Both forms stand on her page.
struct MyChannelPage: Sendable {
    /// A mailbox of somebody else must not be filled with codes.
    private static let codesPerDay = RateRule("reporter.mailbox", most: 5, seconds: 86_400)

    let page: MyMatterPage

    private var installation: Installation { page.installation }

    @Sendable func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        guard let opened = try await page.open(request, number) else { return page.late(number, context) }
        let channel: ReporterChannel
        do {
            channel = try Self.read(context, opened.shown.reporter)
        } catch {
            let standing = MyChannelStanding(tried: .choose, errors: error)
            return page.page(opened, MyMatterPage.Standing(channel: standing), .unprocessableContent, context)
        }
        try await write(channel, opened.shown.matter, request, context)
        return done(.channel, number)
    }

    @Sendable func prove(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        guard let opened = try await page.open(request, number) else { return page.late(number, context) }
        let outcome = try await tried(TypedText.digits(context.form["code"] ?? ""), opened.shown.matter, context)
        let sentence: String
        switch outcome {
        case .proved: return done(.proved, number)
        case .wrong: sentence = "验证码不对，请照邮件里的 6 位数字填。"
        case .over: sentence = "这个验证码已经不能用了，请再选一次电子邮件，会发一个新的。"
        }
        let standing = MyChannelStanding(tried: .prove, errors: FormErrors("code", sentence))
        return page.page(opened, MyMatterPage.Standing(channel: standing), .unprocessableContent, context)
    }

    private func done(_ what: MyChannelStanding.Done, _ number: MatterNumber) -> Response {
        .seeOther(Address("/my/" + number.text).with("done", what.rawValue))
    }

    /// Sent twice, it happens once and is answered alike.
    private func write(
        _ channel: ReporterChannel, _ matter: Matter, _ request: Request, _ context: AppContext
    ) async throws {
        let origin = Origin(kind: "my", browser: context.browser(), address: context.remoteAddress)
        let (now, installation) = (installation.now(), installation)
        try await installation.once(request, context, at: now) { db, ids in
            try origin.count(at: now, in: db, installation)
            if channel.way == .email { try Self.countCode(of: matter, at: now, in: db, installation) }
            try ChooseChannel.run(db, channel, for: matter, at: now, ids: &ids, in: installation)
        }
    }

    /// Not kept for a second sending: each try counts, and a code that was right stays right.
    private func tried(
        _ typed: String, _ matter: Matter, _ context: AppContext
    ) async throws -> ProveMailbox.Outcome {
        let origin = Origin(kind: "my", browser: context.browser(), address: context.remoteAddress)
        let now = installation.now()
        let installation = installation
        return try await installation.database.write { db in
            try origin.count(at: now, in: db, installation)
            return try ProveMailbox.run(db, typed, for: matter, at: now, in: installation)
        }
    }

    private static func countCode(
        of matter: Matter, at now: Instant, in db: Transaction, _ installation: Installation
    ) throws {
        switch try installation.limits.take(codesPerDay, key: "\(matter.id)", at: now, in: db) {
        case .allowed: return
        case .exceeded(let seconds): throw TooMany(retryAfter: seconds)
        }
    }

    /// Where it goes is asked only as far as she did not say it when she spoke.
    private static func read(
        _ context: AppContext, _ reporter: ShownReporter?
    ) throws(FormErrors) -> ReporterChannel {
        var reader = context.reader
        let way = reader.choice("way", "怎么告诉您", as: ReporterChannel.Way.self)
        var address: String?
        switch way?.place {
        case .telephone: address = reader.telephone("telephone", "电话号码", isRequired: reporter?.phone == nil)
        case .mailbox: address = reader.mailbox("mailbox", "电子邮件地址")
        case .home:
            let typed = reader.text("home", "住址", most: 200, isRequired: reporter?.address == nil)
            address = typed.isEmpty ? nil : typed
        case nil: break
        }
        try reader.finish()
        return ReporterChannel(way ?? .none, address: address.map { Sensitive($0) })
    }
}
