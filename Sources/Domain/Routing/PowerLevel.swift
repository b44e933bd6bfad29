/// 职权层级: the level of government that can settle a matter, as triage finds it.
package enum PowerLevel: String, CaseIterable, Sendable {
    case township, county, city, province, unclear

    package init(_ level: Level) {
        switch level {
        case .township: self = .township
        case .county: self = .county
        case .city: self = .city
        case .province: self = .province
        }
    }

    package var level: Level? {
        switch self {
        case .township: .township
        case .county: .county
        case .city: .city
        case .province: .province
        case .unclear: nil
        }
    }

    package var chinese: String { level.map { "\($0.chinese)职权" } ?? "尚不清楚" }

    /// How many times it must still be submitted, one level at a time (逐级提交); 0 when it can be assigned here.
    package func steps(from here: Level) -> Int {
        max(0, (level ?? here).rawValue - here.rawValue)
    }
}
