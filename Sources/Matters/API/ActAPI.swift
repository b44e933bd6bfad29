import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `POST /api/v1/matters/{number}/{noun}`: one act, one event. The version in the body says what the sender had seen.
struct ActAPI: Sendable {
    let installation: Installation
    let act: Act

    struct Supported: Encodable, Sendable {
        var number: String
        var supports: Int
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> APIAnswer {
        let (caller, number) = try await APICaller.ofMatter(request, context, in: installation)
        // Whatever is public may be supported by anybody; all else is for those who are known.
        if act != .support { _ = try caller.known() }
        let form = try await JSONFields.read(ActBody.fields(of: act) ?? [], from: request)
        let now = installation.now()
        var reader = ActForm(act, form, today: Day(of: now))
        let version = form["version"].flatMap { Int64($0) }
        var asked = try reader.request(version: version)
        asked.browser = "api " + caller.address
        let sending = try APISending(request, form, by: caller, in: installation)
        let leased = try await installation.ids.take(128)
        let (installation, request_) = (installation, asked)
        return try await installation.database.write { db in
            var ids = leased
            return try sending.once(at: now, in: db) {
                let doing = Doing(
                    number: number, request: request_, caller: caller, now: now, installation: installation)
                return try doing.run(in: db, ids: &ids)
            }
        }
    }
}

/// One act being done, and what its sender is told of it.
private struct Doing {
    let number: MatterNumber
    let request: ActRequest
    let caller: APICaller
    let now: Instant
    let installation: Installation

    func run(in db: Transaction, ids: inout IDs) throws -> (HTTPResponse.Status, any Encodable) {
        try caller.count("api.act", at: now, in: db, installation)
        if case .reportRelapse(let words) = request.draft {
            let receipt = try ReportRelapse.run(
                db, number, words: words, onBehalf: request.onBehalf, version: request.version,
                by: caller.principal, at: now, ids: &ids, in: installation)
            return (
                .created, try RegisteredJSON.of(receipt, by: caller.principal, at: now, in: db, installation)
            )
        }
        let change = try ActOnMatter.run(
            db, number, request, by: caller.principal, at: now, ids: &ids, in: installation)
        return (.ok, try answer(change, in: db))
    }

    private func answer(_ change: MatterChange, in db: Transaction) throws -> any Encodable {
        if request.draft.act == .support {
            let count: Int? = try db.value("SELECT COUNT(*) FROM matter_support WHERE matter = \(change.matter.id)")
            return ActAPI.Supported(number: number.text, supports: count ?? 0)
        }
        do {
            let snapshot = try installation.snapshot(in: db)
            let shown = try MatterQuery.run(
                db, number, by: caller.principal, at: now, atlas: snapshot.atlas, withEvents: false,
                in: installation)
            return MatterJSON(shown, calendar: snapshot.calendar, today: Day(of: now))
        } catch is NotFound {
            // A deputy who declined, a handler who gave it back: it is out of their sight now.
            return MatterJSON(change.matter)
        }
    }
}
