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
        try request.checkAttestation(standing, on: matter)
        if request.draft.act == .seeReporter { try ReporterTable.refuseChild(of: matter.id, in: db) }
        let places = MatterPlaces(atlas: snapshot.atlas, now: now)
        let rules = snapshot.rules(at: matter.area, on: Day(of: now))
        let action = standing.speaking(try request.draft.resolved(for: matter, by: principal, places: places, in: db))
        var around = try places.around(matter, in: db)
        if action.act == .publish { around.isKeptSecret = try SecrecyTable.mark(of: matter.id, in: db) != nil }
        let change = try matter.after(action, as: standing.relations, in: around, under: rules, at: now)
        let saving = MatterSaving(
            stored: stored, change: change, author: standing.author(for: action.act, onBehalf: request.onBehalf),
            letter: request.onBehalf, rules: rules, atlas: snapshot.atlas, files: request.files,
            isViaLink: request.isViaLink)
        try saving.run(in: db, at: now, log: installation.log, ids: &ids)
        try request.files.attach(
            to: matter.id, event: stored.head.sequence + 1, by: principal, at: now, in: db, ids: &ids,
            keys: installation.keys)
        let telling = MatterTelling(
            change, of: action.act, under: rules, atlas: snapshot.atlas, at: now, settings: installation.settings)
        try telling.put(in: db, ids: &ids, installation: installation)
        try change.news(of: action.act)?.put(in: db, at: now, ids: &ids)
        try change.putBeforePlatforms(in: db, atlas: snapshot.atlas, at: now)
        try Consequences(change: change, action: action, request: request, standing: standing, now: now)
            .run(in: db, ids: &ids, installation: installation)
        // After the merged ones have followed: whoever goes her own way now hears of that.
        try MergedNews(of: change.matter, telling.tellings)
            .put(in: db, at: now, ids: &ids, installation: installation)
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
    func checkAttestation(_ standing: Standing, on matter: Matter) throws {
        let act = draft.act
        let relations = standing.relations.intersection(act.rule.relations)
        let isForReporter = act.isReporters && !relations.contains(.reporter) && !relations.isEmpty
        if isForReporter, onBehalf?.speaker != .reporter {
            throw FormErrors("heard", "代别人办理时，请写明听谁说的、怎么听到的，并念给本人听过、本人同意。")
        }
        let isForHandler = act.isHandlers && relations == [.clerk]
        if isForHandler {
            guard let letter = onBehalf, letter.speaker == .handler, !letter.document.isEmpty
            else { throw FormErrors("document", "代承办单位录入时，请写明盖章来函的文号和签发人。") }
            if letter.signer.isEmpty { throw FormErrors("letter_signer", "请填写来函的签发人") }
        }
        try checkDeputysWord(relations, on: matter)
    }

    /// A clerk who writes for the supervising deputy says how she heard it; nobody else writes for a deputy.
    private func checkDeputysWord(_ relations: Set<Relation>, on matter: Matter) throws {
        let act = draft.act
        guard let word = onBehalf, word.speaker == .deputy else {
            let isOwn = relations.contains(.supervisor) || matter.isCheckedBy(head: relations)
            if act.isDeputysAlone, relations.contains(.clerk), !isOwn {
                throw FormErrors("told", "代督办代表录入时，请写明怎么听到或收到的、哪一天。")
            }
            return
        }
        guard Act.deputysOnBehalf.contains(act), relations.contains(.clerk), !relations.contains(.supervisor) else {
            throw Refusal.notYours(act)
        }
        guard matter.supervisor != nil else { throw FormErrors("told", "这件事现在没有督办代表，不能代她录入。") }
        if word.channel == .letter, word.signer.isEmpty { throw FormErrors("letter_signer", "请填写签发人") }
    }
}

extension Act {
    /// Acts of the reporter that others may only do for her.
    var isReporters: Bool {
        [.withdraw, .contest, .reportRelapse].contains(self)
    }

    /// Acts of the handler that a clerk may only write down from a letter.
    var isHandlers: Bool { Act.handlersOnBehalf.contains(self) }

    /// Acts of the supervising deputy that a clerk has no say in of her own.
    var isDeputysAlone: Bool {
        [.passCheck, .returnReply, .declineSupervision].contains(self)
    }
}
