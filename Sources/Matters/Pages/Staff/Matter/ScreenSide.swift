import Database
import Domain
import Record

/// What the answer screen shows beside the matter: 兑现率 of its lead handler (stated dates that were kept, of how many
/// decided) and the letters. One statement, because the screen asks enough others.
enum ScreenSide {
    static func run(
        _ db: Transaction, _ shown: ShownMatter, by principal: Principal?
    ) throws -> (kept: (kept: Int, decided: Int), letters: [MadeLetter]) {
        let matter = shown.matter
        let rows = try db.rows(
            """
            SELECT 0 AS id, CAST(COALESCE(SUM(was_kept), 0) AS bigint), COUNT(was_kept), 0, 0, 0, '', ''
            FROM stated_date WHERE organ = \(matter.handling.lead)
            UNION ALL
            SELECT id, organ, year, place, to_organ, day, kind, word FROM letter WHERE matter = \(matter.id)
            ORDER BY 1
            """)
        guard let first = rows.first else { throw DatabaseError.corrupt("stated_date") }
        let letters = try rows.dropFirst().map { row in
            guard let kind = Letter(rawValue: try row[6]) else { throw DatabaseError.corrupt("letter") }
            return MadeLetter(
                id: try row[0], kind: kind, organ: try row[1], year: try row[2], place: try row[3],
                word: try row[7], addressee: try row[4], day: try row[5])
        }
        return ((try first[1], try first[2]), visible(letters, shown, principal))
    }

    private static func visible(
        _ letters: [MadeLetter], _ shown: ShownMatter, _ principal: Principal?
    ) -> [MadeLetter] {
        guard let signed = principal?.signed else { return [] }
        return LetterReading(matter: shown.matter, relations: shown.relations, signed: signed).visible(letters)
    }
}
