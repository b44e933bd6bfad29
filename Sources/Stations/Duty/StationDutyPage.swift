import Database
import Directory
import Domain
import Hummingbird
import Web

/// `/station/{code}/duty`: 履职登记 that wait for the head: not verified yet, or objected to by the deputy.
struct StationDutyPage: Sendable {
    private static let frame = PageFrame("履职登记", for: .staff)
    private static let most = 100

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, correcting: nil, context)
    }

    @Sendable func verify(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let (id, version) = (try context.id("entry"), try context.reader.version())
        return try await installation.stationWrite(code, request, context) { write, ids in
            try DecideDuty.verify(write, id, version: version, ids: &ids)
            return DeskAddress(code: code).duty
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let (id, version) = (try context.id("entry"), try context.reader.version())
        var reader = context.reader
        let reason = reader.text("reason", "更正的原因", most: 200)
        guard reader.errors.isEmpty else {
            let parts = context.parts(prefix: "no\(id)-", refused: reader.errors)
            return try await page(Self.frame.refused(), correcting: (id, parts), context)
        }
        return try await installation.stationWrite(code, request, context) { write, ids in
            try DecideDuty.withdraw(write, id, reason: reason, version: version, ids: &ids)
            return DeskAddress(code: code).duty
        }
    }

    private func page(
        _ frame: PageFrame, correcting: (Int64, FormParts)?, _ context: AppContext
    ) async throws -> Response {
        let today = Day(of: installation.now())
        let keys = installation.keys
        let (duty, events) = try await installation.stationRead(context) { db, duty, _ in
            (duty, try DutyTable.open(at: duty.station.id, limit: Self.most, in: db, keys: keys))
        }
        let view = StationDutyView(duty: duty, events: events, today: today, correcting: correcting) {
            context.parts(prefix: $0)
        }
        return context.page(frame, view.html)
    }
}

struct StationDutyView {
    let duty: StationDuty
    let events: [DutyEvent]
    let today: Day
    let correcting: (id: Int64, parts: FormParts)?
    let fresh: (String) -> FormParts

    private var address: DeskAddress { DeskAddress(code: duty.station.code) }

    var html: HTML {
        """
        \(correcting?.parts.summary)
        <h1>履职登记</h1>
        <p class="lead">\(duty.station.name)：等站长核实的，和代表有异议的。没有核实的不算数。</p>
        \(list)
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var list: HTML {
        guard !events.isEmpty else { return Notice.empty("没有等核实的登记", "写好接待记录，参加的代表会自动登记。") }
        return "\(each: events, entry)"
    }

    private func entry(_ event: DutyEvent) -> HTML {
        """
        <section class="act"><h2>\(event.day.chinese(from: today))　\(event.name)　\(event.kind.chinese)</h2>
        <p>\(DutyWords.label(event))</p>
        \(event.objection.map { "<p>代表的异议：\($0)</p>" as HTML })
        \(if: duty.mayPublish, forms(event))</section>

        """
    }

    private func forms(_ event: DutyEvent) -> HTML {
        let parts = correcting.flatMap { $0.id == event.id ? $0.parts : nil } ?? fresh("no\(event.id)-")
        return """
            \(fresh("yes\(event.id)-").form(
                action: address.duty(event.id, "/verification").text, version: event.version,
                submit: event.isObjected ? "看过了，属实" : "核实", HTML()))
            <details\(flag: "open", correcting?.id == event.id)><summary>登记错了</summary>
            \(parts.form(
                action: address.duty(event.id, "/withdrawal").text, version: event.version, submit: "更正，不算数",
                parts.textField("reason", "更正的原因")))
            </details>
            """
    }
}
