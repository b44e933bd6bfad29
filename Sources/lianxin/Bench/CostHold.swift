import Database

/// What a thousand answers may cost in processor seconds, database included, with 84,000 matters.
enum CostHold {
    case publicPage, list, create, search, dashboard

    func hold(on engine: EngineKind) -> Hold {
        switch engine {
        case .sqlite: .atMost(embedded)
        case .postgres: .atMost(served)
        }
    }

    private var embedded: Double {
        switch self {
        case .publicPage: 0.10
        case .list: 0.5
        case .create: 0.28
        case .search: 2
        case .dashboard: 1
        }
    }

    private var served: Double {
        switch self {
        case .publicPage: 0.20
        case .list: 0.8
        case .create: 0.8
        case .search: 5
        case .dashboard: 2
        }
    }
}
