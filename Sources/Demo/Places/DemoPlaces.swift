import Directory
import Domain
import Record

/// Where the demo stands: the real areas and their organs, 1,510 stations and 3,783 points under them.
struct DemoPlaces: Sendable {
    let seed: ProvinceSeed
    let stations: [Station]
    let points: [LiaisonPoint]
    /// The areas that have a station; all of them, or one county's worth.
    let areas: [Division]
    private let byID: [DivisionID: Division]
    private let organsByArea: [DivisionID: [Organ]]

    init(_ size: DemoSize, texts: DemoTexts, dice: inout Dice, ids: inout IDs) throws {
        let seed = try ProvinceSeed(ids: &ids, contacts: SeedContacts())
        self.seed = seed
        let byID = Dictionary(uniqueKeysWithValues: seed.divisions.map { ($0.id, $0) })
        self.byID = byID
        organsByArea = Dictionary(grouping: seed.organs, by: \.division)
        let areas = seed.divisions.filter { size.includes($0, in: byID) }
        self.areas = areas
        var builder = StationBuilder(organsByArea: organsByArea, texts: texts, dice: dice)
        for area in areas { builder.add(area, ids: &ids) }
        builder.addExtras(size.extraStations, in: areas, ids: &ids)
        stations = builder.stations
        points = builder.points(size.points, ids: &ids)
        dice = builder.dice
    }

    func area(_ id: DivisionID) -> Division? { byID[id] }

    /// The organs of an area that has a station.
    func organs(in area: DivisionID) -> [Organ] { organsByArea[area] ?? [] }

    /// From the area upwards.
    func lineage(of id: DivisionID) -> [Division] {
        var found: [Division] = []
        var next: DivisionID? = id
        while let division = next.flatMap({ byID[$0] }) {
            found.append(division)
            next = division.parent
        }
        return found
    }
}

extension DemoSize {
    /// The whole province, or 榆次区 with what stands above it.
    fileprivate func includes(_ area: Division, in byID: [DivisionID: Division]) -> Bool {
        switch self {
        case .province: return true
        case .county:
            let code = area.code ?? ""
            return DemoSize.smallCodes.contains { $0 == code } || code.hasPrefix(DemoSize.smallCounty)
        }
    }

    static let smallCounty = "140702"
    private static let smallCodes = ["140000", "140700", smallCounty]
}
