import Database
import Directory
import Domain
import Outbox
import Record

/// One change of an entry time, and what is told about it.
struct EntryWrite {
    let db: Transaction
    let access: EntryAccess
    let now: Instant
    let installation: Installation

    /// A deputy asks; refused when somebody is there already (撞期).
    func ask(day: Day, hours: ReceptionHours, purpose: String, ids: inout IDs) throws {
        let entry = EntryTime(
            id: ids.next(), station: access.station.id, mandate: try access.mandate(in: db),
            person: access.signed.person, name: access.signed.name, day: day, hours: hours, purpose: purpose,
            state: .requested, reason: "", version: 1)
        guard try !EntryTable.clashes(with: entry, in: db) else {
            throw FormErrors("from", "这个时间已经有代表约了，请换一个时间")
        }
        try EntryTable.insert(entry, at: now, in: db)
        try record("entryRequested", entry, after: .requested, ids: &ids)
        let heads = try db.rows(
            """
            SELECT DISTINCT a.person FROM role_grant g JOIN account a ON a.id = g.account
            WHERE g.station = \(access.station.id) AND g.role = 'stationHead' AND a.status <> 'closed'
              AND (g.to_day IS NULL OR g.to_day >= \(Day(of: now).number))
            """)
        for head in heads {
            let person: PersonID = try head[0]
            try tell(.bookingRequested, person, entry, key: "asked/\(person)", ids: &ids)
        }
    }

    func confirm(_ id: Int64, version: Int64, ids: inout IDs) throws {
        let entry = try decidable(id, version)
        try EntryTable.decide(entry, .confirmed, reason: "", by: access.signed, at: now, in: db)
        try record("entryConfirmed", entry, after: .confirmed, ids: &ids)
        try tell(.bookingConfirmed, entry.person, entry, key: "confirmed", ids: &ids)
    }

    func decline(_ id: Int64, reason: String, version: Int64, ids: inout IDs) throws {
        let entry = try decidable(id, version)
        try EntryTable.decide(entry, .declined, reason: reason, by: access.signed, at: now, in: db)
        try record("entryDeclined", entry, after: .declined, reason: reason, ids: &ids)
        try tell(.bookingCancelled, entry.person, entry, key: "declined", ids: &ids)
    }

    /// The deputy takes it back, confirmed or not.
    func cancel(_ id: Int64, version: Int64, ids: inout IDs) throws {
        let entry = try find(id, version)
        guard entry.person == access.signed.person else { throw NotFound() }
        guard entry.state == .requested || entry.state == .confirmed else {
            throw Refusal(.conflict, code: "entry-closed", "这次约定已经结束了，不用取消")
        }
        try EntryTable.cancel(entry, in: db)
        try record("entryCancelled", entry, after: .cancelled, ids: &ids)
    }

    private func decidable(_ id: Int64, _ version: Int64) throws -> EntryTime {
        guard access.duty != nil else { throw NotFound() }
        guard access.mayDecide else {
            throw Refusal(.forbidden, code: "station-head-only", "代表进站的时间由站长确认")
        }
        let entry = try find(id, version)
        guard entry.state == .requested else {
            throw Refusal(.conflict, code: "entry-decided", "这次约定已经处理过了")
        }
        return entry
    }

    private func find(_ id: Int64, _ version: Int64) throws -> EntryTime {
        guard let entry = try EntryTable.find(id, of: access.station.id, in: db) else { throw NotFound() }
        guard entry.version == version else { throw Stale() }
        return entry
    }

    private func record(
        _ name: String, _ entry: EntryTime, after: EntryTime.State, reason: String = "", ids: inout IDs
    ) throws {
        let event = EventDraft(
            stream: Stream(kind: .station, id: access.station.id), name: name, author: access.author, at: now,
            before: after == .requested ? nil : entry.state.rawValue, after: after.rawValue,
            facts: [
                Fact("entry", entry.id), Fact("deputy", entry.mandate), Fact("day", Int64(entry.day.number)),
                Fact("from", Int64(entry.hours.from)), Fact("to", Int64(entry.hours.to)),
            ], texts: reason.isEmpty ? [] : [TextPart(kind: "reason", text: reason)])
        try installation.log.append(event, in: db, ids: &ids)
    }

    private func tell(
        _ kind: MessageKind, _ person: PersonID, _ entry: EntryTime, key: String, ids: inout IDs
    ) throws {
        let message = MessageDraft(
            kind, to: .person(person), area: access.station.division,
            values: ReceptionValues(access.station, entry.day, entry.hours.from).values,
            key: "entry/\(entry.id)/\(key)")
        try Outbox.put([message], in: db, at: now, ids: &ids, keys: installation.keys)
    }
}
