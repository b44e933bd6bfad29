import Directory
import Domain

/// Which seat of which congress stands at which station: towns elect their own deputies, streets have those of their
/// county, central stations those of the congresses above.
struct DeputySeats {
    struct Seat {
        let level: CongressLevel
        let division: DivisionID
        let station: Station

        func mandate(id: MandateID, of person: PersonDraft, number: Int) -> Mandate {
            let isYoung = level == .provincial || level == .national
            return Mandate(
                id: id, person: person.id, level: level, division: division, homeStation: station.id,
                namePublic: person.name.opened, card: "YS\(level.rawValue)\(1_000_000 + number)",
                term: isYoung ? "2023—2028" : "2021—2026", from: isYoung ? Day(2023, 1, 1) : Day(2021, 11, 1))
        }
    }

    private let places: DemoPlaces

    init(_ places: DemoPlaces) {
        self.places = places
    }

    /// Seats in the order of the stations, so many as asked: first what every station needs, then evenly more.
    func seats(_ count: Int) -> [Seat] {
        var seats = places.stations.flatMap { station in firstSeats(of: station) }
        let growing = places.stations.filter { $0.level == .township }
        var next = 0
        while seats.count < count, !growing.isEmpty {
            seats += moreSeats(at: growing[next % growing.count], round: next / growing.count)
            next += 1
        }
        return Array(seats.prefix(count))
    }

    /// Enough for every station to have somebody who can look after a matter.
    private func firstSeats(of station: Station) -> [Seat] {
        guard let area = places.area(station.division) else { return [] }
        return switch area.level {
        case .province: seats(20, .national, area, station) + seats(40, .provincial, area, station)
        case .city:
            seats(4, .national, root ?? area, station) + seats(40, .provincial, area, station)
                + seats(60, .municipal, area, station)
        case .county: seats(12, .municipal, area, station) + seats(20, .county, area, station)
        case .township: local(6, area, station)
        }
    }

    private func moreSeats(at station: Station, round: Int) -> [Seat] {
        guard let area = places.area(station.division) else { return [] }
        // Every fourth deputy at a town's station sits in the congress of its county, every twentieth in the city's.
        let county = places.lineage(of: area.id).first { $0.level == .county }
        if round % 20 == 19, let county { return seats(1, .municipal, county, station) }
        if round % 4 == 3, let county { return seats(1, .county, county, station) }
        return local(1, area, station)
    }

    private func local(_ count: Int, _ area: Division, _ station: Station) -> [Seat] {
        if area.kind.hasCongress { return seats(count, .township, area, station) }
        let county = places.lineage(of: area.id).first { $0.level == .county }
        return county.map { seats(count, .county, $0, station) } ?? []
    }

    private func seats(_ count: Int, _ level: CongressLevel, _ area: Division, _ station: Station) -> [Seat] {
        Array(repeating: Seat(level: level, division: area.id, station: station), count: count)
    }

    private var root: Division? { places.areas.first { $0.level == .province } }
}
