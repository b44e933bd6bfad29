import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/duty`: what is written down of a deputy's own work, and her word against it.
struct DutyPage: Sendable {
    private static let frame = PageFrame("我的履职记录", for: .staff)
    private static let most = 200

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, objecting: nil, context)
    }

    @Sendable func object(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let (id, version) = (try context.id("entry"), try context.reader.version())
        var reader = context.reader
        let words = reader.lines("words", "哪里不对", most: 500)
        guard reader.errors.isEmpty else {
            let parts = context.parts(prefix: "no\(id)-", refused: reader.errors)
            return try await page(Self.frame.refused(), objecting: (id, parts), context)
        }
        let now = installation.now()
        let client = ClientRequest(by: signed.account, try context.sending(request), keys: installation.keys)
        let installation = installation
        try await installation.write { db, ids in
            try Idempotency.perform(client, at: now, in: db) {
                try ObjectToDuty.run(
                    db, id, words: words, version: version, by: signed, at: now, ids: &ids, in: installation)
            }
        }
        return .seeOther("/duty")
    }

    private func page(
        _ frame: PageFrame, objecting: (Int64, FormParts)?, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        guard signed.grants.contains(where: { $0.role == .deputy }) else {
            throw Refusal(.forbidden, code: "deputies-only", "这一页是代表看自己的履职记录用的")
        }
        let now = installation.now()
        let installation = installation
        let (events, stations) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let stations = signed.grants.compactMap { grant -> Station? in
                guard grant.role == .deputy, case .station(let id) = grant.place else { return nil }
                return atlas.station(id)
            }
            return (
                try DutyTable.events(of: signed.person, limit: Self.most, in: db, keys: installation.keys), stations
            )
        }
        let view = DutyView(events: events, stations: stations, today: Day(of: now), objecting: objecting) {
            context.parts(prefix: $0)
        }
        return context.page(frame, view.html)
    }
}

struct DutyView {
    let events: [DutyEvent]
    let stations: [Station]
    let today: Day
    let objecting: (id: Int64, parts: FormParts)?
    let fresh: (String) -> FormParts

    var html: HTML {
        """
        \(objecting?.parts.summary)
        <h1>我的履职记录</h1>
        <p class="lead">联络站照实登记的，不用您自己填。有人核实过的才算数；哪一条不对，可以提出来。</p>
        <ul>\(each: stations, { station in
            """
            <li><a href="\(address: DeskAddress(code: station.code).entries)">约定到\(station.name)的时间</a></li>

            """
        })<li><a href="/duty/calendar.ics">把我的接待放进手机日历</a></li></ul>
        \(list)
        """
    }

    private var list: HTML {
        guard !events.isEmpty else { return Notice.empty("还没有记录", "参加接待、走访以后，联络站会登记在这里。") }
        return "\(each: events, entry)"
    }

    private func entry(_ event: DutyEvent) -> HTML {
        """
        <section class="act"><h2>\(event.day.chinese(from: today))　\(event.kind.chinese)</h2>
        <p>\(DutyWords.label(event))\(event.verifier.map { "　核实：\($0)" as HTML })</p>
        \(event.objection.map { "<p>您提的异议：\($0)</p>" as HTML })
        \(if: !event.isObjected && !event.isWithdrawn, form(event))</section>

        """
    }

    private func form(_ event: DutyEvent) -> HTML {
        let parts = objecting.flatMap { $0.id == event.id ? $0.parts : nil } ?? fresh("no\(event.id)-")
        return """
            <details\(flag: "open", objecting?.id == event.id)><summary>这一条不对</summary>
            \(parts.form(
                action: "/duty/\(event.id)/objection", version: event.version, submit: "提出异议",
                parts.textArea("words", "哪里不对", rows: 3, notes: FieldNotes(seenBy: "站长"))))
            </details>
            """
    }
}

/// How an entry stands.
enum DutyWords {
    static func label(_ event: DutyEvent) -> HTML {
        if event.isWithdrawn { return StatusLabel("已更正，不算数", .calm).html }
        if event.isObjected { return StatusLabel("有异议，暂不算数", .late).html }
        return event.counted == 1
            ? StatusLabel("已核实", .done).html : StatusLabel("还没有核实，暂不算数", .soon).html
    }
}
