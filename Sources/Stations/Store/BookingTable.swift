import Database
import Directory
import Domain
import Secrets

/// The rows of bookings; a time that is taken is refused by the schema.
enum BookingTable {
    private static let table: StaticString = "booking"

    /// Takes the time; false where somebody else was quicker.
    static func insert(
        _ booking: Booking, name: Sensitive<String>, phone: Sensitive<String>?, code: String, at now: Instant,
        in db: Transaction, keys: KeyRing
    ) throws -> Bool {
        let sealedName = keys.seal(name.opened, table: table, column: "name_sealed", row: booking.id)
        let sealedPhone = phone.map { keys.seal($0.opened, table: table, column: "phone_sealed", row: booking.id) }
        return try db.changed(
            """
            INSERT INTO booking (id, reception, day, from_minute, state, name_sealed, phone_sealed, code_digest,
              made_at, reminded)
            VALUES (\(booking.id), \(booking.reception), \(booking.day.number), \(booking.minute), 'booked',
              \(sealedName), \(sealedPhone), \(digest(code, keys)), \(now.ms), \(false))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    static func digest(_ code: String, _ keys: KeyRing) -> [UInt8] { keys.blindIndex("booking", code) }

    static func find(code: String, in db: Transaction, keys: KeyRing) throws -> Booking? {
        try db.row(selection + " WHERE b.code_digest = \(digest(code, keys))").map(booking)
    }

    /// The times that are taken.
    static func taken(at reception: Int64, in db: Transaction) throws -> Set<Int> {
        Set(
            try db.rows("SELECT from_minute FROM booking WHERE reception = \(reception) AND state = 'booked'")
                .map { try $0[0] })
    }

    /// Who comes at which time, for the station's own people.
    static func expected(
        at reception: Int64, in db: Transaction, keys: KeyRing
    ) throws -> [(minute: Int, name: String, phone: String)] {
        try db.rows(
            """
            SELECT from_minute, id, name_sealed, phone_sealed FROM booking
            WHERE reception = \(reception) AND state = 'booked' AND name_sealed IS NOT NULL ORDER BY from_minute
            """
        ).map { row in
            let id: Int64 = try row[1]
            let name = try keys.openText(try row[2], table: table, column: "name_sealed", row: id)
            let phone: [UInt8]? = try row[3]
            let number = try phone.map { try keys.openText($0, table: table, column: "phone_sealed", row: id) }
            return (try row[0], name, number ?? "")
        }
    }

    static func phone(of id: Int64, in db: Transaction, keys: KeyRing) throws -> Sensitive<String>? {
        let sealed: [UInt8]? = try db.value("SELECT phone_sealed FROM booking WHERE id = \(id)")
        return try sealed.map { Sensitive(try keys.openText($0, table: table, column: "phone_sealed", row: id)) }
    }

    /// False where it was cancelled before.
    static func cancel(_ id: Int64, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            "UPDATE booking SET state = 'cancelled', cancelled_at = \(now.ms) WHERE id = \(id) AND state = 'booked'")
            == 1
    }

    static func booked(at reception: Int64, in db: Transaction) throws -> [Booking] {
        try db.rows(selection + " WHERE b.reception = \(reception) AND b.state = 'booked' ORDER BY b.from_minute")
            .map(booking)
    }

    /// Those of a day whose reminder has not gone out.
    static func soon(_ day: Day, limit: Int, in db: Transaction) throws -> [Booking] {
        try db.rows(
            selection + """
                 WHERE b.code_digest IS NOT NULL AND b.day = \(day.number) AND b.state = 'booked' AND b.reminded = 0
                ORDER BY b.id LIMIT \(limit)
                """
        ).map(booking)
    }

    private static let selection: SQL = """
        SELECT b.id, b.reception, r.station, b.day, b.from_minute, b.state
        FROM booking b JOIN reception r ON r.id = b.reception
        """

    private static func booking(_ row: Row) throws -> Booking {
        Booking(
            id: try row[0], reception: try row[1], station: try row[2], day: Day(number: try row[3]),
            minute: try row[4], state: try row.code(5))
    }
}
