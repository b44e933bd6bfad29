import Database
import Directory
import Domain

/// Reads what the form of a record needs, or what was written.
struct RecordQuery: Sendable {
    struct Shown: Sendable {
        var duty: StationDuty
        var atlas: Atlas
        var reception: Reception?
        var record: ReceptionRecord?
        /// Of a written record.
        var visitors: [ReceptionRecord.Visitor]
        var dutyEvents: [DutyEvent]
        var deputies: [PublicDeputy]
        var announced: Set<MandateID>
        var organs: Set<OrganID>
        /// Who asked for a time: the form begins with them.
        var expected: [(minute: Int, name: String, phone: String)]
        var villages: [String]
        var today: Day

        /// So many rows the form begins with.
        var rows: Int { min(max(VisitorForm.fewest, expected.count + 1), VisitorForm.most) }
    }

    let installation: Installation

    func run(_ code: String, _ signed: Principal.Signed, _ kind: RecordKind) async throws -> Shown {
        let today = Day(of: installation.now())
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let duty = try StationDuty(code, signed, atlas: atlas)
            var shown = Shown(
                duty: duty, atlas: atlas, visitors: [], dutyEvents: [],
                deputies: try DeputyQuery.deputies(of: duty.station.id, in: db), announced: [], organs: [],
                expected: [], villages: try VillageTable.villages(of: duty.station.id, in: db).map(\.name),
                today: today)
            guard case .planned(let id) = kind else { return shown }
            guard let reception = try ReceptionTable.find(id, of: duty.station.id, in: db) else { throw NotFound() }
            shown.reception = reception
            shown.record = try RecordTable.find(id, in: db)
            if shown.record == nil {
                shown.announced = try ReceptionTable.deputies(of: id, in: db)
                shown.organs = try ReceptionTable.organs(of: id, in: db)
                shown.expected = try BookingTable.expected(at: id, in: db, keys: installation.keys)
            } else {
                let source: DutyEvent.Source = reception.kind == .visit ? .visit : .reception
                shown.visitors = try RecordTable.visitors(of: id, in: db)
                shown.dutyEvents = try DutyTable.of(source, id, in: db, keys: installation.keys)
            }
            return shown
        }
    }
}
