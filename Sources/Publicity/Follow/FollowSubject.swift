import Database
import Directory
import Domain
import Web

/// What somebody follows (关注): a published matter, a station, an area, or a topic, everywhere or in one area. Nothing
/// else is public.
enum FollowSubject: Hashable, Sendable {
    case matter(MatterID, MatterNumber, title: String, area: DivisionID)
    case station(Station)
    case area(Division)
    case category(Domain.Category, in: Division?)

    /// How it lies in its table.
    var key: FollowKey {
        switch self {
        case .matter(let id, _, _, _): FollowKey(.matter, id)
        case .station(let station): FollowKey(.station, station.id)
        case .area(let division): FollowKey(.area, division.id)
        case .category(let category, let area): FollowKey(category, in: area?.id)
        }
    }

    /// On a page.
    var name: String {
        switch self {
        case .matter(_, _, let title, _): title
        case .station(let station): station.name
        case .area(let division): division.fullName
        case .category(let category, let area): "\(area?.fullName ?? "")“\(category.chinese)”这一类的事"
        }
    }

    /// In a message, which lies on a table: no title.
    var neutralName: String {
        switch self {
        case .matter(_, let number, _, _): "编号 \(number.text) "
        case .station, .area, .category: name
        }
    }

    /// Where it stands in public.
    var address: Address {
        switch self {
        case .matter(_, let number, _, _): Address("/m/" + number.text)
        case .station(let station): Address("/s/" + Address.encoded(station.code))
        case .area(let division): Address("/ledger").with("area", division.parent == nil ? nil : division.key)
        case .category(let category, let area):
            Address("/ledger").with("area", area?.key).with("category", category.rawValue)
        }
    }

    /// The values by which addresses and forms name it.
    var fields: [(name: String, value: String)] {
        switch self {
        case .matter(_, let number, _, _): [("matter", number.text)]
        case .station(let station): [("station", station.code)]
        case .area(let division): [("area", division.key)]
        case .category(let category, let area):
            (area.map { [("area", $0.key)] } ?? []) + [("category", category.rawValue)]
        }
    }

    /// Whose texts and quiet hours hold for what is sent about it.
    func place(in atlas: Atlas) -> DivisionID? {
        switch self {
        case .matter(_, _, _, let area): area
        case .station(let station): station.division
        case .area(let division): division.id
        case .category(_, let area): area?.id ?? atlas.root?.id
        }
    }
}

extension FollowSubject {
    /// What a form or address asks for; nil where it asks for nothing. What is not public is not found.
    static func asked(_ form: FormBody, in db: Transaction, atlas: Atlas) throws -> FollowSubject? {
        if let number = filled("matter", form) { return try matter(number, in: db) }
        if let code = filled("station", form) {
            guard let station = atlas.station(code: code) else { throw NotFound() }
            return .station(station)
        }
        let area = try filled("area", form).map(atlas.area)
        if let category = filled("category", form) {
            guard let found = Domain.Category(rawValue: category) else { throw NotFound() }
            // The whole province is everywhere.
            return .category(found, in: area.flatMap { $0.parent == nil ? nil : $0 })
        }
        return area.map(FollowSubject.area)
    }

    private static func filled(_ name: String, _ form: FormBody) -> String? {
        form[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func matter(_ typed: String, in db: Transaction) throws -> FollowSubject {
        guard let number = MatterNumber(typed) else { throw NotFound() }
        let row = try db.row(
            """
            SELECT m.id, p.title, m.area FROM matter m JOIN publication p ON p.matter = m.id
            WHERE m.number = \(number.text)
            """)
        guard let row else { throw NotFound() }
        return .matter(try row[0], number, title: try row[1], area: try row[2])
    }
}

/// By what followers are found.
struct FollowKey: Hashable, Sendable {
    enum Kind: String, Sendable {
        case matter, station, area, category
    }

    let kind: Kind
    let id: Int64
    let category: String

    init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
        category = ""
    }

    /// Everywhere it is no area's.
    init(_ category: Domain.Category, in area: DivisionID? = nil) {
        kind = .category
        id = area ?? 0
        self.category = category.rawValue
    }

    init?(row: Row, from index: Int) throws {
        guard let kind = Kind(rawValue: try row[index]) else { return nil }
        self.kind = kind
        id = try row[index + 1]
        category = try row[index + 2]
    }
}
