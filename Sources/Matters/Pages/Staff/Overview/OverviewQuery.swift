import Database
import Directory
import Domain
import Secrets

/// Looks over an area for an office. Everything is found by an index in its order and cut at a bound, so it costs a
/// province what it costs a town.
struct OverviewQuery {
    /// Late matters looked at, the longest late first.
    static let looked = 2000
    static let shown = 20
    static let named = 50

    let atlas: Atlas
    let keys: KeyRing
    let now: Instant

    private var today: Day { Day(of: now) }

    func run(_ db: Transaction, _ area: Division) throws -> Overview {
        var overview = Overview(area: area)
        try addLate(to: &overview, in: db)
        try addWeek(to: &overview, in: db)
        try addAbsent(to: &overview, in: db)
        overview.closed = closedStations(in: area)
        return overview
    }

    private struct Row {
        var matter: MatterID
        var dueAt: Instant
        var state: MatterState
        var area: DivisionID
        var holder: Holder?
    }

    private func addLate(to overview: inout Overview, in db: Transaction) throws {
        let rows = try db.rows(
            """
            SELECT m.id, l.due_at, m.state, m.area, m.holder_station, m.holder_organ
            FROM matter_due l JOIN matter m ON m.id = l.matter
            WHERE l.area = \(overview.area.id) AND l.due_at < \(now) ORDER BY l.due_at, l.matter LIMIT \(Self.looked + 1)
            """
        ).map(row)
        overview.isCut = rows.count > Self.looked
        let late = Array(rows.prefix(Self.looked))
        overview.late = late.count
        overview.stages = shares(late, by: \.state) { (StateWords.label($0), nil) }
        overview.holders = shares(late, by: \.holder) { (name(of: $0), nil) }
        let top = overview.area.id
        overview.places = shares(late, by: { row in atlas.lineage(of: row.area).first { $0.parent == top }?.id }) {
            id in
            id.flatMap(atlas.division).map { ($0.name, $0.key) } ?? ("\(overview.area.name)本级", nil)
        }
        overview.worst = try worst(late.prefix(Self.shown), in: db)
    }

    private func row(_ row: Database.Row) throws -> Row {
        guard let state = MatterState(rawValue: try row[2]) else { throw DatabaseError.corrupt("matter") }
        let station: StationID? = try row[4]
        let organ: OrganID? = try row[5]
        return Row(
            matter: try row[0], dueAt: try row[1], state: state, area: try row[3],
            holder: station.map(Holder.station) ?? organ.map(Holder.organ))
    }

    private func shares<Key: Hashable>(
        _ rows: [Row], by key: (Row) -> Key, _ name: (Key) -> (String, String?)
    ) -> [Overview.Share] {
        Dictionary(grouping: rows, by: key).map { key, rows in
            let (word, area) = name(key)
            return Overview.Share(
                name: word, area: area, late: rows.count, longest: Day(of: rows.map(\.dueAt).min() ?? now))
        }
        .sorted { ($1.late, $0.longest, $0.name) < ($0.late, $1.longest, $1.name) }
    }

    private func name(of holder: Holder?) -> String {
        switch holder {
        case .station(let id): atlas.station(id)?.name ?? "联络站"
        case .organ(let id): atlas.organ(id)?.name ?? "单位"
        case nil: "没有承接"
        }
    }

    private func worst(_ rows: ArraySlice<Row>, in db: Transaction) throws -> [Overview.Late] {
        let named = try db.rows(
            """
            SELECT m.id, m.number, w.title FROM matter m JOIN matter_words w ON w.matter = m.id
            WHERE m.id IN \(list: rows.map(\.matter))
            """)
        var found: [MatterID: (MatterNumber, String)] = [:]
        for row in named {
            if let number = MatterNumber(stored: try row[1]) { found[try row[0]] = (number, try row[2]) }
        }
        return rows.compactMap { row in
            found[row.matter].map { number, title in
                Overview.Late(
                    number: number, title: title, state: row.state, holder: name(of: row.holder),
                    dueOn: Day(of: row.dueAt))
            }
        }
    }

    private func addWeek(to overview: inout Overview, in db: Transaction) throws {
        let end = today.adding(days: 7).end
        let count: Int =
            try db.value(
                """
                SELECT COUNT(*) FROM (SELECT matter FROM matter_due WHERE area = \(overview.area.id)
                  AND due_at >= \(now) AND due_at <= \(end) ORDER BY due_at, matter LIMIT \(Self.looked + 1)) found
                """) ?? 0
        overview.dueThisWeek = min(count, Self.looked)
        overview.isWeekCut = count > Self.looked
    }

    /// 从未登录 at the area's own offices and those of the places right below: an office that was given and never used.
    /// Further down one looks place by place. Deputies are asked for at their stations: most of 92,000 come a few times
    /// a month or by a link.
    private func addAbsent(to overview: inout Overview, in db: Transaction) throws {
        let near = [overview.area.id] + atlas.children(of: overview.area.id).map(\.id)
        let organs = near.flatMap { atlas.organs(in: $0) }.map(\.id)
        let stations = near.flatMap { atlas.stations(in: $0) }.map(\.id)
        let day = today.number
        let rows = try db.rows(
            """
            SELECT g.role, g.organ, g.station, g.from_day, p.id, p.name_sealed
            FROM role_grant g JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE g.organ IN \(list: organs) AND \(Self.isAbsent) AND g.from_day <= \(day)
              AND (g.to_day IS NULL OR g.to_day >= \(day))
            UNION ALL
            SELECT g.role, g.organ, g.station, g.from_day, p.id, p.name_sealed
            FROM role_grant g JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE g.station IN \(list: stations) AND g.role IN ('stationHead', 'stationClerk') AND \(Self.isAbsent)
              AND g.from_day <= \(day) AND (g.to_day IS NULL OR g.to_day >= \(day))
            LIMIT \(Self.named + 1)
            """)
        overview.isAbsentCut = rows.count > Self.named
        overview.absent = try rows.prefix(Self.named).map(absent)
    }

    private static let isAbsent: SQL = "a.last_sign_in IS NULL AND a.status <> 'closed'"

    private func absent(_ row: Database.Row) throws -> Overview.Absent {
        guard let role = Role(rawValue: try row[0]) else { throw DatabaseError.corrupt("role_grant") }
        let organ: OrganID? = try row[1]
        let station: StationID? = try row[2]
        let place = organ.flatMap(atlas.organ)?.name ?? station.flatMap(atlas.station)?.name
        let from: Int32 = try row[3]
        return Overview.Absent(
            name: try keys.openText(try row[5], table: "person", column: "name_sealed", row: try row[4]), role: role,
            place: place ?? "", since: Day(number: from))
    }

    private func closedStations(in area: Division) -> [Overview.ClosedStation] {
        atlas.stations(within: area.id).filter { $0.status == .open }.compactMap { station in
            let head = atlas.headReachableUntil(station: station.id, at: now) != nil
            let clerk = atlas.clerkReachableUntil(station: station.id, at: now) != nil
            let reason: Overview.ClosedStation.Reason
            switch (head, clerk) {
            case (true, true): return nil
            case (false, true): reason = .noHead
            case (true, false): reason = .noClerk
            case (false, false): reason = .nobody
            }
            return Overview.ClosedStation(code: station.code, name: station.name, reason: reason)
        }
    }
}
