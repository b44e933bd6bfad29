import Directory
import Domain
import Hummingbird
import Web

/// `GET /today`: what to do next and by when. Everybody who signs in lands here.
struct TodayPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let query = try FormBody.query(of: request)
        let now = installation.now()
        let installation = installation
        let (today, calendar) = try await installation.database.read { db in
            (
                try TodayQuery.run(db, by: signed, at: now, in: installation),
                try installation.snapshot(in: db).calendar
            )
        }
        let view = TodayView(
            today: today, roles: Set(signed.grants.map(\.role)), calendar: calendar, day: Day(of: now))
        return context.page(PageFrame("今天", for: .staff), context.justDone(query) + view.html)
    }
}
