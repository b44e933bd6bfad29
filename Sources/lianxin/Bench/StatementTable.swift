import Domain

/// How many statements each page runs on the demo; the tests of the plans walk more pages and more people.
enum StatementTable {
    static func make(_ ground: BenchGround, _ words: SearchWords) async throws -> BenchTable {
        let hold = Hold.atMost(10)
        var table = BenchTable("Statements per page", ["page", "as", "statements", "hold", ""])
        try await RecordedPages.use(ground.folder) { pages in
            for (role, addresses) in Self.pages(ground, words) {
                let cookie: String? =
                    if let role { try await ground.cookie(role, at: pages.http) } else { nil }
                for (name, some) in addresses {
                    var most = 0
                    for address in some {
                        most = max(most, try await pages.see(address, cookie: cookie).statements.count)
                    }
                    let verdict = hold.verdict(Double(most))
                    table.add(name, role.map { "\($0)" } ?? "visitor", "\(most)", hold.text, verdict)
                }
            }
        }
        table.note = """
            Of several addresses the one with the most. Every page, everybody's view of it and every plan: \
            Tests/AppTests/PagePlanTests.swift.
            """
        return table
    }

    private typealias Addresses = [(name: String, some: [String])]

    private static func pages(
        _ ground: BenchGround, _ words: SearchWords
    ) -> [(role: Role?, addresses: Addresses)] {
        let known = ground.matterPages.prefix(20).map { "/matters/" + $0.dropFirst("/m/".count) }
        let visitor: Addresses = [
            ("/", ["/"]), ("/m/{number}", ground.matterPages), ("/ledger", ["/ledger"]),
            ("/s/{code}", ground.stationPages), ("/stations", ["/stations"]), ("/deputies", ["/deputies"]),
            ("/say", ["/say"] + ground.divisions.prefix(1).map { "/say?division=" + $0 }), ("/my", ["/my"]),
        ]
        let auditor: Addresses = [
            ("/matters", ["/matters"]), ("/matters?overdue=yes", ["/matters?overdue=yes"]),
            ("/matters?q=…", [words.common, words.rare, words.phrase].map(SearchWords.address)),
            ("/matters/{number}", known),
        ]
        return [
            (nil, visitor), (.auditor, auditor), (.assigningOffice, [("/today", ["/today"])]),
            (.stationClerk, [("/today", ["/today"])]),
        ]
    }
}
