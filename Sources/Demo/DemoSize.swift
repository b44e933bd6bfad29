/// How much of a province is made.
enum DemoSize: Sendable {
    case province
    /// One county with its city and its province above it: enough for every role and every state.
    case county

    /// Village and trade stations beside the one station of each area.
    var extraStations: Int {
        switch self {
        case .province: 98
        case .county: 4
        }
    }

    var points: Int {
        switch self {
        case .province: 3_783
        case .county: 60
        }
    }

    var mandates: Int {
        switch self {
        case .province: 92_000
        case .county: 1_200
        }
    }
}
