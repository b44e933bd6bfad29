import Domain

/// Everything about places at one moment: areas, organs, stations, and who can be reached there. Immutable, shared by
/// all requests, replaced as a whole (`DirectoryCache`); some seven thousand small values for a province.
package final class Atlas: Sendable {
    /// The state of the directory this was read from.
    package let version: DirectoryVersion
    let places: PlaceTable
    /// What the places decided; their writers bump the version, too.
    let book: PolicyBook
    let reach: ReachTable

    init(version: DirectoryVersion, places: PlaceTable, book: PolicyBook, reach: ReachTable) {
        self.version = version
        self.places = places
        self.book = book
        self.reach = reach
    }
}

/// The part of an atlas that changes rarely, with its ways to look things up.
final class PlaceTable: Sendable {
    let divisions: [DivisionID: Division]
    /// Each area with those around it, nearest first: asked for in every act and most pages.
    let lineages: [DivisionID: [Division]]
    /// The province; nil before anything was loaded.
    let root: DivisionID?
    let children: [DivisionID: [DivisionID]]
    let byCode: [String: [(system: CodeSystem, code: DivisionCode, division: DivisionID)]]
    let organs: [OrganID: Organ]
    let organsByDivision: [DivisionID: [Organ]]
    let stations: [StationID: Station]
    let stationsByDivision: [DivisionID: [Station]]
    let stationsByCode: [String: StationID]

    init(divisions list: [Division], organs organList: [Organ], stations stationList: [Station]) {
        divisions = Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0) })
        lineages = PlaceTable.lineages(divisions)
        root = list.first { $0.parent == nil }?.id
        // In the order of the official list, which is the order people know.
        let ordered = list.sorted { ($0.code ?? "~", $0.id) < ($1.code ?? "~", $1.id) }
        var children: [DivisionID: [DivisionID]] = [:]
        for division in ordered {
            if let parent = division.parent { children[parent, default: []].append(division.id) }
        }
        self.children = children
        var byCode: [String: [(system: CodeSystem, code: DivisionCode, division: DivisionID)]] = [:]
        for division in list {
            for code in division.codes { byCode[code.code, default: []].append((code.system, code, division.id)) }
        }
        self.byCode = byCode
        organs = Dictionary(uniqueKeysWithValues: organList.map { ($0.id, $0) })
        organsByDivision = Dictionary(grouping: organList, by: \.division)
        stations = Dictionary(uniqueKeysWithValues: stationList.map { ($0.id, $0) })
        stationsByDivision = Dictionary(grouping: stationList, by: \.division)
        stationsByCode = Dictionary(uniqueKeysWithValues: stationList.map { ($0.code, $0.id) })
    }

    private static func lineages(_ divisions: [DivisionID: Division]) -> [DivisionID: [Division]] {
        divisions.mapValues { division in
            var found = [division]
            while let parent = found.last?.parent.flatMap({ divisions[$0] }) { found.append(parent) }
            return found
        }
    }
}
