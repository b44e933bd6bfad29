import Domain

/// A page that is measured, at the addresses at which it is asked for in turn.
struct BenchPage {
    let name: String
    let hold: CostHold
    /// Nil for a visitor; her pages are measured against their statements alone as well.
    let role: Role?
    let addresses: [String]

    static func all(of ground: BenchGround, _ words: SearchWords) -> [BenchPage] {
        visitor(ground) + [
            staff("staff list, 50 rows, whole province", .list, .auditor, "/matters"),
            staff("search, frequent word", .search, .auditor, SearchWords.address(words.common)),
            staff("search, rare word", .search, .auditor, SearchWords.address(words.rare)),
            staff("search, long phrase", .search, .auditor, SearchWords.address(words.phrase)),
            staff("today, county office", .dashboard, .assigningOffice, "/today"),
            staff("today, station clerk", .dashboard, .stationClerk, "/today"),
            staff("overview, county office", .dashboard, .assigningOffice, "/overview"),
            staff("overview, whole province", .dashboard, .auditor, "/overview"),
            staff("inbox", .list, .stationClerk, "/inbox"),
        ]
    }

    private static func visitor(_ ground: BenchGround) -> [BenchPage] {
        [
            BenchPage(name: "public matter page", hold: .publicPage, role: nil, addresses: ground.matterPages),
            BenchPage(name: "ledger, 50 rows", hold: .list, role: nil, addresses: ["/ledger"]),
            BenchPage(name: "station page", hold: .list, role: nil, addresses: ground.stationPages),
            BenchPage(name: "figures of the province", hold: .dashboard, role: nil, addresses: ["/results"]),
            BenchPage(name: "public search", hold: .search, role: nil, addresses: [SearchWords.publicAddress]),
            BenchPage(name: "feed of the province", hold: .list, role: nil, addresses: ["/ledger.atom"]),
        ]
    }

    private static func staff(_ name: String, _ hold: CostHold, _ role: Role, _ address: String) -> BenchPage {
        BenchPage(name: name, hold: hold, role: role, addresses: [address])
    }
}
