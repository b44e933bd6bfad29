import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// One change by somebody signed in: in which transaction, by whom, when.
struct StaffWrite {
    let db: Transaction
    let signed: Principal.Signed
    let now: Instant
    let snapshot: Snapshot
}

extension Installation {
    /// Runs a change for the form of this request and leads on. The same form sent twice leads to where the first led.
    func staffWrite(
        _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (StaffWrite, inout IDs) throws -> Address
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = now()
        let client = ClientRequest(by: signed.account, try context.sending(request), keys: keys)
        let led = try await write { db, ids in
            let write = StaffWrite(db: db, signed: signed, now: now, snapshot: try snapshot(in: db))
            return try Idempotency.lead(client, at: now, in: db) { try act(write, &ids).text }
        }
        return .seeOther(led)
    }
}
