import Database
import Directory
import Domain
import Record

/// 录入纸条: what somebody wrote on a slip out of a book becomes a matter, under the slip's number and with its code.
/// Exactly once: the slip is taken by compare-and-set in the same transaction.
enum KeyInSlip {
    static func run(
        _ db: Transaction, _ number: MatterNumber, _ draft: OpinionDraft, saidOn day: Day,
        by signed: Principal.Signed, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> MatterChange {
        let snapshot = try installation.snapshot(in: db)
        guard let slip = try SlipTable.slip(number, in: db, keys: installation.keys) else { throw NotFound() }
        guard let station = snapshot.atlas.station(slip.station),
            try OnBehalfStations(of: signed, atlas: snapshot.atlas).all.contains(station)
        else { throw NotFound() }
        guard slip.state == .open else { throw SlipRefusal.of(slip.state) }
        // Before the matter is written under the same number: of two the second waits here and sees it used.
        guard try SlipTable.hold(slip, in: db) else { throw SlipRefusal.of(.used) }
        let facts = [MatterChange.Fact(key: "said", value: .integer(Int64(day.number)))]
        let change = try RegisterMatter.begin(
            db, draft, numbered: number, .printed(digest: slip.codeDigest), facts: facts, by: .account(signed),
            at: now, ids: &ids, snapshot, in: installation)
        guard try SlipTable.use(slip, for: change.matter.id, by: signed.account, at: now, in: db) else {
            throw SlipRefusal.of(.used)
        }
        return change
    }
}
