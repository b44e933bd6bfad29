import Database
import Directory
import Domain
import Record

/// 对代办提出异议: she in whose name something was written down says that it was not hers.
enum DisputeBehalfAct {
    static func run(
        _ db: Transaction, _ id: Int64, of number: MatterNumber, reason: String, by signed: Principal.Signed,
        isViaLink: Bool = false, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws {
        // Of anybody else's she learns nothing, not that it is.
        guard let stored = try MatterTable.matter(number, in: db), let act = try BehalfTable.find(id, in: db),
            act.matter == stored.matter.id, act.isOf(signed)
        else { throw NotFound() }
        guard try BehalfTable.dispute(act, by: signed.account, at: now, in: db) else { throw Refusal.disputedBefore }
        let dispute = try act.dispute(in: db)
        let snapshot = try installation.snapshot(in: db)
        let rules = snapshot.rules(at: stored.matter.area, on: Day(of: now))
        let change = try stored.matter.disputed(dispute, reason: reason, under: rules, at: now)
        let grant = signed.grants.first { $0.role == (act.person == nil ? .handler : .deputy) }
        try MatterSaving(
            stored: stored, change: change, author: Author(signed, grant, onBehalf: nil), letter: nil, rules: rules,
            atlas: snapshot.atlas, isViaLink: isViaLink
        ).run(in: db, at: now, log: installation.log, ids: &ids)
        try OpenDisputeTable.insert(act, of: change.matter, at: now, in: db)
    }
}

/// 对异议作决定: by the head of the station or the office that assigns, but not by the one who wrote it down.
enum DecideDispute {
    static func run(
        _ db: Transaction, _ id: Int64, of number: MatterNumber, _ decision: DisputeDecision, reason: String,
        by signed: Principal.Signed, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws {
        guard let stored = try MatterTable.matter(number, in: db), let act = try BehalfTable.find(id, in: db),
            act.matter == stored.matter.id
        else { throw NotFound() }
        let snapshot = try installation.snapshot(in: db)
        let standing = Standing(of: .account(signed), to: stored, atlas: snapshot.atlas)
        guard standing.mayKnow(stored.matter) else { throw NotFound() }
        guard act.enteredBy != signed.account else { throw Refusal.ownEntry }
        let rules = snapshot.rules(at: stored.matter.area, on: Day(of: now))
        let places = MatterPlaces(atlas: snapshot.atlas, now: now)
        let change = try stored.matter.after(
            decision, of: act.dispute(in: db), reason: reason, as: standing.relations,
            in: places.around(stored.matter, in: db), under: rules, at: now)
        guard try BehalfTable.decide(act, isUpheld: decision == .uphold, by: signed.account, at: now, in: db) else {
            throw Refusal.disputeDecided
        }
        try MatterSaving(
            stored: stored, change: change, author: standing.authorOfDecision, letter: nil, rules: rules,
            atlas: snapshot.atlas
        ).run(in: db, at: now, log: installation.log, ids: &ids)
        try OpenDisputeTable.delete(act, in: db)
        try MergedFollowers(lead: change).run(in: db, at: now, ids: &ids, installation: installation)
    }
}

extension BehalfAct {
    /// As the rules see it. What was done again since is not touched by a decision on this one.
    func dispute(in db: Transaction) throws -> Dispute {
        let later: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM event
            WHERE stream_kind = \(StreamKind.matter.rawValue) AND stream_id = \(matter) AND sequence > \(sequence)
              AND name = \(act.event)
            """)
        return Dispute(act: act, event: sequence, attempt: attempt, lastDay: lastDay, isLatest: later == 0)
    }
}

extension Refusal {
    static let disputedBefore = Refusal(.conflict, code: "disputed", "这一步已经提出过异议，不用再提。")
    static let disputeDecided = Refusal(.conflict, code: "dispute-decided", "这个异议还没有提出，或者已经有了决定。")
    static let ownEntry = Refusal(.forbidden, code: "own-entry", "这一步是您代录的，对它的异议由别人决定。")
}
