import Database
import Directory
import Domain
import Record

/// An act at a reception, written down by the clerk or the head who sat beside it: what a deputy or a department
/// answered on the spot is theirs, the hand is the clerk's, and the record says both.
package enum ActAtReception {
    /// Takes triage, a remark and an answer on the spot, on a matter that the person's own station holds.
    package static func run(
        _ db: Transaction, _ number: MatterNumber, _ action: MatterAction, by signed: Principal.Signed,
        at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> MatterChange {
        guard let stored = try MatterTable.matter(number, in: db), let grant = grant(of: signed, at: stored.matter)
        else { throw NotFound() }
        let snapshot = try installation.snapshot(in: db)
        let rules = snapshot.rules(at: stored.matter.area, on: Day(of: now))
        let around = try MatterPlaces(atlas: snapshot.atlas, now: now).around(stored.matter, in: db)
        let change = try stored.matter.after(
            action, as: [relation(action.act)], in: around, under: rules, at: now)
        let speaker: Attestation.Speaker? = action.act == .answerOnSpot ? .deputy : nil
        try MatterSaving(
            stored: stored, change: change, author: Author(signed, grant, onBehalf: speaker), letter: nil,
            rules: rules, atlas: snapshot.atlas
        ).run(in: db, at: now, log: installation.log, ids: &ids)
        return change
    }

    /// A deputy said it (当场答复); everything else is the clerk's own.
    private static func relation(_ act: Act) -> Relation { act == .answerOnSpot ? .deputy : .clerk }

    private static func grant(of signed: Principal.Signed, at matter: Matter) -> Grant? {
        signed.grants.first { grant in
            [.stationClerk, .stationHead].contains(grant.role) && grant.place == .station(matter.station)
        }
    }
}
