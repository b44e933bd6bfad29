import Database
import Directory
import Domain
import Record
import Secrets

/// Lives of matters that are over already, as a demonstration needs them: every act is decided by the same rules and
/// stands in the record as if it had been done then. What lies between the first and the last moment nobody can see
/// inside one transaction, so each row, clock and list is written once, as it is at the end.
///
/// Playing needs no database and may run on any thread; `write` inserts what came of it.
package struct MatterReplay: Sendable {
    /// What playing uses up; handed on from one replay to the next.
    package struct Tools: Sendable {
        package let keys: KeyRing
        package var numbers: ReservedNumbers
        package var ids: IDs

        package init(keys: KeyRing, numbers: ReservedNumbers, ids: IDs) {
            self.keys = keys
            self.numbers = numbers
            self.ids = ids
        }
    }

    let snapshot: Snapshot
    let log: EventLog
    package private(set) var tools: Tools
    private(set) var lives: [ReplayedLife] = []
    private var codes: [QueryCode] = []

    package init(_ snapshot: Snapshot, _ tools: Tools) {
        self.snapshot = snapshot
        self.tools = tools
        log = EventLog(keys: tools.keys)
    }

    /// How many matters there are.
    package var count: Int { lives.count }

    /// How the matter stands that was registered as the n-th.
    package func matter(_ index: Int) -> Matter { lives[index].matter }

    /// What its reporter took home.
    package func code(_ index: Int) -> QueryCode { codes[index] }

    /// What was said.
    package func words(_ index: Int) -> String { lives[index].new.draft.words }

    /// How many events all of them have.
    package var eventCount: Int { lives.reduce(0) { $0 + $1.events.count } }

    /// Names of all events, for counting what happened.
    package var eventNames: [String] { lives.flatMap(\.eventNames) }

    /// 登记. Returns the place in the list.
    package mutating func register(_ draft: OpinionDraft, by principal: Principal?, at now: Instant) throws -> Int {
        let atlas = snapshot.atlas
        let places = MatterPlaces(atlas: atlas, now: now)
        let own = draft.station ?? atlas.stationFor(draft.area, at: now)?.id
        guard let number = tools.numbers.take(for: draft.area, on: Day(of: now)) else {
            throw DatabaseError.other("more matters than numbers were reserved for")
        }
        let lowest = atlas.division(draft.area).map {
            draft.lowestLevel(about: own.flatMap(atlas.station), in: $0)
        }
        let change = try Matter.register(
            Registration(
                id: tools.ids.next(), number: number, area: draft.area, lowestLevel: lowest ?? .township,
                hasTelephone: draft.reporter.phone != nil, relapseOf: draft.relapseOf, channel: draft.channel),
            in: places.around(area: draft.area, station: own, lowestLevel: lowest ?? .township),
            under: snapshot.rules(at: draft.area, on: Day(of: now)), at: now)
        guard let code = QueryCode(tools.ids.digits(QueryCode.length)) else {
            throw DatabaseError.corrupt("query code")
        }
        let new = NewMatter(
            draft: draft, change: change, code: .drawn(code), author: RegisterMatter.author(of: principal, draft))
        var life = ReplayedLife(new)
        life.add(try log.sealed(new.event(), after: .none, ids: &tools.ids), change)
        lives.append(life)
        codes.append(code)
        return lives.count - 1
    }

    /// One act, as `ActOnMatter` does it.
    package mutating func act(
        _ index: Int, _ action: MatterAction, by principal: Principal, onBehalf: Attestation? = nil, at now: Instant
    ) throws {
        let life = lives[index]
        let standing = Standing(
            of: principal, to: life.matter, registeredBy: life.new.author.account, atlas: snapshot.atlas)
        guard standing.mayKnow(life.matter) else { throw NotFound() }
        try ActRequest(.ready(action), onBehalf: onBehalf).checkAttestation(standing, on: life.matter)
        let rules = snapshot.rules(at: life.matter.area, on: Day(of: now))
        let change = try life.matter.after(
            action, as: standing.relations, in: around(life.matter, at: now), under: rules, at: now)
        try keep(change, index, author: standing.author(for: action.act, onBehalf: onBehalf), onBehalf, rules, now)
        if case .publish(let title, let summary, let answer) = action {
            lives[index].publication = ReplayedLife.Publication(
                words: PublishedWords(title: title, summary: summary, answer: answer), by: principal, at: now)
        }
        try follow(change, lead: index, at: now)
    }

    /// What time does at this moment, as `WatchClocks` does it.
    package mutating func passTime(_ index: Int, at now: Instant) throws {
        // Every act changes what is due next; more than this at one moment would be a fault in the rules.
        for _ in 0..<32 {
            let matter = lives[index].matter
            let rules = snapshot.rules(at: matter.area, on: Day(of: now))
            guard let action = matter.dueAct(under: rules, at: now) else { return }
            try act(index, action, by: .system, at: now)
        }
    }

    /// When time has to look at it next; nil when there is nothing to wait for.
    package func wakesAt(_ index: Int) -> Instant? {
        let matter = lives[index].matter
        let rules = snapshot.rules(at: matter.area, on: Day(of: matter.registeredAt))
        return matter.clocks.compactMap { $0.wakesAt(under: rules) }.min()
    }

    private func around(_ matter: Matter, at now: Instant) -> Surroundings {
        MatterPlaces(atlas: snapshot.atlas, now: now).around(
            area: matter.area, station: matter.station, lowestLevel: matter.lowestLevel, holder: matter.holder?.organ)
    }

    private mutating func keep(
        _ change: MatterChange, _ index: Int, author: Author, _ letter: Attestation?, _ rules: Rules, _ now: Instant
    ) throws {
        let saving = MatterSaving(
            stored: lives[index].stored, change: change, author: author, letter: letter, rules: rules,
            atlas: snapshot.atlas)
        lives[index].add(
            try log.sealed(saving.event(at: now), after: lives[index].head, ids: &tools.ids), change, at: now)
    }

    /// Merged matters go where their lead goes.
    private mutating func follow(_ lead: MatterChange, lead index: Int, at now: Instant) throws {
        guard let before = lead.before, lead.matter.lead == nil,
            before.holder != lead.matter.holder || before.mainClock != lead.matter.mainClock
        else { return }
        for member in lives.indices where lives[member].matter.lead == lead.matter.id {
            let matter = lives[member].matter
            let rules = snapshot.rules(at: matter.area, on: Day(of: now))
            guard let change = matter.following(LeadMatter(lead.matter), under: rules, at: now) else { continue }
            try keep(change, member, author: .system, nil, rules, now)
        }
    }

    /// Inserts all of them; `ids` is for rows beside the events.
    package func write(in db: Transaction, ids: inout IDs) throws {
        for life in lives { try life.write(snapshot, log, tools.keys, in: db, ids: &ids) }
    }
}
