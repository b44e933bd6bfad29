import Database
import Directory
import Domain
import Outbox
import Record

/// Who has to do with a station's entry times: its deputies ask, its head decides, its clerk sees them. For anybody
/// else they do not exist.
struct EntryAccess: Sendable {
    let station: Station
    let signed: Principal.Signed
    let grant: Grant
    /// Head or clerk; nil for a deputy.
    let duty: StationDuty?
    let isDeputy: Bool

    init(_ code: String, _ signed: Principal.Signed, atlas: Atlas) throws(NotFound) {
        guard let station = atlas.station(code: code) else { throw NotFound() }
        let own = signed.grants.filter { $0.role == .deputy && $0.place == .station(station.id) }
        let duty = try? StationDuty(code, signed, atlas: atlas)
        guard let grant = duty?.grant ?? own.first else { throw NotFound() }
        self.station = station
        self.signed = signed
        self.grant = grant
        self.duty = duty
        isDeputy = !own.isEmpty
    }

    var mayDecide: Bool { duty?.mayPublish ?? false }

    var author: Author {
        Author(
            kind: .staff, account: signed.account, grant: grant.id, role: grant.role.rawValue, station: station.id)
    }

    /// Her seat at this station.
    func mandate(in db: Transaction) throws -> MandateID {
        let seat: MandateID? = try db.value(
            """
            SELECT id FROM mandate
            WHERE person = \(signed.person) AND home_station = \(station.id) AND status = 'active'
            ORDER BY level DESC LIMIT 1
            """)
        guard isDeputy, let seat else { throw NotFound() }
        return seat
    }
}
