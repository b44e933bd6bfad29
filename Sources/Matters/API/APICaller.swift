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
            let (reporter, number) = try await ReporterAccess.open(typed, code: code, from: address, in: installation)
            return (APICaller(principal: reporter, address: address), number)
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
}
