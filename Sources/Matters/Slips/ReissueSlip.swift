import Database
import Directory
import Domain
import Record

/// 补发回执: the person is there, the slip is not. She gets a new query code, and the old one opens nothing from now on:
/// not even a page that was opened with it.
enum ReissueSlip {
    struct Grounds: Sendable {
        let reason: String
        let identity: IdentityCheck
    }

    private static let mayReissue: Set<Relation> = [.clerk, .head]

    static func run(
        _ db: Transaction, _ number: MatterNumber, _ grounds: Grounds, version: Int64, by signed: Principal.Signed,
        at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> Receipt {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let snapshot = try installation.snapshot(in: db)
        let matter = stored.matter
        let standing = Standing(of: .account(signed), to: stored, atlas: snapshot.atlas)
        guard standing.mayKnow(matter), let station = snapshot.atlas.station(matter.station) else { throw NotFound() }
        guard !standing.relations.isDisjoint(with: mayReissue) else {
            throw Refusal(.forbidden, code: "not-of-station", "补发回执由这件事所在联络站的站长或联络员来办。")
        }
        guard matter.version == version else { throw Stale() }
        guard let code = QueryCode(ids.digits(QueryCode.length)) else { throw DatabaseError.corrupt("query code") }
        try db.run(
            """
            UPDATE reporter SET code_digest = \(installation.keys.codeDigest(number.text, code.digits))
            WHERE matter = \(matter.id)
            """)
        let duty = try SlipDuty(station, signed)
        try save(stored, grounds, duty, snapshot, in: db, at: now, ids: &ids, log: installation.log)
        return Receipt(of: matter, code: code, standing: sentence(matter, snapshot, now), at: now)
    }

    private static func save(
        _ stored: StoredMatter, _ grounds: Grounds, _ duty: SlipDuty, _ snapshot: Snapshot, in db: Transaction,
        at now: Instant, ids: inout IDs, log: EventLog
    ) throws {
        var after = stored.matter
        after.version += 1
        let change = MatterChange(
            before: stored.matter, matter: after, event: MatterEvent.slipReissued.rawValue,
            facts: [.init(key: "identity", value: .code(grounds.identity.rawValue))],
            words: [.init(kind: "reason", text: grounds.reason)])
        let rules = snapshot.rules(at: after.area, on: Day(of: now))
        try MatterSaving(
            stored: stored, change: change, author: duty.author, letter: nil, rules: rules, atlas: snapshot.atlas
        ).run(in: db, at: now, log: log, ids: &ids)
    }

    /// What she finds when she looks: on one line, for the slip.
    private static func sentence(_ matter: Matter, _ snapshot: Snapshot, _ now: Instant) -> String {
        let holder: String? =
            switch matter.holder {
            case .organ(let id): snapshot.atlas.organ(id)?.name
            case .station(let id): snapshot.atlas.station(id)?.name
            case nil: nil
            }
        let due = matter.mainClock.map {
            snapshot.calendar.remaining(until: $0.deadline.dueOn, from: Day(of: now))
        }
        return StateWords.sentence(matter.state, holder: holder ?? "联络站", due: due)
    }
}
