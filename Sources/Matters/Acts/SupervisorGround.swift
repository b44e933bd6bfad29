import Directory
import Domain

/// From which stations a supervising deputy (督办代表) may be named for a matter.
struct SupervisorGround {
    let matter: Matter
    let atlas: Atlas

    /// The matter's own station; a central one has few deputies of its own, so those of the stations below may
    /// supervise for it, but never those of a place that the matter by-passes.
    func mayCome(from home: StationID?) -> Bool {
        guard let home, let theirs = atlas.station(home), let own = atlas.station(matter.station) else { return false }
        if home == matter.station { return true }
        return own.level.areaLevel > .township && atlas.isWithin(theirs.division, own.division)
            && !isConcerned(theirs.division)
    }

    /// Whoever leads an organ of a by-passed place is a party to it.
    func isConcerned(_ organ: OrganID?) -> Bool {
        organ.flatMap(atlas.organ).map { isConcerned($0.division) } ?? false
    }

    /// The stations whose deputies are offered: its own, and for a central one those near the place.
    var near: [Station] {
        guard let home = atlas.station(matter.station) else { return [] }
        let areas = atlas.lineage(of: matter.area).prefix { $0.id != home.division }
        return [home] + stations(in: Array(areas), but: home)
    }

    /// Where a place is by-passed and the station that stands in has nobody: those of the other places below it.
    var elsewhere: [Station] {
        guard matter.isBypassed, let home = atlas.station(matter.station) else { return [] }
        return stations(in: atlas.children(of: home.division), but: home)
    }

    private func stations(in areas: [Division], but home: Station) -> [Station] {
        areas.filter { !isConcerned($0.id) }.flatMap { atlas.stations(in: $0.id) }.filter { $0.id != home.id }
    }

    private func isConcerned(_ division: DivisionID) -> Bool {
        matter.isBypassed
            && atlas.lineage(of: matter.area).contains { $0.id == division && $0.level < matter.lowestLevel }
    }
}
