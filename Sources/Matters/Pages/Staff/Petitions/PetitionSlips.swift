import Database
import Directory
import Domain
import Record

/// What is kept of a matter that went to the petition department: number, days, where it went (row 50).
struct PetitionSlip: Hashable, Sendable {
    var matter: MatterID
    var number: MatterNumber
    var registeredOn: Day
    var referredOn: Day
    var office: Organ
    var station: Station
    var dueAt: Instant
    /// Its running clocks, the nearest end first: the written notice, the department's own deadline.
    var clocks: [Clock]
}

/// The slips that a petition office or a station has open.
struct PetitionSlipQuery: Sendable {
    static let limit = 50

    struct Page: Sendable {
        var slips: [PetitionSlip]
        /// Due time and matter of the last row, where more follow.
        var next: (dueAt: Int64, matter: Int64)?
    }

    let signed: Principal.Signed
    let atlas: Atlas

    /// Not found for whoever has nothing to do with slips.
    func page(after: (dueAt: Int64, matter: Int64)?, in db: Transaction) throws -> Page {
        let later: SQL =
            after.map { "AND (due_at > \($0.dueAt) OR (due_at = \($0.dueAt) AND id > \($0.matter)))" } ?? ""
        let found = try open(later, in: db)
        let shown = try slips(found.prefix(Self.limit).map(\.matter), in: db)
        let isMore = found.count > Self.limit
        return Page(slips: shown, next: isMore ? shown.last.map { ($0.dueAt.ms, $0.matter) } : nil)
    }

    /// Row 51: the 15 days have passed and the department has set itself no deadline.
    func withoutDeadline(on today: Day, in db: Transaction) throws -> [PetitionSlip] {
        let late: SQL = """
            AND EXISTS (SELECT 1 FROM matter_clock c WHERE c.matter = matter.id
              AND c.kind = \(ClockKind.referralDeadline.rawValue) AND c.due_on < \(today))
            """
        return try slips(try open(late, in: db).prefix(Self.limit).map(\.matter), in: db)
    }

    /// One slip for whoever may know of the matter; not found when it is no petition.
    func slip(_ number: MatterNumber, in db: Transaction) throws -> PetitionSlip {
        guard let stored = try MatterTable.matter(number, in: db), stored.matter.state == .referred else {
            throw NotFound()
        }
        let standing = Standing(of: .account(signed), to: stored, atlas: atlas)
        guard standing.mayKnow(stored.matter), let slip = try slips([stored.matter], in: db).first else {
            throw NotFound()
        }
        return slip
    }

    /// The soonest due, and one more than are shown.
    private func open(_ condition: SQL, in db: Transaction) throws -> [StoredMatter] {
        let places = places
        guard let first = places.first else { throw NotFound() }
        let scope = places.dropFirst().reduce(first) { $0 + " OR " + $1 }
        return try db.rows(
            """
            SELECT \(StoredMatter.columns) FROM matter
            WHERE due_at IS NOT NULL AND state = 'referred' AND (\(scope)) \(condition)
            ORDER BY due_at, id LIMIT \(Self.limit + 1)
            """
        ).map(StoredMatter.init)
    }

    /// A petition office by the matters it holds, a station by those it speaks for.
    private var places: [SQL] {
        signed.grants.compactMap { grant in
            switch (grant.role, grant.place) {
            case (.petitionOffice, .organ(let organ)): "holder_organ = \(organ)"
            case (.stationHead, .station(let station)), (.stationClerk, .station(let station)): "station = \(station)"
            case (.petitionOffice, _), (.stationHead, _), (.stationClerk, _), (.deputy, _), (.liaisonOfficer, _),
                (.assigningOffice, _), (.distributor, _), (.handler, _), (.systemAdmin, _), (.securityAdmin, _),
                (.auditor, _):
                nil
            }
        }
    }

    private func slips(_ matters: [Matter], in db: Transaction) throws -> [PetitionSlip] {
        guard !matters.isEmpty else { return [] }
        let clocks = try ClockTable.clocks(of: matters.map(\.id), in: db)
        let referred = try referrals(of: matters.map(\.id), in: db)
        return matters.compactMap { matter in
            let own = (clocks[matter.id] ?? []).sorted { $0.dueAt < $1.dueAt }
            guard let office = matter.petitionOffice.flatMap(atlas.organ), let station = atlas.station(matter.station),
                let dueAt = own.first?.dueAt
            else { return nil }
            return PetitionSlip(
                matter: matter.id, number: matter.number, registeredOn: Day(of: matter.registeredAt),
                referredOn: Day(of: referred[matter.id] ?? matter.registeredAt), office: office, station: station,
                dueAt: dueAt, clocks: own)
        }
    }

    /// When each went to the department, the last time it did.
    private func referrals(of matters: [MatterID], in db: Transaction) throws -> [MatterID: Instant] {
        let rows = try db.rows(
            """
            SELECT stream_id, MAX(at) FROM event
            WHERE stream_kind = \(StreamKind.matter.rawValue) AND stream_id IN \(list: matters) AND name = 'referred'
            GROUP BY stream_id
            """)
        return Dictionary(try rows.map { (try $0[0], Instant(ms: try $0[1])) }) { first, _ in first }
    }
}
