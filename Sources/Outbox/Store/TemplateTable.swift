import Database
import Domain

/// A text that a place wrote, as one version of it.
package struct Template: Hashable, Sendable {
    package var id: Int64
    package var kind: MessageKind
    package var channel: ChannelKind
    package var area: DivisionID
    package var version: Int64
    package var validFrom: Instant
    /// Empty: the place gave it back to its superior.
    package var text: String
}

/// The rows of texts. None is ever changed.
enum TemplateTable {
    static func insert(_ template: Template, by account: AccountID, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO message_template (id, kind, channel, area, version, valid_from, text, written_by)
            VALUES (\(template.id), \(template.kind), \(template.channel), \(template.area), \(template.version),
              \(template.validFrom.ms), \(template.text), \(account))
            """)
    }

    /// Every version that these areas wrote of these kinds, the latest first.
    static func all(
        of kinds: Set<MessageKind>, in areas: Set<DivisionID>, at now: Instant, in db: Transaction
    ) throws -> [Template] {
        guard !kinds.isEmpty, !areas.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT id, kind, channel, area, version, valid_from, text FROM message_template
            WHERE kind IN \(list: kinds) AND channel IN \(list: ChannelKind.allCases) AND area IN \(list: areas)
              AND valid_from <= \(now.ms)
            ORDER BY version DESC
            """
        ).compactMap { row in
            guard let kind = MessageKind(rawValue: try row[1]) else { return nil }
            return Template(
                id: try row[0], kind: kind, channel: try row[2], area: try row[3], version: try row[4],
                validFrom: Instant(ms: try row[5]), text: try row[6])
        }
    }

    static func version(
        of kind: MessageKind, by channel: ChannelKind, in area: DivisionID, in db: Transaction
    ) throws -> Int64 {
        try db.value(
            """
            SELECT MAX(version) FROM message_template
            WHERE kind = \(kind) AND channel = \(channel) AND area = \(area)
            """) ?? 0
    }
}
