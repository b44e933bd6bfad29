import Database
import Directory
import Domain
import Foundation
import Record
import Secrets

/// Letters and their numbers: one sequence for each organ and year.
enum LetterTable {
    /// The next number. Who comes second waits here for the first.
    static func next(of organ: OrganID, in year: Int, _ db: Transaction) throws -> Int {
        let last: Int? = try db.value(
            """
            INSERT INTO letter_sequence (organ, year, last) VALUES (\(organ), \(year), 1)
            ON CONFLICT (organ, year) DO UPDATE SET last = letter_sequence.last + 1
            RETURNING last
            """)
        guard let last else { throw DatabaseError.corrupt("letter_sequence") }
        return last
    }

    static func insert(
        _ letter: MadeLetter, _ text: LetterText, of matter: MatterID, by account: AccountID, at now: Instant,
        in db: Transaction, keys: KeyRing
    ) throws {
        let content = [UInt8](try JSONEncoder().encode(text))
        try db.run(
            """
            INSERT INTO letter (id, matter, kind, organ, year, place, word, to_organ, day, made_by, made_at,
              content_sealed)
            VALUES (\(letter.id), \(matter), \(letter.kind.rawValue), \(letter.organ), \(letter.year),
              \(letter.place), \(letter.word), \(letter.addressee), \(letter.day), \(account), \(now),
              \(keys.seal(content, table: "letter", column: "content_sealed", row: letter.id)))
            """)
    }

    /// Of a matter, the oldest first; without what stands in them.
    static func letters(of matter: MatterID, in db: Transaction) throws -> [MadeLetter] {
        try db.rows("SELECT \(columns) FROM letter WHERE matter = \(matter) ORDER BY id").map(letter)
    }

    /// One letter of a matter with its text.
    static func letter(
        _ id: Int64, of matter: MatterID, in db: Transaction, keys: KeyRing
    ) throws -> (MadeLetter, LetterText)? {
        let row = try db.row(
            "SELECT \(columns), content_sealed FROM letter WHERE id = \(id) AND matter = \(matter)")
        guard let row else { return nil }
        let content = try keys.open(try row[8], table: "letter", column: "content_sealed", row: id)
        return (try letter(row), try JSONDecoder().decode(LetterText.self, from: Data(content)))
    }

    /// What the organ called itself in its last letter, so that it is typed once.
    static func lastWord(of organ: OrganID, in db: Transaction) throws -> String? {
        try db.value(
            "SELECT word FROM letter WHERE organ = \(organ) ORDER BY organ DESC, year DESC, place DESC LIMIT 1")
    }

    private static let columns: SQL = "id, kind, organ, year, place, word, to_organ, day"

    private static func letter(_ row: Row) throws -> MadeLetter {
        guard let kind = Letter(rawValue: try row[1]) else { throw DatabaseError.corrupt("letter") }
        return MadeLetter(
            id: try row[0], kind: kind, organ: try row[2], year: try row[3], place: try row[4], word: try row[5],
            addressee: try row[6], day: try row[7])
    }
}
