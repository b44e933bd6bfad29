import Database
import Directory
import Domain
import Hummingbird
import Record
import Secrets
import Web

/// One change at a station's desk: who, when, in which transaction, and only once however often it is sent.
struct StationWrite {
    let db: Transaction
    let duty: StationDuty
    let now: Instant
    let log: EventLog
    let atlas: Atlas
    let keys: KeyRing

    /// Adds to the station's chain what happened.
    func record(
        _ name: String, before: String? = nil, after: String? = nil, _ facts: [Fact] = [], texts: [TextPart] = [],
        ids: inout IDs
    ) throws {
        let draft = EventDraft(
            stream: Stream(kind: .station, id: duty.station.id), name: name, author: duty.author, at: now,
            before: before, after: after, facts: facts, texts: texts)
        try log.append(draft, in: db, ids: &ids)
    }
}

extension Installation {
    /// Runs a change for the form of this request and leads on. The same form sent twice leads to where the first led.
    func stationWrite(
        _ code: String, _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (StationWrite, inout IDs) throws -> Address
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = now()
        let client = ClientRequest(by: signed.account, try context.sending(request), keys: keys)
        let led = try await write { db, ids in
            let atlas = try snapshot(in: db).atlas
            let duty = try StationDuty(code, signed, atlas: atlas)
            let write = StationWrite(db: db, duty: duty, now: now, log: log, atlas: atlas, keys: keys)
            return try Idempotency.lead(client, at: now, in: db) { try act(write, &ids).text }
        }
        return .seeOther(led)
    }
}
