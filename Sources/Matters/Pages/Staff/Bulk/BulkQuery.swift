import Database
import Directory
import Domain

/// What waits for an office to be assigned, soonest first, and to whom it could go.
struct BulkQuery {
    /// As many as one person looks through at a time, and as one preview tries.
    static let most = 20

    let atlas: Atlas
    let now: Instant

    func offices(of signed: Principal.Signed) -> [Organ] {
        signed.grants.compactMap { grant in
            guard grant.role == .assigningOffice, case .organ(let id) = grant.place else { return nil }
            return atlas.organ(id)
        }
    }

    func waiting(for office: Organ, in db: Transaction) throws -> [WaitingMatter] {
        let handlers = Set(handlers(of: office).map(\.id))
        return try db.rows(
            """
            SELECT m.number, m.version, m.area, m.category, m.due_at, m.level, w.title
            FROM matter m JOIN matter_words w ON w.matter = m.id
            WHERE m.holder_organ = \(office.id) AND m.due_at IS NOT NULL AND m.state IN ('accepted', 'submittedUp')
            ORDER BY m.due_at, m.id LIMIT \(Self.most)
            """
        ).map { try waiting($0, office: office, handlers: handlers) }
    }

    /// Organs of the office's own place that it may assign to and that somebody can be reached at.
    func handlers(of office: Organ) -> [Organ] {
        let places = MatterPlaces(atlas: atlas, now: now)
        return atlas.organs(in: office.division)
            .filter { organ in
                let place = places.place(organ)
                return place.isReachable && places.place(office).mayAssign(to: place)
            }
            .sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    }

    private func waiting(_ row: Row, office: Organ, handlers: Set<OrganID>) throws -> WaitingMatter {
        guard let number = MatterNumber(stored: try row[0]) else { throw DatabaseError.corrupt("matter") }
        let category = (try row[3] as String?).flatMap(Category.init)
        let dueAt: Instant? = try row[4]
        return WaitingMatter(
            number: number, version: try row[1], title: try row[6], division: atlas.fullName(of: try row[2]),
            category: category, dueOn: dueAt.map { Day(of: $0) }, isOverdue: dueAt.map { now > $0 } ?? false,
            proposed: proposal(category, level: Level(rawValue: try row[5]) ?? .township, office, among: handlers))
    }

    /// 意见分级处理: the catalogue's proposal where it can be had at this place.
    private func proposal(
        _ category: Category?, level: Level, _ office: Organ, among handlers: Set<OrganID>
    ) -> OrganID? {
        guard let category else { return nil }
        let meant = RoutingCatalogue.standard.suggest(category, level: level, isStreet: office.kind == .streetCommittee)
        let near = atlas.organs(in: office.division).filter { handlers.contains($0.id) }
        let found =
            near.first { $0.kind == meant.organ && $0.field == meant.field?.rawValue }
            ?? near.first { $0.kind == meant.otherwise }
        return found?.id
    }
}
