import Domain

/// A deputy liaison station (代表联络站).
package struct Station: Hashable, Sendable {
    package var id: StationID
    /// What the sign at the door carries: the station's page is `/s/{code}`.
    package var code: String
    package var division: DivisionID
    /// The presidium, street committee or deputies' committee it answers to.
    package var organ: OrganID
    package var level: StationLevel
    package var kind: StationKind
    package var name: String
    package var phone: String
    package var address: String
    package var hours: String
    package var equipment: String
    package var status: StationStatus
    package var openedOn: Day?

    package init(
        id: StationID, code: String, division: DivisionID, organ: OrganID, level: StationLevel,
        kind: StationKind = .ordinary, name: String, phone: String = "", address: String = "", hours: String = "",
        equipment: String = "", status: StationStatus = .open, openedOn: Day? = nil
    ) {
        self.id = id
        self.code = code
        self.division = division
        self.organ = organ
        self.level = level
        self.kind = kind
        self.name = name
        self.phone = phone
        self.address = address
        self.hours = hours
        self.equipment = equipment
        self.status = status
        self.openedOn = openedOn
    }
}

/// 普通联络站 or 专业代表联络站 (of a trade, not of an area).
package enum StationKind: String, CaseIterable, Sendable {
    case ordinary, professional

    package var chinese: String {
        switch self {
        case .ordinary: "普通站"
        case .professional: "专业站"
        }
    }
}

/// Whether the doors are open. Closed and preparing stations drop out of counts and take no matters.
package enum StationStatus: String, CaseIterable, Sendable {
    case open, closed, preparing

    package var chinese: String {
        switch self {
        case .open: "开放"
        case .closed: "关闭"
        case .preparing: "筹建"
        }
    }
}

extension StationLevel {
    /// 总站、中心站、联络站 as one calls them at each level.
    package var chinese: String {
        switch self {
        case .province: "省级总站"
        case .city: "市级总站"
        case .county: "县级中心站"
        case .township: "乡级站"
        case .village: "村级站"
        }
    }

    /// The level of the area in which such a station stands; a village's station lies in its town.
    package var divisionLevel: Level {
        switch self {
        case .province: .province
        case .city: .city
        case .county: .county
        case .township, .village: .township
        }
    }
}
