import Database
import Domain
import Record
import Schema
import Secrets
import TestSupport

@testable import Directory

/// A few real places of three cities with their organs, in a database of its own; no stations, no people.
final class PlacesGround: Sendable {
    static let now = Day(2026, 5, 20).start.adding(seconds: 9 * 3600)

    let installation: Installation
    let importer: Importer

    init() async throws {
        let engine = try TestDatabase().open()
        installation = Installation(
            database: engine, keys: .ephemeral(), settings: InstallationSettings(publicURL: "http://127.0.0.1:8080"),
            clock: { Self.now })
        importer = Importer(installation)
        _ = try await Migrator([.m0001, .m0002]).run(on: engine)
        let leased = try await installation.ids.take(1000)
        try await engine.write { db in
            var ids = leased
            let divisions = Self.divisions(&ids)
            var seeder = OrganSeeder(contacts: nil)
            for division in divisions {
                seeder.add(division, under: divisions.first { $0.id == division.parent }, ids: &ids)
            }
            try DivisionTable.insert(divisions, in: db)
            try OrganTable.insert(seeder.organs, in: db)
        }
    }

    private static func divisions(_ ids: inout IDs) -> [Division] {
        let list: [(String, String?, DivisionKind, String)] = [
            ("140000", nil, .province, "山西省"), ("140300", "140000", .city, "阳泉市"),
            ("140302", "140300", .district, "城区"), ("140500", "140000", .city, "晋城市"),
            ("140502", "140500", .district, "城区"), ("140581", "140500", .countyCity, "高平市"),
            ("140581101", "140581", .town, "三甲镇"), ("140700", "140000", .city, "晋中市"),
            ("140702", "140700", .district, "榆次区"), ("140702001", "140702", .subdistrict, "北关街道"),
            ("140702100", "140702", .town, "乌金山镇"),
        ]
        var made: [String: Division] = [:]
        return list.map { code, parentCode, kind, name in
            let parent = parentCode.flatMap { made[$0] }
            let division = Division(
                id: ids.next(), parent: parent?.id, level: kind.level, kind: kind, name: name,
                fullName: Division.fullName(of: name, parent: parent),
                codes: [DivisionCode(system: .mca, code: code, validFrom: DivisionCode.longAgo)])
            made[code] = division
            return division
        }
    }
}

extension PlacesGround {
    static var today: Day { Day(of: now) }

    func atlas() async throws -> Atlas { try await installation.snapshot().atlas }

    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await installation.database.read(body)
    }

    func count(_ sql: SQL) async throws -> Int {
        try await read { db in try db.value(sql) ?? 0 }
    }

    /// Imports lines of text.
    @discardableResult
    func bring(_ kind: ImportKind, _ lines: String...) async throws -> ImportReport {
        try await importer.run(kind, Array(lines.joined(separator: "\n").utf8), by: .system, at: Self.now)
    }

    /// A station in a place of this code; its own code is the place's with SX in front.
    func station(in code: String, level: String = "乡级站") async throws {
        try await bring(.stations, "站点编码,名称,区划代码,级别", "SX\(code),\(code)联络站,\(code),\(level)")
    }

    /// A person in an office who signed in or has a verified telephone.
    func grant(
        _ role: Role, station: String? = nil, organ: OrganID? = nil, from: Day = Day(2026, 1, 1), to: Day? = nil,
        signedInOn: Day? = nil, verified: Bool = false
    ) async throws {
        let leased = try await installation.ids.take()
        let keys = installation.keys
        let atlas = try await atlas()
        try await installation.database.write { db in
            var ids = leased
            let person = PersonDraft(
                id: ids.next(), name: Sensitive("张秀英"), phone: Sensitive("19900001234"),
                phoneVerifiedAt: verified ? Day(2026, 1, 2).start : nil)
            try PersonTable.insert([person.sealed(with: keys)], in: db)
            let account = ids.next()
            try db.run(
                """
                INSERT INTO account (id, person, login, status, failed, last_sign_in)
                VALUES (\(account), \(person.id), \("u\(account)"), 'pending', 0, \(signedInOn?.start.ms))
                """)
            let place =
                station.flatMap { atlas.station(code: $0)?.id }.map(GrantPlace.station) ?? organ.map(GrantPlace.organ)
            guard let place, let division = place.division(in: atlas) else { throw NotFound() }
            let grant = Grant(id: ids.next(), role: role, place: place, division: division)
            try GrantTable.insert(
                GrantTable.Dated(grant: grant, account: account, from: from, to: to), givenBy: nil, in: db)
            try DirectoryVersion.bumpReach(in: db)
        }
    }

    /// A place decides a rule, from a day on.
    func decide(_ key: PolicyKey, _ value: PolicyValue, in code: String, from day: Day) async throws {
        let leased = try await installation.ids.take()
        let atlas = try await atlas()
        let keys = installation.keys
        let decision = PolicyDecision(
            key: key, area: try atlas.place(code).id, value: value, validFrom: day, decidedBy: "主任会议")
        try await installation.database.write { db in
            var ids = leased
            try SetPolicy.run(db, decision, by: .system, at: Self.now, ids: &ids, keys: keys, atlas: atlas)
        }
    }

    /// A station whose head and clerk can be reached.
    func openStation(in code: String, level: String = "乡级站") async throws {
        try await station(in: code, level: level)
        try await grant(.stationHead, station: "SX" + code, verified: true)
        try await grant(.stationClerk, station: "SX" + code, verified: true)
    }
}

extension Atlas {
    /// The place of a code that is there.
    func place(_ code: String) throws -> Division {
        guard let division = division(code: code) else { throw NotFound() }
        return division
    }
}
