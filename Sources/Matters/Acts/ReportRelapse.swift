import Database
import Directory
import Domain
import Record

/// “又出现了”: a closed matter stays closed; the same place, people and way to reach them begin a new one, and each of
/// the two names the other.
package enum ReportRelapse {
    package static func run(
        _ db: Transaction, _ number: MatterNumber, words: String, onBehalf: Attestation? = nil, version: Int64? = nil,
        by principal: Principal?, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> RegisterMatter.Receipt {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let old = stored.matter
        let standing = Standing(of: principal, to: stored, atlas: try installation.snapshot(in: db).atlas)
        guard standing.mayKnow(old) else { throw NotFound() }
        // Asked before the new one is registered: otherwise whoever may not would still have made one.
        guard !standing.relations.isDisjoint(with: Act.reportRelapse.rule.relations) else {
            throw Refusal.notYours(.reportRelapse)
        }
        // The new matter takes over who spoke and a code that opens it, so it is only for those who know that already.
        guard old.showsReporter(to: standing.relations, mayBeNamed: false) else {
            throw Refusal.notYours(.reportRelapse)
        }
        guard Act.reportRelapse.rule.states.contains(old.state) else {
            throw Refusal.notNow(.reportRelapse, old.state)
        }
        let receipt = try RegisterMatter.run(
            db, try draft(old, words: words, onBehalf: onBehalf, in: db, installation),
            by: principal, at: now, ids: &ids, in: installation)
        // The way she chose to be told goes along, with a mailbox that was proved.
        if let kept = try ReporterChannelTable.kept(of: old.id, in: db, keys: installation.keys) {
            try ReporterChannelTable.put(kept.channel, for: receipt.id, at: now, in: db, keys: installation.keys)
        }
        _ = try ActOnMatter.run(
            db, stored,
            ActRequest(
                .ready(.reportRelapse(next: receipt.id, words: words)), version: version, onBehalf: onBehalf),
            by: principal, at: now, ids: &ids, in: installation)
        return receipt
    }

    private static func draft(
        _ old: Matter, words: String, onBehalf: Attestation?, in db: Transaction, _ installation: Installation
    ) throws -> OpinionDraft {
        let place: String? = try db.value("SELECT place FROM matter_words WHERE matter = \(old.id)")
        return OpinionDraft(
            area: old.area, words: words, place: place ?? "", channel: onBehalf?.channel ?? .web,
            lowestLevel: old.lowestLevel,
            reporter: try ReporterTable.reporter(of: old.id, in: db, keys: installation.keys), onBehalf: onBehalf,
            relapseOf: old.id)
    }
}
