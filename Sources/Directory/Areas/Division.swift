import Domain

/// An area of the province (行政区划), from the province down to a town, a street or a development zone.
package struct Division: Hashable, Sendable {
    package var id: DivisionID
    package var parent: DivisionID?
    package var level: Level
    package var kind: DivisionKind
    package var name: String
    /// With its city and county before it: 榆次区 alone says little, and 城区 exists twice.
    package var fullName: String
    package var codes: [DivisionCode]

    package init(
        id: DivisionID, parent: DivisionID?, level: Level, kind: DivisionKind, name: String, fullName: String,
        codes: [DivisionCode] = []
    ) {
        self.id = id
        self.parent = parent
        self.level = level
        self.kind = kind
        self.name = name
        self.fullName = fullName
        self.codes = codes
    }

    /// 开发区: no congress, no code of civil affairs.
    package var isSpecial: Bool { kind == .specialArea }

    /// The civil-affairs code in force, or the newest of any list.
    package var code: String? {
        let current = codes.filter { $0.validTo == nil }
        return (current.first { $0.system == .mca } ?? current.first)?.code
    }

    /// The name as one says it with its parent: the province stands alone, a city needs no province before it.
    static func fullName(of name: String, parent: Division?) -> String {
        guard let parent, parent.level != .province else { return name }
        return parent.fullName + name
    }
}

extension DivisionKind {
    /// The level at which an area of this kind stands.
    package var level: Level {
        switch self {
        case .province: .province
        case .city: .city
        case .district, .countyCity, .county: .county
        case .town, .township, .subdistrict, .specialArea: .township
        }
    }

    /// Whether the area elects a congress of its own (地方组织法 59: a street does not).
    package var hasCongress: Bool {
        switch self {
        case .province, .city, .district, .countyCity, .county, .town, .township: true
        case .subdistrict, .specialArea: false
        }
    }

    var chinese: String {
        switch self {
        case .province: "省"
        case .city: "设区的市"
        case .district: "市辖区"
        case .countyCity: "县级市"
        case .county: "县"
        case .town: "镇"
        case .township: "乡"
        case .subdistrict: "街道"
        case .specialArea: "开发区"
        }
    }
}
