import Database
import Directory
import Domain
import Outbox
import Record

/// Timed work: deputies hear of their reception three days and one day before, residents and deputies who asked for a
/// time the day before.
package enum RemindReceptions {
    private static let batch = 100

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await deputies(in: installation, at: now) == batch {}
        while try await bookings(in: installation, at: now) == batch {}
        while try await entries(in: installation, at: now) == batch {}
    }

    /// `reminded` counts: 1 after the first reminder, 2 after the second.
    private static func deputies(in installation: Installation, at now: Instant) async throws -> Int {
        try await step(in: installation) { db, atlas, ids in
            let tomorrow = Day(of: now).adding(days: 1)
            let due = try db.rows(
                """
                SELECT r.id, r.station, r.day, r.from_minute, r.version, r.reminded FROM reception r
                WHERE r.day BETWEEN \(tomorrow.number) AND \(tomorrow.number + 2) AND r.published_at IS NOT NULL
                  AND r.cancelled = 0 AND r.reminded < CASE WHEN r.day = \(tomorrow.number) THEN 2 ELSE 1 END
                ORDER BY r.day, r.id LIMIT \(batch)
                """)
            for row in due {
                let id: Int64 = try row[0]
                let day = Day(number: try row[2])
                let round = day == tomorrow ? 2 : 1
                let persons = try db.rows(
                    """
                    SELECT m.person FROM reception_deputy d JOIN mandate m ON m.id = d.mandate
                    WHERE d.reception = \(id) AND m.status = 'active'
                    """)
                let station: StationID = try row[1]
                let minute: Int = try row[3]
                let version: Int64 = try row[4]
                let drafts = try persons.map { person in
                    MessageDraft(
                        .receptionSoon, to: .person(try person[0]), area: atlas.station(station)?.division ?? 0,
                        values: ReceptionValues(atlas.station(station), day, minute).values,
                        key: "reception/\(id)/\(version)/soon/\(round)/\(try person[0] as PersonID)")
                }
                try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: installation.keys)
                try db.run("UPDATE reception SET reminded = \(round) WHERE id = \(id)")
            }
            return due.count
        }
    }

    private static func bookings(in installation: Installation, at now: Instant) async throws -> Int {
        try await step(in: installation) { db, atlas, ids in
            let due = try BookingTable.soon(Day(of: now).adding(days: 1), limit: batch, in: db)
            for booking in due {
                let station = atlas.station(booking.station)
                if let phone = try BookingTable.phone(of: booking.id, in: db, keys: installation.keys) {
                    let draft = MessageDraft(
                        .bookingSoon, to: .address(.telephone, phone), area: station?.division ?? 0,
                        values: ReceptionValues(station, booking.day, booking.minute).values,
                        key: "booking/\(booking.id)/soon")
                    try Outbox.put([draft], in: db, at: now, ids: &ids, keys: installation.keys)
                }
                try db.run("UPDATE booking SET reminded = 1 WHERE id = \(booking.id)")
            }
            return due.count
        }
    }

    private static func entries(in installation: Installation, at now: Instant) async throws -> Int {
        try await step(in: installation) { db, atlas, ids in
            let due = try EntryTable.soon(Day(of: now).adding(days: 1), limit: batch, in: db)
            for entry in due {
                let station = atlas.station(entry.station)
                let draft = MessageDraft(
                    .bookingSoon, to: .person(entry.person), area: station?.division ?? 0,
                    values: ReceptionValues(station, entry.day, entry.hours.from).values,
                    key: "entry/\(entry.id)/soon")
                try Outbox.put([draft], in: db, at: now, ids: &ids, keys: installation.keys)
                try db.run("UPDATE entry_time SET reminded = 1 WHERE id = \(entry.id)")
            }
            return due.count
        }
    }

    private static func step(
        in installation: Installation, _ act: @escaping @Sendable (Transaction, Atlas, inout IDs) throws -> Int
    ) async throws -> Int {
        let leased = try await installation.ids.take(batch * 4)
        return try await installation.database.write { db in
            var ids = leased
            return try act(db, installation.snapshot(in: db).atlas, &ids)
        }
    }
}

/// What fills the places of a message about a reception: names of stations, dates and times only.
struct ReceptionValues {
    let values: [String: String]

    init(_ station: Station?, _ day: Day, _ minute: Int) {
        let (_, month, date) = day.civil
        values = [
            "station": station?.name ?? "", "day": "\(month)月\(date)日", "time": ReceptionHours.clock(minute),
            "place": station?.address ?? "",
        ]
    }
}
