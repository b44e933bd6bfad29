import Database
import Domain

/// The rows of answer templates.
enum AnswerTemplateTable {
    /// Those of these areas that fit a category; the nearest area's first.
    static func offered(
        in areas: [DivisionID], for category: Category?, in db: Transaction
    ) throws -> [AnswerTemplate] {
        let found = try db.rows(
            """
            SELECT \(columns) FROM answer_template
            WHERE area IN \(list: areas) AND is_withdrawn = 0 AND (category IS NULL OR category = \(category?.rawValue))
            ORDER BY id
            """
        ).map(template)
        let rank = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        return found.sorted { (rank[$0.area] ?? 0, $0.id) < (rank[$1.area] ?? 0, $1.id) }
    }

    static func all(of areas: [DivisionID], in db: Transaction) throws -> [AnswerTemplate] {
        try db.rows(
            """
            SELECT \(columns) FROM answer_template WHERE area IN \(list: areas) AND is_withdrawn = 0 ORDER BY area, id
            """
        ).map(template)
    }

    static func find(_ id: Int64, in db: Transaction) throws -> AnswerTemplate? {
        try db.row("SELECT \(columns) FROM answer_template WHERE id = \(id) AND is_withdrawn = 0").map(template)
    }

    static func count(in area: DivisionID, in db: Transaction) throws -> Int {
        try db.value("SELECT COUNT(*) FROM answer_template WHERE area = \(area) AND is_withdrawn = 0") ?? 0
    }

    static func insert(_ template: AnswerTemplate, by account: AccountID, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO answer_template (id, area, category, title, body, written_by, written_at, version, is_withdrawn)
            VALUES (\(template.id), \(template.area), \(template.category?.rawValue), \(template.title),
              \(template.body), \(account), \(template.writtenAt), 1, 0)
            """)
    }

    /// Stale where somebody else changed it meanwhile.
    static func update(
        _ template: AnswerTemplate, by account: AccountID, isWithdrawn: Bool = false, in db: Transaction
    ) throws {
        let changed = try db.changed(
            """
            UPDATE answer_template SET category = \(template.category?.rawValue), title = \(template.title),
              body = \(template.body), written_by = \(account), written_at = \(template.writtenAt),
              version = version + 1, is_withdrawn = \(isWithdrawn)
            WHERE id = \(template.id) AND version = \(template.version) AND is_withdrawn = 0
            """)
        if changed == 0 { throw Stale() }
    }

    private static let columns: SQL = "id, area, category, title, body, written_at, version"

    private static func template(_ row: Row) throws -> AnswerTemplate {
        AnswerTemplate(
            id: try row[0], area: try row[1], category: (try row[2] as String?).flatMap(Category.init),
            title: try row[3], body: try row[4], writtenAt: try row[5], version: try row[6])
    }
}
