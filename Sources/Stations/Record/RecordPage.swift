import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Web

/// `/station/{code}/receptions/{reception}/record` and, for a paper book and a visit, `/station/{code}/records` and
/// `/station/{code}/visits`: one form for the whole occasion, and one slip for each visitor.
struct RecordPage: Sendable {
    let installation: Installation
    let register: RegisterVoice

    @Sendable func planned(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(.planned(context.id("reception")), context.parts(), .ok, context)
    }

    @Sendable func paper(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(.paper, context.parts(), .ok, context)
    }

    @Sendable func visit(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(.visit, context.parts(), .ok, context)
    }

    @Sendable func submitPlanned(_ request: Request, _ context: AppContext) async throws -> Response {
        try await submit(.planned(context.id("reception")), request, context)
    }

    @Sendable func submitPaper(_ request: Request, _ context: AppContext) async throws -> Response {
        try await submit(.paper, request, context)
    }

    @Sendable func submitVisit(_ request: Request, _ context: AppContext) async throws -> Response {
        try await submit(.visit, request, context)
    }

    private func submit(_ kind: RecordKind, _ request: Request, _ context: AppContext) async throws -> Response {
        // 再加一位: nothing is checked or kept yet, the same form comes back with one row more.
        if context.form["more"] != nil {
            return try await page(kind, context.parts(refused: FormErrors()), .ok, more: 1, context)
        }
        do {
            let (slips, duty) = try await write(kind, request, context)
            let atlas = try await installation.snapshot().atlas
            let view = SlipsView(
                slips: slips.slips, writtenAt: Instant(ms: slips.writtenAt), duty: duty, atlas: atlas,
                now: installation.now(), site: installation.settings.publicURL, human: context.site.human)
            return context.page(PageFrame("记录写好了", for: .staff), view.html)
        } catch let errors as FormErrors {
            return try await page(kind, context.parts(refused: errors), .unprocessableContent, context)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(
                kind, context.parts(refused: FormErrors("", refusal.message)), .conflict, context)
        }
    }

    /// What a repeated sending finds again, sealed meanwhile.
    private struct Kept: Codable, Sendable {
        var slips: [WriteRecord.Slip]
        var writtenAt: Int64
    }

    private func write(
        _ kind: RecordKind, _ request: Request, _ context: AppContext
    ) async throws -> (Kept, StationDuty) {
        let code = try context.part("code")
        let signed = try context.signedIn()
        let now = installation.now()
        let sending = try SealedSending(request, context, in: installation)
        let reader = context.reader
        let leased = try await installation.ids.take(1024)
        let (installation, register) = (installation, register)
        let (text, duty) = try await installation.database.write { db in
            var ids = leased
            let snapshot = try installation.snapshot(in: db)
            let duty = try StationDuty(code, signed, atlas: snapshot.atlas)
            let limits = RecordLimits(snapshot.rules(at: duty.station.division, on: Day(of: now)))
            let draft = try RecordDraft(reading: reader, of: kind, today: Day(of: now), limits: limits)
            let text = try sending.once(at: now, in: db, keys: installation.keys) {
                let write = StationWrite(
                    db: db, duty: duty, now: now, log: installation.log, atlas: snapshot.atlas,
                    keys: installation.keys)
                let record = WriteRecord(write: write, kind: kind, draft: draft, register: register)
                let kept = Kept(slips: try record.run(ids: &ids), writtenAt: now.ms)
                return String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
            }
            return (text, duty)
        }
        return (try JSONDecoder().decode(Kept.self, from: Data(text.utf8)), duty)
    }

    private func page(
        _ kind: RecordKind, _ parts: FormParts, _ status: HTTPResponse.Status, more: Int = 0, _ context: AppContext
    ) async throws -> Response {
        let shown = try await RecordQuery(installation: installation).run(
            context.part("code"), context.signedIn(), kind)
        var frame = PageFrame(kind.title, for: .staff, isWide: true)
        frame.status = status
        guard shown.record == nil || parts.isShownAgain else {
            return context.page(frame, WrittenRecordView(shown: shown).html)
        }
        let typed = RecordDraft.rows(in: context.form) + more
        let rows = parts.isShownAgain ? min(typed, VisitorForm.most) : shown.rows
        let view = RecordView(shown: shown, kind: kind, rows: rows, hasMore: more > 0, parts: parts)
        return context.page(frame, view.html)
    }
}
