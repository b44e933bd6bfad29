import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// One change at a station's slips: by somebody of the station, and only once however often the form is sent.
struct SlipWrite {
    let db: Transaction
    let duty: SlipDuty
    let now: Instant
}

extension Installation {
    /// Runs a change for the form of this request and leads on. `ids`: how many the change needs.
    func slipWrite(
        _ code: String, ids count: Int, _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (SlipWrite, inout IDs) throws -> Address
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = now()
        let sending = try Sending(request, context, in: self)
        let led = try await write(ids: count) { db, ids in
            let duty = try SlipDuty(code, signed, atlas: snapshot(in: db).atlas)
            return try Idempotency.lead(sending.client, at: now, in: db) {
                try act(SlipWrite(db: db, duty: duty, now: now), &ids).text
            }
        }
        return .seeOther(led)
    }
}

/// The addresses of a station's slips.
struct SlipAddress {
    let code: String

    private var base: String { "/station/" + Address.encoded(code) }

    var books: Address { Address(base + "/slips") }
    var lost: Address { Address(base + "/lost-slips") }

    func book(_ id: Int64) -> Address { Address(base + "/slips/\(id)") }
    func void(_ id: Int64) -> Address { Address(base + "/slips/\(id)/voids") }
}
