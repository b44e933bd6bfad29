import Directory
import Domain
import Record

/// Puts a station into every area: 总站 and 中心站 from the county up, a 联络站 in every town and street, and some of
/// villages and trades.
struct StationBuilder {
    private static let trades = ["教育", "医疗卫生", "法律服务", "现代农业", "物业管理", "中小企业"]

    private let organsByArea: [DivisionID: [Organ]]
    private let texts: DemoTexts
    private(set) var stations: [Station] = []
    var dice: Dice

    init(organsByArea: [DivisionID: [Organ]], texts: DemoTexts, dice: Dice) {
        self.organsByArea = organsByArea
        self.texts = texts
        self.dice = dice
    }

    mutating func add(_ area: Division, ids: inout IDs) {
        append(area.stationLevel, in: area, code: "", name: area.stationName, ids: &ids)
    }

    /// Village stations and those of a trade, spread over the province.
    mutating func addExtras(_ count: Int, in areas: [Division], ids: inout IDs) {
        let villages = texts.slots.villages
        let towns = areas.filter { $0.kind == .town || $0.kind == .township }
        let counties = areas.filter { $0.level == .county }
        for number in 0..<count {
            if number % 3 == 0, !counties.isEmpty {
                let county = counties[number * 7 % counties.count]
                let trade = Self.trades[number / 3 % Self.trades.count]
                append(
                    .county, in: county, code: "-p\(number)", kind: .professional,
                    name: county.fullName + trade + "专业代表联络站", ids: &ids)
            } else {
                let town = towns[number * 11 % towns.count]
                let village = villages[number * 5 % villages.count]
                append(.village, in: town, code: "-c\(number)", name: town.name + village + "代表联络站", ids: &ids)
            }
        }
    }

    /// So many points under the stations of towns and streets, none far from the average.
    mutating func points(_ count: Int, ids: inout IDs) -> [LiaisonPoint] {
        let local = stations.filter { $0.level == .township }
        return (0..<count).map { number in
            let station = local[number % local.count]
            let round = number / local.count
            let names = station.name.contains("街道") ? texts.slots.communities : texts.slots.villages
            let name = names[(number + round * 17) % names.count]
            return LiaisonPoint(
                id: ids.next(), code: "\(station.code)-0\(round + 1)", station: station.id,
                name: "\(name)第\(["一", "二", "三", "四", "五", "六"][round % 6])联络点",
                address: "\(name)党群服务中心（演示地址）")
        }
    }

    private mutating func append(
        _ level: StationLevel, in area: Division, code: String, kind: StationKind = .ordinary, name: String,
        ids: inout IDs
    ) {
        guard let office = organsByArea[area.id]?.first(where: { $0.kind.assigns }), let number = area.code else {
            return
        }
        let place = texts.station.text("location", &dice)
        stations.append(
            Station(
                id: ids.next(), code: "SX" + number + code.uppercased(), division: area.id, organ: office.id,
                level: level, kind: kind, name: name, phone: demoPhone(stations.count),
                address: "\(area.fullName)，\(place)（演示地址）", hours: texts.station.text("hours", &dice),
                equipment: texts.station.texts("equipment", 4, &dice).joined(separator: "；"),
                openedOn: Day(2016 + dice.below(7), 1 + dice.below(12), 1 + dice.below(28))))
    }
}

/// A number of the form 1990000xxxx, which belongs to nobody.
func demoPhone(_ number: Int) -> String {
    let tail = String(number % 10_000)
    return "1990000" + String(repeating: "0", count: 4 - tail.count) + tail
}

extension Division {
    fileprivate var stationLevel: StationLevel {
        switch level {
        case .province: .province
        case .city: .city
        case .county: .county
        case .township: .township
        }
    }

    fileprivate var stationName: String {
        switch level {
        case .province, .city: name + "人大代表联络总站"
        case .county: fullName + "人大代表联络中心站"
        case .township: name + "人大代表联络站"
        }
    }
}
