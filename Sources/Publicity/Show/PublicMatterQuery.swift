import Database
import Directory
import Domain

/// One published matter, from the reviewed summary and the dates; what was said verbatim is not even read.
struct PublicMatter: Sendable {
    let number: MatterNumber
    let title: String
    let summary: String
    let answer: String
    let publisher: String
    let publishedOn: Day
    let division: Division
    let station: Station
    let state: PublicState
    let isOpen: Bool
    let registeredOn: Day
    let assignedOn: Day?
    let closedOn: Day?
    let dueOn: Day?
    let supports: Int
    /// How many of them left a telephone, each telephone once.
    let supportsByTelephone: Int
    let calendar: WorkCalendar
}

enum PublicMatterQuery {
    static func run(
        _ db: Transaction, _ number: MatterNumber, in installation: Installation
    ) throws -> PublicMatter {
        let found = try db.row(
            """
            SELECT p.title, p.summary, p.answer, p.publisher_name, p.published_at, m.area, m.station, m.state,
              m.holder_organ, m.holder_station, m.registered_at, m.assigned_on, m.closed_on, m.due_at,
              (SELECT count(*) FROM matter_support s WHERE s.matter = m.id), p.progress,
              (SELECT count(*) FROM matter_support s WHERE s.matter = m.id AND s.is_verified = 1)
            FROM matter m JOIN publication p ON p.matter = m.id WHERE m.number = \(number.text)
            """)
        let snapshot = try installation.snapshot(in: db)
        let atlas = snapshot.atlas
        guard let row = found, let state = MatterState(rawValue: try row[7]),
            let division = atlas.division(try row[5]), let station = atlas.station(try row[6])
        else { throw NotFound() }
        let holder = PublicHolder(organ: try row[8], station: try row[9], own: station.id)
        return PublicMatter(
            number: number, title: try row[0], summary: try row[1], answer: try row[2], publisher: try row[3],
            publishedOn: Day(of: Instant(ms: try row[4])), division: division, station: station,
            state: PublicState(
                state: state, progress: Progress(rawValue: try row[15]) ?? .underWay, holder: holder.name(in: atlas)),
            isOpen: !state.isFinal,
            registeredOn: Day(of: Instant(ms: try row[10])), assignedOn: try day(row, 11),
            closedOn: try day(row, 12),
            dueOn: (try row[13] as Int64?).map { Day(of: Instant(ms: $0)) }, supports: try row[14],
            supportsByTelephone: try row[16],
            calendar: snapshot.calendar)
    }

    private static func day(_ row: Row, _ index: Int) throws -> Day? {
        (try row[index] as Int32?).map { Day(number: $0) }
    }
}
