import Database
import Directory
import Domain
import Record
import Secrets

/// Books of slips. A number that stands in one is never given to anything else, whatever becomes of the paper.
enum SlipTable {
    static func insert(_ book: SlipBook, by account: AccountID?, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO slip_book (id, station, size, ordered_by, ordered_at, codes_until)
            VALUES (\(book.id), \(book.station), \(book.size), \(account), \(book.orderedAt), \(book.codesUntil))
            """)
    }

    static func insert(
        _ slip: PrintedSlip, id: Int64, book: Int64, in db: Transaction, keys: KeyRing
    ) throws {
        try db.run(
            """
            INSERT INTO slip (id, number, book, place, code_digest, code_sealed, state)
            VALUES (\(id), \(slip.number.text), \(book), \(slip.place),
              \(keys.codeDigest(slip.number.text, slip.code.digits)),
              \(keys.seal(slip.code.digits, table: "slip", column: "code_sealed", row: id)), 'open')
            """)
    }

    static func book(_ id: Int64, in db: Transaction) throws -> SlipBook? {
        try db.row("SELECT id, station, size, ordered_at, codes_until FROM slip_book WHERE id = \(id)").map {
            SlipBook(
                id: try $0[0], station: try $0[1], size: try $0[2], orderedAt: try $0[3], codesUntil: try $0[4])
        }
    }

    static func slip(_ number: MatterNumber, in db: Transaction, keys: KeyRing) throws -> BookSlip? {
        try db.row(
            """
            SELECT \(columns) FROM slip s JOIN slip_book b ON b.id = s.book WHERE s.number = \(number.text)
            """
        ).map { try slip($0, keys) }
    }

    static func slips(of book: Int64, in db: Transaction, keys: KeyRing) throws -> [BookSlip] {
        try db.rows(
            """
            SELECT \(columns) FROM slip s JOIN slip_book b ON b.id = s.book WHERE s.book = \(book) ORDER BY s.place
            """
        ).map { try slip($0, keys) }
    }

    /// Of the slips that are still open, as long as their codes are kept.
    static func printed(of book: Int64, in db: Transaction, keys: KeyRing) throws -> [PrintedSlip] {
        try db.rows(
            """
            SELECT id, number, place, code_sealed FROM slip
            WHERE book = \(book) AND state = 'open' AND code_sealed IS NOT NULL ORDER BY place
            """
        ).map { row in
            let digits = try keys.openText(try row[3], table: "slip", column: "code_sealed", row: try row[0])
            guard let number = MatterNumber(stored: try row[1]), let code = QueryCode(digits) else {
                throw DatabaseError.corrupt("slip")
            }
            return PrintedSlip(number: number, code: code, place: try row[2])
        }
    }

    /// Takes the row for this transaction, as long as it is open.
    static func hold(_ slip: BookSlip, in db: Transaction) throws -> Bool {
        try db.changed("UPDATE slip SET state = state WHERE id = \(slip.id) AND state = 'open'") == 1
    }

    /// Compare-and-set: of two who key in one slip, one finds it open.
    static func use(
        _ slip: BookSlip, for matter: MatterID, by account: AccountID, at now: Instant, in db: Transaction
    ) throws -> Bool {
        try db.changed(
            """
            UPDATE slip SET state = 'used', matter = \(matter), changed_by = \(account), changed_at = \(now),
              code_sealed = NULL
            WHERE id = \(slip.id) AND state = 'open'
            """) == 1
    }

    static func void(
        _ slip: BookSlip, _ reason: String, by account: AccountID, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws -> Bool {
        let sealed = keys.seal(reason, table: "slip", column: "reason_sealed", row: slip.id)
        return try db.changed(
            """
            UPDATE slip SET state = 'void', changed_by = \(account), changed_at = \(now), code_sealed = NULL,
              reason_sealed = \(sealed)
            WHERE id = \(slip.id) AND state = 'open'
            """) == 1
    }

    /// Forgets the codes of books that are no longer printed. Timed work; may run twice.
    static func forgetCodes(at now: Instant, in db: Transaction) throws {
        let books: [Int64] = try db.rows(
            """
            SELECT id FROM slip_book WHERE codes_until IS NOT NULL AND codes_until <= \(now)
            ORDER BY codes_until LIMIT 50
            """
        ).map { try $0[0] }
        for book in books {
            try db.run("UPDATE slip SET code_sealed = NULL WHERE book = \(book)")
            try db.run("UPDATE slip_book SET codes_until = NULL WHERE id = \(book)")
        }
    }

    private static let columns: SQL =
        "s.id, s.number, s.book, b.station, s.place, s.state, s.code_digest, s.changed_at, s.reason_sealed"

    private static func slip(_ row: Row, _ keys: KeyRing) throws -> BookSlip {
        let id: Int64 = try row[0]
        guard let number = MatterNumber(stored: try row[1]), let state = SlipState(rawValue: try row[5]) else {
            throw DatabaseError.corrupt("slip")
        }
        let reason = try (row[8] as [UInt8]?).map {
            try keys.openText($0, table: "slip", column: "reason_sealed", row: id)
        }
        return BookSlip(
            id: id, number: number, book: try row[2], station: try row[3], place: try row[4], state: state,
            codeDigest: try row[6], changedAt: try row[7], reason: reason ?? "")
    }
}
