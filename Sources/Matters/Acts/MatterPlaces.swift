import Database
import Directory
import Domain

/// Looks up who stands around a matter, for the rules.
struct MatterPlaces {
    let atlas: Atlas
    let now: Instant

    func around(_ matter: Matter, in db: Transaction) throws -> Surroundings {
        around(matter, organLed: try matter.supervisor.flatMap { try PersonTable.organLed(by: $0, in: db) })
    }

    /// With what the supervising deputy leads looked up before.
    func around(_ matter: Matter, organLed: OrganID?) -> Surroundings {
        around(
            area: matter.area, station: matter.station, lowestLevel: matter.lowestLevel, holder: matter.holder?.organ,
            organsLed: Set([organLed].compactMap(\.self)))
    }

    func around(
        area: DivisionID, station: StationID?, lowestLevel: Level, holder: OrganID? = nil,
        organsLed: Set<OrganID> = []
    ) -> Surroundings {
        let lineage = atlas.lineage(of: area)
        return Surroundings(
            stations: stations(station, lineage),
            offices: lineage.filter { $0.level >= lowestLevel }
                .compactMap { atlas.office(for: $0.id) }.map(place),
            petitionOffice: atlas.petitionOffice(near: area).map(place),
            holder: holder.flatMap(atlas.organ).map(place),
            organsLedBySupervisor: organsLed)
    }

    /// The station itself, then the central stations of county, city and province.
    private func stations(_ own: StationID?, _ lineage: [Division]) -> [StationPlace] {
        let central = lineage.filter { $0.level >= .county }.compactMap(centralStation)
        var seen: Set<StationID> = []
        return ((own.map { [$0] } ?? []) + central).filter { seen.insert($0).inserted }.compactMap { id in
            atlas.station(id).map {
                StationPlace(id: id, level: $0.level, isReachable: atlas.isReachable(station: id, at: now))
            }
        }
    }

    /// 中心站 of a county, 总站 of a city or the province.
    private func centralStation(of division: Division) -> StationID? {
        atlas.stations(in: division.id).first {
            $0.level == division.level.stationLevel && $0.status == .open && $0.kind == .ordinary
        }?.id
    }

    func place(_ organ: Organ) -> OrganPlace {
        OrganPlace(
            id: organ.id, kind: organ.kind, level: atlas.division(organ.division)?.level ?? .township,
            division: organ.division, isReachable: atlas.isReachable(organ: organ.id, at: now))
    }
}

extension Level {
    /// The level of the station that leads at this level.
    var stationLevel: StationLevel {
        switch self {
        case .township: .township
        case .county: .county
        case .city: .city
        case .province: .province
        }
    }
}
