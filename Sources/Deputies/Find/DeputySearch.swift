import Database
import Directory
import Domain
import Web

/// What somebody looks for: a name, an area, a station, or what of these is given.
struct DeputySearch: Sendable {
    static let limit = 50

    var name: String
    var area: Division
    var station: Station?

    /// At most fifty, and where the next page begins. A name is rare enough to need one page only.
    func page(after cursor: Cursor?, atlas: Atlas, in db: Transaction) throws -> (items: [FoundDeputy], next: Cursor?) {
        var found: [PublicDeputy]
        if !name.isEmpty {
            found = try DeputyQuery.deputies(named: name, in: area.id, limit: 2 * Self.limit, in: db)
            if let station { found = found.filter { $0.station == station.id } }
            return (complete(found, atlas: atlas), nil)
        }
        let after = try cursor.map { try place(of: $0, in: db) }
        if let station {
            // A station's deputies are read whole and cut here; there are some sixty.
            found = try DeputyQuery.deputies(of: station.id, in: db)
            if let after { found = Array(found.drop { $0.mandate != after.mandate }.dropFirst()) }
        } else {
            found = try DeputyQuery.deputies(
                in: area.id, atlas: atlas, after: after, limit: Self.limit + 1, in: db)
        }
        let shown = Array(found.prefix(Self.limit))
        let next = found.count > Self.limit ? shown.last.map { Cursor(sortKey: $0.station, id: $0.mandate) } : nil
        return (complete(shown, atlas: atlas), next)
    }

    /// The list goes on behind a deputy; the level by which it is ordered stands in the row.
    private func place(of cursor: Cursor, in db: Transaction) throws -> DeputyQuery.Cursor {
        let level = try MandateTable.mandate(cursor.id, in: db)?.level ?? .township
        return DeputyQuery.Cursor(station: cursor.sortKey, level: level, mandate: cursor.id)
    }

    /// Adds the words of places.
    private func complete(_ found: [PublicDeputy], atlas: Atlas) -> [FoundDeputy] {
        found.compactMap { deputy in
            guard let division = atlas.division(deputy.division), let station = atlas.station(deputy.station) else {
                return nil
            }
            return FoundDeputy(
                name: deputy.name, card: deputy.card, level: deputy.level, division: division, station: station,
                term: deputy.term)
        }
    }
}

/// A deputy in a list.
struct FoundDeputy: Sendable {
    var name: String
    var card: String?
    var level: CongressLevel
    var division: Division
    var station: Station
    var term: String
}
