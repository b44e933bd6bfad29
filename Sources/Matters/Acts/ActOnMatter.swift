import Database
import Directory
import Domain
import Record

/// Does one act on one matter: load, ask the domain, save row, event, lists and figures together or not at all.
package enum ActOnMatter {
    package static func run(
        _ db: Transaction, _ number: MatterNumber, _ request: ActRequest, by principal: Principal?, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws -> MatterChange {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        return try run(db, stored, request, by: principal, at: now, ids: &ids, in: installation)
    }

    static func run(
        _ db: Transaction, _ stored: StoredMatter, _ request: ActRequest, by principal: Principal?, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws -> MatterChange {
        let matter = stored.matter
        let snapshot = try installation.snapshot(in: db)
        let standing = Standing(of: principal, to: stored, atlas: snapshot.atlas)
        // Whatever is public may be supported by anybody; of anything else a stranger learns nothing, not that it is.
        guard standing.mayKnow(matter) || (request.draft.act == .support && matter.isPublished) else {
            throw NotFound()
        }
        if let version = request.version, try !stored.stillStands(as: version, log: installation.log, in: db) {
            throw Stale()
        }
        try request.checkAttestation(standing)
        let places = MatterPlaces(atlas: snapshot.atlas, now: now)
        let rules = snapshot.rules(at: matter.area, on: Day(of: now))
        let action = standing.speaking(try request.draft.resolved(for: matter, by: principal, places: places, in: db))
        let change = try matter.after(
            action, as: standing.relations, in: places.around(matter, in: db), under: rules, at: now)
        let saving = MatterSaving(
            stored: stored, change: change, author: standing.author(for: action.act, onBehalf: request.onBehalf),
            letter: request.onBehalf, rules: rules, atlas: snapshot.atlas)
        try saving.run(in: db, at: now, log: installation.log, ids: &ids)
        try MatterTelling(
            change, of: action.act, under: rules, atlas: snapshot.atlas, at: now, settings: installation.settings
        ).put(in: db, ids: &ids, installation: installation)
        try change.news(of: action.act)?.put(in: db, at: now, ids: &ids)
        try change.putBeforePlatforms(in: db, atlas: snapshot.atlas, at: now)
        try Consequences(change: change, action: action, request: request, standing: standing, now: now)
            .run(in: db, ids: &ids, installation: installation)
        return change
    }
}

extension StoredMatter {
    /// Whether a form made for a version still means what it meant: that strangers supported a public matter meanwhile
    /// changes nothing for whoever acts on it.
    fileprivate func stillStands(as version: Int64, log: EventLog, in db: Transaction) throws -> Bool {
        guard version != matter.version else { return true }
        guard matter.isPublished, version > 0, version < matter.version else { return false }
        return try log.isNothing(but: Act.support.event, after: version, of: .matter(matter.id), in: db)
    }
}

extension ActRequest {
    /// Staff who act for a reporter say how they heard it; a clerk who writes for a handler names the stamped letter.
    func checkAttestation(_ standing: Standing) throws {
        let act = draft.act
        let relations = standing.relations.intersection(act.rule.relations)
        let isForReporter = act.isReporters && !relations.contains(.reporter) && !relations.isEmpty
        if isForReporter, onBehalf?.speaker != .reporter {
            throw FormErrors("heard", "代别人办理时，请写明听谁说的、怎么听到的，并念给本人听过、本人同意。")
        }
        let isForHandler = act.isHandlers && relations == [.clerk]
        if isForHandler {
            guard let letter = onBehalf, letter.speaker == .handler, !letter.document.isEmpty, !letter.signer.isEmpty
            else { throw FormErrors("document", "代承办单位录入时，请写明盖章来函的文号和签发人。") }
        }
    }
}

extension Act {
    /// Acts of the reporter that others may only do for her.
    var isReporters: Bool {
        [.withdraw, .contest, .reportRelapse].contains(self)
    }

    /// Acts of the handler that a clerk may only write down from a letter.
    var isHandlers: Bool {
        [.takeUp, .object, .stateDate, .askExtension, .reply].contains(self)
    }
}
