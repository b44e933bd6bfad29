import Directory
import Domain
import Web

/// Where something is said: a station that was named by the sign at its door, a deputy's own station, or an area.
struct SayPlace: Sendable {
    /// The fields and parts of an address that name one.
    static let names = ["station", "division", "deputy"]

    let division: Division
    /// The station that was named, open or not.
    let named: Station?
    /// Who takes it in now; nil when nobody can be reached there or above.
    let holder: Station?
    /// The deputy from whose page somebody comes.
    var deputy: PublicDeputy?

    /// Nil for a place that does not exist; an address without a place has none yet.
    init?(_ form: FormBody, atlas: Atlas, at now: Instant) {
        if let code = form["station"], !code.isEmpty {
            guard let station = atlas.station(code: code), let division = atlas.division(station.division) else {
                return nil
            }
            self.init(division, named: station, atlas: atlas, at: now)
        } else if let key = form["division"], !key.isEmpty, let division = atlas.division(key: key) {
            self.init(division, named: nil, atlas: atlas, at: now)
        } else {
            return nil
        }
    }

    init(_ division: Division, named: Station?, atlas: Atlas, at now: Instant) {
        self.division = division
        self.named = named
        let isOpen = named.map { atlas.isOpen($0.id, at: now) } ?? false
        holder = isOpen ? named : atlas.stationFor(division.id, at: now)
    }

    /// As the pages find it, by the number of a deputy's card as well.
    static func find(_ form: FormBody, in snapshot: Snapshot, at now: Instant, _ installation: Installation)
        async throws -> SayPlace?
    {
        guard let card = form["deputy"], !card.isEmpty else {
            return SayPlace(form, atlas: snapshot.atlas, at: now)
        }
        let deputy = try await installation.database.read { try DeputyQuery.deputy(card: card, in: $0) }
        guard let deputy, let station = snapshot.atlas.station(deputy.station),
            let division = snapshot.atlas.division(station.division)
        else { return nil }
        var place = SayPlace(division, named: station, atlas: snapshot.atlas, at: now)
        place.deputy = deputy
        return place
    }

    /// Whether somebody else stands in, which has to be said.
    var isStoodIn: Bool {
        guard let holder else { return true }
        return named.map { $0.id != holder.id } ?? (holder.division != division.id)
    }

    /// The same place in an address or a hidden field.
    var key: (name: String, value: String) {
        if let card = deputy?.card { return ("deputy", card) }
        return named.map { ("station", $0.code) } ?? ("division", division.key)
    }

    static func isNamed(in form: FormBody) -> Bool {
        names.contains { form[$0]?.isEmpty == false }
    }
}

extension Division {
    /// How an area is called in addresses: its code, or for a development zone without one its name.
    var key: String { code ?? fullName }
}

extension Atlas {
    /// The area of an address; old codes still lead to it.
    func division(key: String) -> Division? {
        division(code: key) ?? division(code: key, system: .nbs) ?? divisions.first { $0.fullName == key }
    }
}
