import Database
import Directory
import Domain
import Hummingbird
import Web

/// Who speaks over the API: the reporter of a matter by its query code, somebody signed in by a bearer token, or
/// nobody known.
struct APICaller: Sendable {
    let principal: Principal?
    /// For rate limits; empty where it is not known.
    let address: String

    /// For an address with a matter's number in it.
    static func ofMatter(
        _ request: Request, _ context: AppContext, in installation: Installation
    ) async throws -> (APICaller, MatterNumber) {
        let typed = try context.part("number")
        let address = context.remoteAddress ?? ""
        if let code = request.headers[.init("X-Query-Code")!] {
            // What is no code at all tries nothing: it is as if none were there.
            guard QueryCode(code) != nil else { throw Unauthenticated() }
            do {
                let (reporter, number) = try await ReporterAccess.open(
                    typed, code: code, from: address, in: installation)
                return (APICaller(principal: reporter, address: address), number)
            } catch let slip as WaitingSlip {
                throw slip.refusal(try await installation.snapshot().atlas.station(slip.station))
            }
        }
        guard let number = MatterNumber(typed) else { throw NotFound() }
        return (APICaller(principal: context.principal, address: address), number)
    }

    static func of(_ context: AppContext) -> APICaller {
        APICaller(principal: context.principal, address: context.remoteAddress ?? "")
    }

    /// Somebody known, or the way to become it.
    func known() throws(Unauthenticated) -> Principal {
        guard let principal else { throw Unauthenticated() }
        return principal
    }

    /// Whose idempotency keys these are. A visitor's key is as good as a secret; her address may change between two
    /// tries on the way home.
    var owner: String {
        switch principal {
        case .account(let signed): "account:\(signed.account)"
        case .reporter(let matter): "reporter:\(matter)"
        case .system, nil: "visitor"
        }
    }

    /// Counts a sending of somebody who is not signed in, within the caller's write. A program keeps no cookie: all
    /// visitors behind one address count together.
    func count(_ kind: String, at now: Instant, in db: Transaction, _ installation: Installation) throws {
        guard principal?.signed == nil else { return }
        let most = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.opinionsPerHour)
        let rule = RateRule(kind, most: most, seconds: 3600)
        let verdict = try installation.limits.take(rule, key: owner + "\u{0}" + address, at: now, in: db)
        if case .exceeded(let seconds) = verdict { throw TooMany(retryAfter: seconds) }
    }
}
