import Database
import Domain
import Record

/// A province from nothing: all its areas with their codes, and in each the organs the law gives it.
package struct ProvinceSeed: Sendable {
    package private(set) var divisions: [Division] = []
    package private(set) var organs: [Organ] = []
    private var formerCodes: [(DivisionID, DivisionCode)] = []

    /// How many ids it draws at most.
    package static let idsNeeded = 8_000

    /// `contacts` gives every organ telephone, address and hours; without it they stay empty until somebody types them.
    package init(ids: inout IDs, contacts: SeedContacts? = nil) throws {
        try readDivisions(ids: &ids)
        var builder = OrganSeeder(contacts: contacts)
        let byID = Dictionary(uniqueKeysWithValues: divisions.map { ($0.id, $0) })
        for division in divisions {
            builder.add(division, under: division.parent.flatMap { byID[$0] }, ids: &ids)
        }
        organs = builder.organs
    }

    /// Writes everything into an empty directory; returns false when there is a province already.
    package func load(in db: Transaction) throws -> Bool {
        let known: Int64? = try db.value("SELECT id FROM division WHERE parent IS NULL")
        guard known == nil else { return false }
        try DivisionTable.insert(divisions, in: db)
        try DivisionTable.insertCodes(formerCodes, in: db)
        try OrganTable.insert(organs, in: db)
        return true
    }

    /// The same with a transaction and ids of its own.
    package static func load(
        into database: any DatabaseEngine, ids source: IDSource, contacts: SeedContacts? = nil
    ) async throws -> Bool {
        var ids = try await source.take(idsNeeded)
        let seed = try ProvinceSeed(ids: &ids, contacts: contacts)
        return try await database.write { db in try seed.load(in: db) }
    }

    private mutating func readDivisions(ids: inout IDs) throws {
        let former = try ReferenceData.formerCodes()
        let since = Dictionary(former.map { ($0.successor, $0.year) }, uniquingKeysWith: min)
        var byCode: [String: Division] = [:]
        for entry in try ReferenceData.divisions() {
            let parent = entry.parent.flatMap { byCode[$0] }
            let from = since[entry.code].map { Day($0, 1, 1) } ?? DivisionCode.longAgo
            let division = Division(
                id: ids.next(), parent: parent?.id, level: entry.kind.level, kind: entry.kind, name: entry.name,
                fullName: Division.fullName(of: entry.name, parent: parent),
                codes: [DivisionCode(system: .mca, code: entry.code, validFrom: from)])
            byCode[entry.code] = division
            divisions.append(division)
        }
        // In the year of the change both codes were on papers.
        formerCodes = former.compactMap { old in
            byCode[old.successor].map {
                let days = (DivisionCode.longAgo, Day(old.year, 12, 31))
                return ($0.id, DivisionCode(system: .mca, code: old.code, validFrom: days.0, validTo: days.1))
            }
        }
    }
}

/// Invented telephones, addresses and hours for a demo, marked as such.
package struct SeedContacts: Sendable {
    private var numbers = 0

    package init() {}

    /// The next number of the form 1990000xxxx, which belongs to nobody.
    package mutating func phone() -> String {
        numbers += 1
        let tail = String(numbers % 10_000)
        return "1990000" + String(repeating: "0", count: 4 - tail.count) + tail
    }

    /// An address in an area.
    package func address(in division: Division) -> String { division.fullName + "便民服务中心旁（演示地址）" }

    /// When somebody is there.
    package var hours: String { "工作日 8:30—12:00，14:30—18:00" }
}
