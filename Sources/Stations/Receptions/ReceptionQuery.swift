import Directory
import Domain

/// Reads what the page of one reception needs; without an id that of a new one.
struct ReceptionQuery: Sendable {
    struct Shown: Sendable {
        var duty: StationDuty
        var reception: Reception?
        var chosen: Set<MandateID>
        /// The station's deputies, to choose from.
        var deputies: [PublicDeputy]
        var today: Day
        var atlas: Atlas
        /// Departments that were asked to come.
        var organs: Set<OrganID>
    }

    let installation: Installation

    func run(_ code: String, _ signed: Principal.Signed, reception id: Int64?) async throws -> Shown {
        let today = Day(of: installation.now())
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let duty = try StationDuty(code, signed, atlas: atlas)
            let reception = try id.map { try ReceptionTable.find($0, of: duty.station.id, in: db) } ?? nil
            guard id == nil || reception != nil else { throw NotFound() }
            return Shown(
                duty: duty, reception: reception,
                chosen: try reception.map { try ReceptionTable.deputies(of: $0.id, in: db) } ?? [],
                deputies: try DeputyQuery.deputies(of: duty.station.id, in: db), today: today, atlas: atlas,
                organs: try reception.map { try ReceptionTable.organs(of: $0.id, in: db) } ?? [])
        }
    }
}
