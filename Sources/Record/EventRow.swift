import Database
import Domain

/// A row of `event`, as it is: states and kinds stay codes, so that a damaged row can still be told of.
struct EventRow: Sendable {
    var id: Int64
    var streamKind: String
    var streamID: Int64
    var sequence: Int64
    var format: UInt8
    var name: String
    var at: Int64
    var authorKind: String
    var account: Int64?
    var grant: Int64?
    var role: String?
    var organ: Int64?
    var station: Int64?
    var onBehalf: String?
    var before: String?
    var after: String?
    var facts: [UInt8]
    var commitment: [UInt8]?
    var previous: [UInt8]
    var hash: [UInt8]

    static let columnCount = 20
    static let columns: SQL = """
        e.id, e.stream_kind, e.stream_id, e.sequence, e.format, e.name, e.at, e.author_kind, e.author_account, \
        e.author_grant, e.author_role, e.author_organ, e.author_station, e.on_behalf, e.before_state, e.after_state, \
        e.facts, e.commitment, e.previous, e.hash
        """

    func insert(in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO event (id, stream_kind, stream_id, sequence, format, name, at, author_kind, author_account,
              author_grant, author_role, author_organ, author_station, on_behalf, before_state, after_state,
              facts, commitment, previous, hash)
            VALUES (\(id), \(streamKind), \(streamID), \(sequence), \(Int64(format)), \(name), \(at), \(authorKind),
              \(account), \(grant), \(role), \(organ), \(station), \(onBehalf), \(before), \(after),
              \(facts), \(commitment), \(previous), \(hash))
            """)
    }
}

extension EventRow {
    init(_ row: Row) throws {
        id = try row[0]
        streamKind = try row[1]
        streamID = try row[2]
        sequence = try row[3]
        // A number that is no byte is no format either.
        format = UInt8(exactly: try row[4] as Int64) ?? 0
        name = try row[5]
        at = try row[6]
        authorKind = try row[7]
        account = try row[8]
        grant = try row[9]
        role = try row[10]
        organ = try row[11]
        station = try row[12]
        onBehalf = try row[13]
        before = try row[14]
        after = try row[15]
        facts = try row[16]
        commitment = try row[17]
        previous = try row[18]
        hash = try row[19]
    }

    func recorded() throws -> RecordedEvent {
        guard let kind = StreamKind(rawValue: streamKind), let authorKind = AuthorKind(rawValue: authorKind) else {
            throw RecordError.malformed
        }
        return RecordedEvent(
            id: id, stream: Stream(kind: kind, id: streamID), sequence: sequence, name: name, at: Instant(ms: at),
            author: Author(
                kind: authorKind, account: account, grant: grant, role: role, organ: organ, station: station,
                onBehalf: onBehalf),
            before: before, after: after, facts: try FactForm.facts(facts), hadTexts: commitment != nil, hash: hash)
    }
}
