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
        let (today, atlas, disputes) = try await installation.database.read { db in
            (
                try TodayQuery.run(db, by: signed, at: now, in: installation),
                try installation.snapshot(in: db).atlas, try OpenDisputeTable.numbers(for: signed, in: db)
            )
        }
        let view = TodayView(
            today: today, roles: Set(signed.grants.map(\.role)), office: signed.wording(in: atlas),
            day: Day(of: now))
        let done = context.justDone(query, of: query["matter"].flatMap { MatterNumber($0) })
        return context.page(
            PageFrame("今天", for: .staff), done + WaitingDisputes(numbers: disputes).html + view.html)
    }
}

extension Principal.Signed {
    /// Whoever assigns reads the words of the own organ: 交办 or 转交.
    func wording(in atlas: Atlas) -> Wording? {
        for grant in grants where grant.role == .assigningOffice {
            if case .organ(let id) = grant.place, let organ = atlas.organ(id) { return Wording(organ.kind) }
        }
        return nil
    }
}
