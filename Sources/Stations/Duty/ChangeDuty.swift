import Database
import Directory
import Domain
import Record

/// The head says that it was so (核实), or that it was not (更正): it stays to be seen and counts for nothing.
enum DecideDuty {
    static func verify(_ write: StationWrite, _ id: Int64, version: Int64, ids: inout IDs) throws {
        let event = try write.duty(id, version: version)
        let review = try write.duty.review(at: write.now)
        guard event.person != write.duty.signed.person else {
            throw Refusal(.forbidden, code: "own-duty", "自己的履职记录要由别人核实")
        }
        try DutyTable.verify(event, review, in: write.db)
        try write.record("dutyVerified", [Fact("duty", id), Fact("deputy", event.mandate)], ids: &ids)
    }

    static func withdraw(
        _ write: StationWrite, _ id: Int64, reason: String, version: Int64, ids: inout IDs
    ) throws {
        let event = try write.duty(id, version: version)
        _ = try write.duty.review(at: write.now)
        try DutyTable.withdraw(event, at: write.now, in: write.db)
        try write.record(
            "dutyWithdrawn", [Fact("duty", id), Fact("deputy", event.mandate)],
            texts: [TextPart(kind: "reason", text: reason)], ids: &ids)
    }
}

/// A deputy says that an entry of hers is not right (异议); until the head has looked at it, it counts for nothing.
enum ObjectToDuty {
    static func run(
        _ db: Transaction, _ id: Int64, words: String, version: Int64, by signed: Principal.Signed, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws {
        guard let event = try DutyTable.find(id, in: db, keys: installation.keys), event.person == signed.person
        else { throw NotFound() }
        guard event.version == version else { throw Stale() }
        guard !event.isObjected, !event.isWithdrawn else {
            throw Refusal(.conflict, code: "duty-objected", "这一条已经提过异议，或者已经更正")
        }
        try DutyTable.object(event, words, at: now, in: db, keys: installation.keys)
        let grant = signed.grants.first { $0.role == .deputy }
        let author = Author(
            kind: .staff, account: signed.account, grant: grant?.id, role: grant?.role.rawValue,
            station: event.station)
        let draft = EventDraft(
            stream: Stream(kind: .station, id: event.station), name: "dutyObjected", author: author, at: now,
            facts: [Fact("duty", id)], texts: [TextPart(kind: "reason", text: words)])
        try installation.log.append(draft, in: db, ids: &ids)
    }
}

extension StationWrite {
    fileprivate func duty(_ id: Int64, version: Int64) throws -> DutyEvent {
        guard let event = try DutyTable.find(id, in: db, keys: keys), event.station == duty.station.id else {
            throw NotFound()
        }
        guard event.version == version else { throw Stale() }
        return event
    }
}
