import Domain

extension Atlas {
    /// The station, or nil.
    package func station(_ id: StationID) -> Station? { places.stations[id] }

    /// The station whose sign carries this code.
    package func station(code: String) -> Station? {
        places.stationsByCode[code].flatMap { places.stations[$0] }
    }

    /// The stations of an area itself, by code.
    package func stations(in division: DivisionID) -> [Station] { places.stationsByDivision[division] ?? [] }

    /// The stations of an area and everything below it, by area and code.
    package func stations(within division: DivisionID) -> [Station] {
        subtree(of: division).flatMap { stations(in: $0.id) }
    }

    /// Those of them that are open and have all words in the place's full name or in their own: 榆次 finds all of the
    /// district's, 医疗 those of that trade (专业代表联络站).
    package func openStations(within division: DivisionID, named words: SoughtWords) -> [Station] {
        stations(within: division).filter {
            $0.status == .open && words.stand(in: fullName(of: $0.division), $0.name)
        }
    }

    /// 中心站: the open central station of the county in which an area lies.
    package func centralStation(of division: DivisionID) -> Station? {
        self.division(of: division, at: .county).flatMap { leading(in: $0.id, level: .county) }
    }

    /// Where words from a place go: its own open station, else the county's central station, else the one above. A
    /// station counts as open only while both its head and its clerk can be reached; nil when nobody can anywhere.
    /// A station of a trade stands in for no area.
    package func stationFor(_ division: DivisionID, at now: Instant) -> Station? {
        for area in lineage(of: division) {
            let open = stations(in: area.id).filter { $0.kind == .ordinary && isOpen($0.id, at: now) }
            if let found = open.min(by: { preference($0) < preference($1) }) { return found }
        }
        return nil
    }

    private func leading(in division: DivisionID, level: StationLevel) -> Station? {
        stations(in: division).filter { $0.level == level && $0.kind == .ordinary && $0.status == .open }
            .min { preference($0) < preference($1) }
    }

    // A town's station before a village's, then the lower code.
    private func preference(_ station: Station) -> (Int, String) {
        (station.level == .village ? 1 : 0, station.code)
    }
}
