import Database
import Directory
import Domain
import Outbox
import Record

/// A reception is planned (年度接待安排); nobody outside sees it yet.
enum EnterReception {
    static func run(_ write: StationWrite, _ draft: ReceptionDraft, ids: inout IDs) throws -> Int64 {
        try write.check(deputies: draft.deputies)
        let departments = try write.departments(draft)
        let reception = Reception(
            id: ids.next(), station: write.duty.station.id, day: draft.day, hours: draft.hours, place: draft.place,
            scope: draft.scope, writtenBy: write.duty.signed.account, writtenAt: write.now,
            slotMinutes: draft.slotMinutes, departments: departments)
        try ReceptionTable.insert([(reception, deputies: draft.deputies)], in: write.db)
        try ReceptionTable.announce(draft.joint.organs, at: reception.id, in: write.db)
        try write.record(reception, draft, before: nil, ids: &ids)
        return reception.id
    }
}

/// Another day, other hours or deputies; the head reads it again before it is public.
enum ChangeReception {
    static func run(
        _ write: StationWrite, _ id: Int64, _ draft: ReceptionDraft, version: Int64, ids: inout IDs
    ) throws {
        try write.check(deputies: draft.deputies)
        let old = try write.reception(id, version: version)
        var reception = old
        reception.day = draft.day
        reception.hours = draft.hours
        reception.place = draft.place
        reception.scope = draft.scope
        reception.slotMinutes = draft.slotMinutes
        reception.departments = try write.departments(draft)
        reception.writtenBy = write.duty.signed.account
        reception.writtenAt = write.now
        try ReceptionTable.rewrite(reception, deputies: draft.deputies, in: write.db)
        try ReceptionTable.announce(draft.joint.organs, at: reception.id, in: write.db)
        // Who asked for a time asked for the old one.
        if old.day != reception.day || old.hours != reception.hours || old.slotMinutes != reception.slotMinutes {
            try write.cancelBookings(of: old, ids: &ids)
        }
        try write.record(reception, draft, before: old.state.code, ids: &ids)
    }
}

/// The head lets the notice hang; too late for the three days it is published all the same, and flagged.
enum PublishReception {
    static func run(_ write: StationWrite, _ id: Int64, version: Int64, ids: inout IDs) throws {
        let review = try write.duty.review(at: write.now)
        let reception = try write.reception(id, version: version)
        guard reception.state == .waiting else {
            throw Refusal(.conflict, code: "reception-published", "这次接待已经发布了")
        }
        try ReceptionTable.publish(reception, review: review, in: write.db)
        try write.record(
            "receptionPublished", before: "waiting", after: "published",
            [Fact("reception", reception.id), Fact("day", Int64(reception.day.number))], ids: &ids)
        try PublicNews(.reception, of: reception.id, sequence: reception.version)
            .put(in: write.db, at: write.now, ids: &ids)
    }
}

/// The clerk may do this alone: people must hear of it at once. Its reason is for the record, the page says only that
/// nobody will be there.
enum CancelReception {
    static func run(_ write: StationWrite, _ id: Int64, reason: String, version: Int64, ids: inout IDs) throws {
        let reception = try write.reception(id, version: version)
        try ReceptionTable.cancel(reception, reason: reason, in: write.db)
        try write.cancelBookings(of: reception, ids: &ids)
        try write.record(
            "receptionCancelled", before: reception.state.code, after: "cancelled", [Fact("reception", reception.id)],
            texts: [TextPart(kind: "reason", text: reason)], ids: &ids)
    }
}

extension Reception.State {
    /// What events call it.
    fileprivate var code: String {
        switch self {
        case .waiting: "waiting"
        case .published: "published"
        case .cancelled: "cancelled"
        }
    }
}

extension StationWrite {
    fileprivate func reception(_ id: Int64, version: Int64) throws -> Reception {
        guard let reception = try ReceptionTable.find(id, of: duty.station.id, in: db) else { throw NotFound() }
        guard reception.version == version else { throw Stale() }
        guard reception.state != .cancelled else {
            throw Refusal(.conflict, code: "reception-cancelled", "这次接待已经取消，请另外登记一次")
        }
        return reception
    }

    fileprivate func departments(_ draft: ReceptionDraft) throws -> String {
        try draft.joint.names(near: duty.station, atlas: atlas)
    }

    /// Only the station's own deputies receive there.
    func check(deputies: [MandateID]) throws {
        let count: Int? = try db.value(
            """
            SELECT count(*) FROM mandate
            WHERE id IN \(list: deputies) AND home_station = \(duty.station.id) AND status = 'active'
            """)
        guard count == deputies.count else {
            throw FormErrors("deputies", "有代表已经不在本站或暂停履职，请重新选择")
        }
    }

    fileprivate func record(
        _ reception: Reception, _ draft: ReceptionDraft, before: String?, ids: inout IDs
    ) throws {
        try record(
            "receptionEntered", before: before, after: "waiting",
            [
                Fact("reception", reception.id), Fact("day", Int64(draft.day.number)),
                Fact("from", Int64(draft.hours.from)), Fact("to", Int64(draft.hours.to)),
            ] + draft.deputies.map { Fact("deputy", $0) },
            texts: [TextPart(kind: "place", text: draft.place), TextPart(kind: "scope", text: draft.scope)], ids: &ids)
    }
}
