import Directory
import Domain
import Hummingbird
import Web

/// `GET /petitions` and the two papers of a slip: what went to the petition department, without what was said.
struct PetitionsPage: Sendable {
    private static let list = "petitions"

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let cursor = try context.cursor(FormBody.query(of: request)["after"], for: Self.list)
        let now = installation.now()
        let installation = installation
        let (page, late, calendar) = try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            let query = PetitionSlipQuery(signed: signed, atlas: snapshot.atlas)
            let page = try query.page(after: cursor.map { ($0.sortKey, $0.id) }, in: db)
            let late = cursor == nil ? try query.withoutDeadline(on: Day(of: now), in: db) : []
            return (page, late, snapshot.calendar)
        }
        let next = page.next.map { context.text(of: Cursor(sortKey: $0.dueAt, id: $0.matter), for: Self.list) }
        let view = PetitionsView(
            slips: page.slips, withoutDeadline: late, calendar: calendar, now: now, next: next, isFirst: cursor == nil)
        return context.page(PageFrame("信访转送", for: .staff, isWide: true), view.html)
    }

    @Sendable func slip(_ request: Request, _ context: AppContext) async throws -> Response {
        try await paper("信访事项转送单", context) { $0.slip }
    }

    @Sendable func notice(_ request: Request, _ context: AppContext) async throws -> Response {
        try await paper("信访事项转送告知书", context) { $0.notice }
    }

    private func paper(
        _ title: String, _ context: AppContext, _ draw: @Sendable (PetitionPaper) -> HTML
    ) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let today = Day(of: installation.now())
        let installation = installation
        let (slip, atlas) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            return (try PetitionSlipQuery(signed: signed, atlas: atlas).slip(number, in: db), atlas)
        }
        return context.page(
            PageFrame(title, for: .staff), draw(PetitionPaper(kept: slip, atlas: atlas, today: today)))
    }
}
