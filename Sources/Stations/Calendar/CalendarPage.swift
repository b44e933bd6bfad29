import Database
import Directory
import Domain
import Hummingbird
import Web

/// The receptions as files for the calendar of a telephone: `/s/{code}/calendar.ics` for everybody, `/duty/calendar.ics`
/// for a deputy.
struct CalendarPage: Sendable {
    private static let most = 200

    let installation: Installation

    /// What is published, and what was cancelled after it had been.
    @Sendable func station(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let today = Day(of: installation.now())
        let installation = installation
        let file = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            guard let station = atlas.station(code: code) else { throw NotFound() }
            let receptions = try ReceptionTable.published(
                of: station.id, from: today.adding(days: -31), limit: Self.most, in: db)
            return CalendarFile(
                name: station.name, entries: receptions.map { CalendarFile.Entry($0, station, others: "") })
        }
        return answer(file, "public, max-age=300")
    }

    /// Where she is expected: her receptions, also those not announced yet, and the times the head confirmed.
    @Sendable func deputy(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        guard signed.grants.contains(where: { $0.role == .deputy }) else { throw NotFound() }
        let first = Day(of: installation.now()).adding(days: -31)
        let installation = installation
        let file = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let receptions = try Self.receptions(of: signed.person, from: first, in: db)
            let entries = try EntryTable.confirmed(of: signed.person, from: first, in: db)
            return CalendarFile(
                name: "我的代表工作",
                entries: receptions.compactMap { reception in
                    atlas.station(reception.station).map {
                        CalendarFile.Entry(reception, $0, others: reception.review == nil ? "还没有公告" : "")
                    }
                }
                    + entries.compactMap { entry in
                        atlas.station(entry.station).map { CalendarFile.Entry(entry, $0) }
                    })
        }
        return answer(file, "no-store")
    }

    private static func receptions(
        of person: PersonID, from first: Day, in db: Transaction
    ) throws -> [Reception] {
        // Her few mandates first: joined, they would be looked for among all receptions of all deputies.
        let mandates: [MandateID] = try db.rows(
            "SELECT id FROM mandate WHERE person = \(person) AND status = 'active'"
        ).map { try $0[0] }
        let ids: [Int64] = try db.rows(
            """
            SELECT r.id FROM reception_deputy d JOIN reception r ON r.id = d.reception
            WHERE d.mandate IN \(list: mandates) AND r.day >= \(first.number) AND r.kind = 'reception'
            ORDER BY r.day, r.from_minute LIMIT \(most)
            """
        ).map { try $0[0] }
        guard !ids.isEmpty else { return [] }
        return try db.rows(ReceptionTable.selection + " WHERE id IN \(list: ids) ORDER BY day, from_minute, id")
            .map(ReceptionTable.reception)
    }

    private func answer(_ file: CalendarFile, _ caching: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .cacheControl: caching,
                .contentDisposition: "inline; filename=\"lianxin.ics\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
    }
}

extension CalendarFile.Entry {
    init(_ reception: Reception, _ station: Station, others: String) {
        let start = reception.day.start
        let facts = [reception.scope, reception.departments, others].filter { !$0.isEmpty }
        self.init(
            id: "reception-\(reception.id)@lianxin", sequence: reception.version,
            changedAt: reception.review?.at ?? reception.writtenAt,
            start: start.adding(seconds: Int64(reception.hours.from) * 60),
            end: start.adding(seconds: Int64(reception.hours.to) * 60), summary: station.name + "代表接待群众",
            location: reception.place, description: facts.joined(separator: "；"), isCancelled: reception.isCancelled)
    }

    init(_ entry: EntryTime, _ station: Station) {
        let start = entry.day.start
        self.init(
            id: "entry-\(entry.id)@lianxin", sequence: entry.version, changedAt: start,
            start: start.adding(seconds: Int64(entry.hours.from) * 60),
            end: start.adding(seconds: Int64(entry.hours.to) * 60), summary: "约定到" + station.name,
            location: station.address, description: entry.purpose, isCancelled: false)
    }
}
