import Directory
import Domain

/// Finds open stations in the atlas, by area and by the words somebody typed.
struct StationSearch {
    let atlas: Atlas
    let area: Division
    let words: String

    /// By area and code. The code on a station's sign means that one.
    var stations: [Station] {
        if let coded = atlas.station(typed: words), coded.status == .open, atlas.isWithin(coded.division, area.id) {
            return [coded]
        }
        if let sought = SoughtWords(words) { return atlas.openStations(within: area.id, named: sought) }
        return atlas.stations(within: area.id).filter { $0.status == .open }
    }

    /// Places of that name without a station of their own, and who is in charge of them now.
    func standIns(at now: Instant) -> [(place: Division, station: Station)] {
        guard !words.isEmpty else { return [] }
        return atlas.divisions(matching: words).compactMap { place in
            guard atlas.isWithin(place.id, area.id) else { return nil }
            return atlas.stationFor(place.id, at: now).map { (place, $0) }
        }
    }

    /// At most so many after the station that ended the page before; where it has gone, by its place in the list.
    static func page(
        _ stations: [Station], after: (index: Int, station: StationID)?, limit: Int
    ) -> (shown: [Station], start: Int, next: (index: Int, station: StationID)?) {
        var start = 0
        if let after {
            let known = stations.firstIndex { $0.id == after.station }.map { $0 + 1 }
            start = min(known ?? after.index, stations.count)
        }
        let shown = Array(stations[start...].prefix(limit))
        let end = start + shown.count
        guard end < stations.count, let last = shown.last else { return (shown, start, nil) }
        return (shown, start, (end, last.id))
    }
}
