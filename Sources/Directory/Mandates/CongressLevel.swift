/// Which congress a deputy sits in (五级代表).
package enum CongressLevel: Int, CaseIterable, Comparable, Sendable {
    case township = 1
    case county, municipal, provincial, national

    package var chinese: String {
        switch self {
        case .township: "乡镇人大代表"
        case .county: "县级人大代表"
        case .municipal: "市人大代表"
        case .provincial: "省人大代表"
        case .national: "全国人大代表"
        }
    }

    /// How a congress is called in the API (`congress_level` of the glossary).
    package var code: String {
        switch self {
        case .township: "township"
        case .county: "county"
        case .municipal: "municipal"
        case .provincial: "provincial"
        case .national: "national"
        }
    }

    package static func < (a: CongressLevel, b: CongressLevel) -> Bool { a.rawValue < b.rawValue }
}

/// 在任、暂停执行代表职务、终止代表资格 (代表法 56, 57).
package enum MandateStatus: String, CaseIterable, Sendable {
    case active, suspended, terminated

    package var chinese: String {
        switch self {
        case .active: "在任"
        case .suspended: "暂停"
        case .terminated: "终止"
        }
    }
}
