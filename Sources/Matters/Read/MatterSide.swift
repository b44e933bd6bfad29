import Database
import Domain
import Files
import Record
import Secrets

/// What lies beside a matter's row, in one statement: words, reporter, publication, the numbers of other matters.
struct MatterSide {
    var channel: Channel
    var title: String
    var masked: String
    var place: String
    var reporter: ShownReporter
    var publication: ShownPublication?
    var lead: MatterNumber?
    /// Merged into it, the oldest first.
    var merged: [MatterNumber]
    var relapseOf: MatterNumber?
    var supports: Int
    /// Of those who left a telephone, each telephone once.
    var supportsByTelephone: Int
    /// The deputy whom the reporter wished to hear it.
    var wantedDeputy: String?
    /// Photos, voice and documents that belong to it, in the order in which they came.
    var files: [StoredFile]
    /// What the supervising deputy leads, if anything: never to be the handler.
    var organLed: OrganID?

    init(of matter: MatterID, in db: Transaction, keys: KeyRing) throws {
        // A row for each matter merged into it and each file; there are rarely many.
        let rows = try db.rows(
            """
            SELECT m.channel, w.title, w.masked, w.place, r.name_sealed, r.phone_sealed, r.address_sealed,
              COALESCE(r.may_be_named, 0), COALESCE(r.is_minor, 0), p.title, p.summary, p.answer, p.publisher_name,
              p.published_at, l.number, e.number,
              (SELECT COUNT(*) FROM matter_support s WHERE s.matter = m.id), d.leads_organ, f.number,
              (SELECT COUNT(*) FROM matter_support s WHERE s.matter = m.id AND s.is_verified = 1), h.channel,
              v.guardian_sealed,
              (SELECT n.name_public FROM mandate n WHERE n.person = v.deputy AND n.status <> 'terminated'
                ORDER BY n.level DESC LIMIT 1),
              \(StoredFile.columns)
            FROM matter m JOIN matter_words w ON w.matter = m.id
            LEFT JOIN reporter r ON r.matter = m.id LEFT JOIN publication p ON p.matter = m.id
            LEFT JOIN reporter_wish v ON v.matter = m.id LEFT JOIN reporter_channel h ON h.matter = m.id
            LEFT JOIN matter l ON l.id = m.lead_matter LEFT JOIN matter e ON e.id = m.relapse_of
            LEFT JOIN person d ON d.id = m.supervisor
            LEFT JOIN matter f ON f.lead_matter = m.id AND f.state = 'merged'
            LEFT JOIN stored_file a ON a.owner_kind = 'matter' AND a.owner = m.id
            WHERE m.id = \(matter) ORDER BY f.id, a.part, a.id
            """)
        guard let row = rows.first, let channel = Channel(rawValue: try row[0]) else {
            throw DatabaseError.corrupt("matter")
        }
        self.channel = channel
        title = try row[1]
        masked = try row[2]
        place = try row[3]
        func opened(_ index: Int, _ column: StaticString) throws -> Sensitive<String>? {
            try (row[index] as [UInt8]?).map {
                Sensitive(try keys.openText($0, table: "reporter", column: column, row: matter))
            }
        }
        reporter = ShownReporter(
            name: try opened(4, "name"), phone: try opened(5, "phone"), address: try opened(6, "address"),
            mayBeNamed: try row[7], isMinor: try row[8],
            toldBy: (try row[20] as String?).flatMap(ReporterChannel.Way.init),
            guardian: try ReporterTable.guardian(row[21], isMinor: row[8], of: matter, keys))
        if let title: String = try row[9] {
            publication = ShownPublication(
                title: title, summary: try row[10], answer: try row[11], publisher: try row[12], at: try row[13])
        }
        lead = (try row[14] as String?).flatMap(MatterNumber.init(stored:))
        relapseOf = (try row[15] as String?).flatMap(MatterNumber.init(stored:))
        supports = try row[16]
        organLed = try row[17]
        supportsByTelephone = try row[19]
        wantedDeputy = try row[22]
        let first = try row[18] as String?
        files = try rows.prefix { try $0[18] == first }.compactMap { try StoredFile($0, at: 23, keys: keys) }
        merged = try MatterSide.distinct(rows.compactMap { try $0[18] }).compactMap(MatterNumber.init(stored:))
    }

    /// Each once, in their order: a number stands in as many rows as there are files.
    private static func distinct(_ numbers: [String]) -> [String] {
        var seen: Set<String> = []
        return numbers.filter { seen.insert($0).inserted }
    }
}
