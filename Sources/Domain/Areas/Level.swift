/// The four levels of area that hold organs, from the town upwards.
package enum Level: Int, CaseIterable, Comparable, Sendable {
    case township = 1
    case county = 2
    case city = 3
    case province = 4

    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    package var next: Level? { Level(rawValue: rawValue + 1) }

    package var chinese: String {
        switch self {
        case .township: "乡镇（街道）"
        case .county: "县（市、区）"
        case .city: "市"
        case .province: "省"
        }
    }
}

/// What an area is. Towns and townships have a congress, a street (subdistrict) has none (地方组织法 59).
package enum DivisionKind: String, CaseIterable, Sendable {
    case province, city, district, countyCity, county, town, township, subdistrict
    /// 开发区: no code of the civil-affairs list, a division under a county.
    case specialArea
}
