import Database
import Directory
import Domain
import Record

/// What the answer screen shows beside the matter: 兑现率 of its lead handler (stated dates that were kept, of how many
/// decided), the letters, and matters that are much the same. One statement, because the screen asks enough others.
struct ScreenSide {
    var kept: (kept: Int, decided: Int)
    var letters: [MadeLetter]
    var similar: [SimilarMatter]

    init(_ shown: ShownMatter, by principal: Principal?, atlas: Atlas, in db: Transaction) throws {
        let matter = shown.matter
        let similar = SimilarMatters(shown, for: principal, atlas: atlas)
        let others: SQL = similar.map { "UNION ALL " + $0.rows } ?? ""
        let rows = try db.rows(
            """
            SELECT 0 AS part, 0 AS id, CAST(COALESCE(SUM(was_kept), 0) AS bigint), COUNT(was_kept), 0, 0, 0, '', '', '', ''
            FROM stated_date WHERE organ = \(matter.handling.lead)
            UNION ALL
            SELECT 1, id, organ, year, place, to_organ, day, kind, word, '', '' FROM letter WHERE matter = \(matter.id)
            \(others) ORDER BY 1, 2
            """)
        let parts = try Dictionary(grouping: rows) { try $0[0] as Int }
        guard let first = parts[0]?.first else { throw DatabaseError.corrupt("stated_date") }
        kept = (try first[2], try first[3])
        letters = Self.visible(try (parts[1] ?? []).map(Self.letter), shown, principal)
        self.similar = try similar?.likest(of: parts[2] ?? []) ?? []
    }

    private static func letter(_ row: Row) throws -> MadeLetter {
        guard let kind = Letter(rawValue: try row[7]) else { throw DatabaseError.corrupt("letter") }
        return MadeLetter(
            id: try row[1], kind: kind, organ: try row[2], year: try row[3], place: try row[4],
            word: try row[8], addressee: try row[5], day: try row[6])
    }

    private static func visible(
        _ letters: [MadeLetter], _ shown: ShownMatter, _ principal: Principal?
    ) -> [MadeLetter] {
        guard let signed = principal?.signed else { return [] }
        return LetterReading(matter: shown.matter, relations: shown.relations, signed: signed).visible(letters)
    }
}
