import Database

/// What an installation that is in use already gets into the new tables: the same as if they had always been there.
/// The search is filled by the program when it sees that it is empty.
extension PublicTables {
    static let backfill: [String] =
        [firstAnswers, publications] + publicationLists
        + ["{sqlite}\n" + deltas(month: sqliteMonth), "{postgres}\n" + deltas(month: postgresMonth)]

    private static let firstAnswers = """
        INSERT INTO first_answer (matter, station, answered_on, days)
        SELECT m.id, m.station, (e.at + 28800000) / 86400000,
          (e.at + 28800000) / 86400000 - (m.registered_at + 28800000) / 86400000
        FROM matter m JOIN (
          SELECT stream_id, MIN(at) AS at FROM event
          WHERE stream_kind = 'matter' AND (name IN ('delivered', 'answeredOnSpot')
            OR (name = 'notified' AND before_state IN ('redirected', 'rejected')))
          GROUP BY stream_id
        ) e ON e.stream_id = m.id
        WHERE m.state <> 'referred' AND COALESCE(m.closure, '') <> 'petitionAnswered'
        """

    private static let isSolved = """
        m.is_delivered = 1 AND m.outcome = 'solved' AND m.grade IN ('satisfied', 'basicallySatisfied')
        """

    private static let hasAnswer = """
        (m.is_delivered = 1 OR m.closure IS NOT NULL
          OR (m.state IN ('redirected', 'rejected') AND m.is_notice_given = 1))
        """

    private static let publications = """
        UPDATE publication SET
          category = COALESCE((SELECT m.category FROM matter m WHERE m.id = publication.matter), ''),
          progress = (SELECT CASE WHEN \(isSolved) THEN 'solved' WHEN \(hasAnswer) THEN 'answered' ELSE 'underWay' END
            FROM matter m WHERE m.id = publication.matter),
          station = (SELECT m.station FROM matter m WHERE m.id = publication.matter),
          supervisor = (SELECT m.supervisor FROM matter m WHERE m.id = publication.matter)
        """

    private static let publicationLists =
        [
            ("p.category", "''", "p.category <> ''"), ("''", "p.progress", "1 = 1"),
            ("p.category", "p.progress", "p.category <> ''"),
        ].map { category, progress, condition in
            """
            INSERT INTO publication_list (area, category, progress, sort_key, matter)
            SELECT a.area, \(category), \(progress), a.sort_key, a.matter
            FROM publication_area a JOIN publication p ON p.matter = a.matter WHERE \(condition)
            """
        } + [
            """
            INSERT INTO publication_recent (area, published_at, matter)
            SELECT a.area, p.published_at, a.matter FROM publication_area a JOIN publication p ON p.matter = a.matter
            """
        ]

    private static let sqliteMonth = "CAST(strftime('%Y%m', m.registered_at / 1000 + 28800, 'unixepoch') AS INTEGER)"
    private static let postgresMonth = """
        CAST(to_char(to_timestamp(m.registered_at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYYMM') AS bigint)
        """

    /// Ids below nought meet none of those that are leased.
    private static func deltas(month: String) -> String {
        let area = """
            (SELECT a.ancestor FROM division_ancestor a JOIN division d ON d.id = a.ancestor
            WHERE a.division = m.area AND d.level >= m.lowest_level ORDER BY a.depth LIMIT 1)
            """
        let isCounted = "m.state <> 'referred' AND COALESCE(m.closure, '') <> 'petitionAnswered'"
        let judged = "m.grade IS NOT NULL AND m.is_delivered = 1 AND m.outcome IS NOT NULL"
        let parts = [
            (
                "'days.' || CASE WHEN f.days > 400 THEN 400 ELSE f.days END", month,
                "JOIN first_answer f ON f.matter = m.id", "1 = 1"
            ),
            ("'from.' || m.rating_source", month, "", "m.rating_source IS NOT NULL"),
            ("'word.judged'", month, "", judged),
            ("'word.solved'", month, "", isSolved),
            (
                "CASE WHEN s.was_kept = 1 THEN 'date.kept' ELSE 'date.broken' END", month,
                "JOIN stated_date s ON s.matter = m.id", "s.was_kept IS NOT NULL"
            ),
            (
                "'late'", "0", "",
                """
                NOT \(hasAnswer) AND m.due_at IS NOT NULL AND EXISTS (SELECT 1 FROM matter_clock c
                  WHERE c.matter = m.id AND c.overdue_on IS NOT NULL AND c.kind <> 'supervisorDecline')
                """
            ),
        ].map { name, month, join, condition in
            "SELECT \(area) AS area, \(month) AS month, \(name) AS name FROM matter m \(join) WHERE \(isCounted) AND \(condition)"
        }
        return """
            INSERT INTO counter_delta (id, area, month, name, delta)
            SELECT -ROW_NUMBER() OVER (ORDER BY area, month, name), area, month, name, number FROM (
              SELECT area, month, name, COUNT(*) AS number FROM (\(parts.joined(separator: " UNION ALL "))) AS one
              GROUP BY area, month, name) AS counted
            """
    }
}
