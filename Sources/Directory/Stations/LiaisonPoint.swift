import Domain

/// A liaison point (联络点): a room or a house under a station, never on its own.
package struct LiaisonPoint: Hashable, Sendable {
    package var id: Int64
    package var code: String
    package var station: StationID
    package var name: String
    package var address: String

    package init(id: Int64, code: String, station: StationID, name: String, address: String) {
        self.id = id
        self.code = code
        self.station = station
        self.name = name
        self.address = address
    }
}
