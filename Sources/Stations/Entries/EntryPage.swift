import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/station/{code}/entries`: 约定进站时间. A deputy asks for a time, the head confirms it or says why not.
struct EntryPage: Sendable {
    private static let frame = PageFrame("约定进站时间", for: .staff)
    private static let most = 100

    struct Shown: Sendable {
        var access: EntryAccess
        var entries: [EntryTime]
        var today: Day
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let today = Day(of: installation.now())
        do {
            var reader = context.reader
            let day = reader.day("day", "日期")
            if let day, day < today { reader.add("day", "日期已经过去，请选今天或以后的日期") }
            if let day, day > today.adding(days: 180) { reader.add("day", "请选半年以内的日期") }
            let from = reader.minute("from", "开始时间")
            let to = reader.minute("to", "结束时间")
            if let from, let to, from >= to { reader.add("to", "结束时间要晚于开始时间") }
            let purpose = reader.text("purpose", "来做什么", most: 100)
            try reader.finish()
            guard let day, let from, let to else { throw FormErrors("day", Messages.missingChoice("日期")) }
            let hours = ReceptionHours(from: from, to: to)
            return try await change(request, context) { write, ids in
                guard write.access.isDeputy else {
                    throw Refusal(.forbidden, code: "deputies-only", "进站的时间由代表自己约")
                }
                try write.ask(day: day, hours: hours, purpose: purpose, ids: &ids)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    @Sendable func confirm(_ request: Request, _ context: AppContext) async throws -> Response {
        let (id, version) = (try context.id("entry"), try context.reader.version())
        return try await change(request, context) { write, ids in
            try write.confirm(id, version: version, ids: &ids)
        }
    }

    @Sendable func decline(_ request: Request, _ context: AppContext) async throws -> Response {
        let (id, version) = (try context.id("entry"), try context.reader.version())
        var reader = context.reader
        let reason = reader.text("reason", "不方便的原因", most: 200)
        guard reader.errors.isEmpty else {
            let parts = context.parts(prefix: "no\(id)-", refused: reader.errors)
            return try await page(Self.frame.refused(), context.parts(), refusing: (id, parts), context)
        }
        return try await change(request, context) { write, ids in
            try write.decline(id, reason: reason, version: version, ids: &ids)
        }
    }

    @Sendable func cancel(_ request: Request, _ context: AppContext) async throws -> Response {
        let (id, version) = (try context.id("entry"), try context.reader.version())
        return try await change(request, context) { write, ids in
            try write.cancel(id, version: version, ids: &ids)
        }
    }

    private func change(
        _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (EntryWrite, inout IDs) throws -> Void
    ) async throws -> Response {
        let code = try context.part("code")
        let signed = try context.signedIn()
        let now = installation.now()
        let client = ClientRequest(by: signed.account, try context.sending(request), keys: installation.keys)
        let installation = installation
        try await installation.write { db, ids in
            let access = try EntryAccess(code, signed, atlas: installation.snapshot(in: db).atlas)
            let write = EntryWrite(db: db, access: access, now: now, installation: installation)
            try Idempotency.perform(client, at: now, in: db) { try act(write, &ids) }
        }
        return .seeOther(DeskAddress(code: code).entries.text)
    }

    private func page(
        _ frame: PageFrame, _ parts: FormParts, refusing: (Int64, FormParts)? = nil, _ context: AppContext
    ) async throws -> Response {
        let code = try context.part("code")
        let signed = try context.signedIn()
        let today = Day(of: installation.now())
        let installation = installation
        let shown = try await installation.database.read { db in
            let access = try EntryAccess(code, signed, atlas: installation.snapshot(in: db).atlas)
            let entries = try EntryTable.entries(
                of: access.station.id, from: today, limit: Self.most, in: db)
            return Shown(access: access, entries: entries, today: today)
        }
        let view = EntryView(shown: shown, parts: parts, refusing: refusing) { context.parts(prefix: $0) }
        return context.page(frame, view.html)
    }
}
