import Database
import Directory
import Domain
import Hummingbird
import Web

/// `/bookings`: by its code a resident sees the time that was asked for, and gives it back.
struct BookingLookPage: Sendable {
    private static let frame = PageFrame("查约好的时间")
    private static let unknown = FormErrors("code", "没有这个约号，请照纸条上的写；过了 30 天的查不到了")

    struct Shown: Sendable {
        var booking: Booking
        var station: Station
        var place: String
        var deputies: [PublicReception.Deputy]
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        context.page(Self.frame, BookingLookView(parts: context.parts(), human: context.site.human).html)
    }

    @Sendable func look(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(context) { _, _ in }
    }

    @Sendable func cancel(_ request: Request, _ context: AppContext) async throws -> Response {
        let now = installation.now()
        return try await answer(context) { shown, db in
            guard shown.booking.isAhead(at: now) else { return }
            if try BookingTable.cancel(shown.booking.id, at: now, in: db) { shown.booking.state = .cancelled }
        }
    }

    private func answer(
        _ context: AppContext, _ act: @escaping @Sendable (inout Shown, Transaction) throws -> Void
    ) async throws -> Response {
        let code = TypedText.digits(context.form["code"] ?? "")
        guard code.count == 10 else {
            return refused(FormErrors("code", "约号是 10 个数字，请照纸条上的写"), .unprocessableContent, context)
        }
        guard let shown = try await find(code, context, act) else {
            return refused(Self.unknown, .notFound, context)
        }
        let view = BookingShownView(
            shown: shown, code: code, parts: context.parts(), now: installation.now(), human: context.site.human)
        return context.page(Self.frame, view.html)
    }

    /// Wrong codes are counted; a throw would take the count back, so nil is returned.
    private func find(
        _ code: String, _ context: AppContext, _ act: @escaping @Sendable (inout Shown, Transaction) throws -> Void
    ) async throws -> Shown? {
        let now = installation.now()
        let rule = BookingOrigin(kind: "booking.code", browser: context.browser(), address: context.remoteAddress)
        let installation = installation
        let result: Result<Shown, CodeFault> = try await installation.database.write { db in
            let snapshot = try installation.snapshot(in: db)
            let rules = snapshot.rules(on: Day(of: now))
            let limit = RateRule(rule.kind, most: rules.number(.codeTriesPerHour), seconds: 3600)
            let key = rule.address ?? rule.browser
            if let seconds = try installation.limits.exhausted(limit, key: key, at: now, in: db) {
                return .failure(.tooMany(seconds))
            }
            guard let booking = try BookingTable.find(code: code, in: db, keys: installation.keys),
                let station = snapshot.atlas.station(booking.station),
                let reception = try ReceptionTable.find(booking.reception, of: station.id, in: db)
            else {
                _ = try installation.limits.take(limit, key: key, at: now, in: db)
                return .failure(.unknown)
            }
            var shown = Shown(
                booking: booking, station: station, place: reception.place,
                deputies: try ReceptionTable.receiving(at: reception.id, in: db))
            try act(&shown, db)
            return .success(shown)
        }
        switch result {
        case .success(let shown): return shown
        case .failure(.unknown): return nil
        case .failure(.tooMany(let seconds)): throw TooMany(retryAfter: seconds)
        }
    }

    private enum CodeFault: Error {
        case unknown
        case tooMany(Int)
    }

    private func refused(_ errors: FormErrors, _ status: HTTPResponse.Status, _ context: AppContext) -> Response {
        var frame = Self.frame
        frame.status = status
        let view = BookingLookView(parts: context.parts(refused: errors), human: context.site.human)
        return context.page(frame, view.html)
    }
}

struct BookingLookView {
    let parts: FormParts
    let human: Site.HumanLine

    var html: HTML {
        """
        \(parts.summary)
        <h1>查约好的时间</h1>
        <p class="lead">填约的时候给您的约号，可以看是哪天，也可以取消。</p>
        \(parts.form(
            action: "/bookings", submit: "查一查",
            parts.textField("code", "约号", kind: .code, notes: "10 个数字，例如 12345 67890")))
        <p>约号丢了？打电话问：\(Telephone(human.telephone).html)（\(human.hours)，有人接听）。</p>
        """
    }
}

struct BookingShownView {
    let shown: BookingLookPage.Shown
    let code: String
    let parts: FormParts
    let now: Instant
    let human: Site.HumanLine

    var html: HTML {
        """
        <h1>您约好的时间</h1>
        \(DefinitionList([
            ("什么时间", "\(day) \(ReceptionHours.clock(shown.booking.minute))"),
            ("见哪位代表", "\(ReceptionWords.names(shown.deputies))"), ("在哪里", "\(shown.station.name)，\(shown.place)"),
            ("情况", state),
        ]).html)
        \(if: isOpen, cancellation)
        <p><a href="\(address: Address.station(shown.station.code))">看联络站的页面</a></p>
        """
    }

    private var day: String { ReceptionWords.dayAndDistance(shown.booking.day, from: Day(of: now)) }

    private var isOpen: Bool { shown.booking.state == .booked && shown.booking.isAhead(at: now) }

    private var state: HTML {
        switch shown.booking.state {
        case .cancelled: StatusLabel("已取消", .calm).html
        case .booked: isOpen ? StatusLabel("约好了", .running).html : StatusLabel("已过去", .calm).html
        }
    }

    private var cancellation: HTML {
        parts.form(
            action: "/bookings/cancellation",
            buttons: "<button type=\"submit\" class=\"danger\">取消这个时间</button>",
            "<p>取消以后，这个时间别人可以约。</p>\(parts.hidden("code", code))")
    }
}
