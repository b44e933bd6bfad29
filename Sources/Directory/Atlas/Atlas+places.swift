import Domain

/// What somebody meant who typed a place: an area, or one station in it.
package struct FoundPlace: Hashable, Sendable {
    package let division: Division
    package let station: Station?

    package init(division: Division, station: Station?) {
        self.division = division
        self.station = station
    }
}

extension Atlas {
    /// The station whose sign carries what was typed, whichever way the letters and digits were typed.
    package func station(typed words: String) -> Station? { station(code: words) ?? station(code: Self.folded(words)) }

    /// By the code on a station's sign; by the name of an area; where no area has it, by the name of a station that is
    /// open: a village's station bears the village's name.
    package func places(matching words: String, limit: Int = 20) -> [FoundPlace] {
        if let station = station(typed: words) { return [station].compactMap(place) }
        let areas = divisions(matching: words, limit: limit)
        guard areas.isEmpty, let root, let sought = SoughtWords(words) else {
            return areas.map { FoundPlace(division: $0, station: nil) }
        }
        return openStations(within: root.id, named: sought).prefix(limit).compactMap(place)
    }

    private func place(of station: Station) -> FoundPlace? {
        division(station.division).map { FoundPlace(division: $0, station: station) }
    }

    /// `ｙｃ 001` as `YC001`.
    private static func folded(_ words: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in words.unicodeScalars where !scalar.properties.isWhitespace {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(scalars).uppercased()
    }
}
