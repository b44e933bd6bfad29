import Directory
import Domain
import Hummingbird
import Web

/// `POST /m/{number}/support`: 「我也遇到了」 on a public page, on the slip or on one's own page. The page belongs to the
/// ledger, the count to the matter. Whoever stands before a matter of her own counts by its telephone, once.
struct SupportPage: Sendable {
    let installation: Installation

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        let origin = Origin(kind: "support", browser: context.browser(), address: context.remoteAddress)
        let session = ReporterSession(request)
        let leased = try await installation.ids.take()
        let now = installation.now()
        let installation = installation
        do {
            _ = try await installation.database.write { db in
                var ids = leased
                try origin.count(at: now, in: db, installation)
                let reporter = try session?.renewed(at: now, in: db, keys: installation.keys)?.principal
                let asked = ActRequest(.ready(.support), browser: origin.browser)
                return try ActOnMatter.run(db, number, asked, by: reporter, at: now, ids: &ids, in: installation)
            }
        } catch let refusal as Refusal where refusal.code == "supported" {
            // Pressed twice: it is counted once, which is all the person wants.
        }
        guard let own = context.form["own"].flatMap({ MatterNumber($0) }) else {
            return .seeOther(Address("/m/" + number.text).with("supported", "yes"))
        }
        return .seeOther(Address("/my/" + own.text).with("done", Act.support.noun ?? ""))
    }
}
