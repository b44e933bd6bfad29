import Domain

/// How many statements each page runs on the demo; the tests of the plans walk more pages and more people.
enum StatementTable {
    private typealias Count = (page: String, role: Role?, most: Int)

    static func make(_ grounds: [BenchGround], _ words: SearchWords) async throws -> BenchTable {
        let hold = Hold.atMost(10)
        let counts = try await grounds.inTurn { try await count($0, words) }
        var table = BenchTable("Statements per page", ["page", "as"] + grounds.map(\.engine.name) + ["hold", ""])
        for (index, row) in (counts.first ?? []).enumerated() {
            let each = counts.map { $0[index].most }
            let verdict = hold.verdict(Double(each.max() ?? 0))
            let person = row.role.map { "\($0)" } ?? "visitor"
            table.add([row.page, person] + each.map { "\($0)" } + [hold.text, verdict])
        }
        table.note = """
            Of several addresses the one with the most. Every page, everybody's view of it and every plan: \
            Tests/AppTests/PagePlanTests.swift.
            """
        return table
    }

    private static func count(_ ground: BenchGround, _ words: SearchWords) async throws -> [Count] {
        try await RecordedPages.use(ground.place.settings) { pages -> [Count] in
            var counts: [Count] = []
            for (role, addresses) in Self.pages(ground, words) {
                let cookie: String? =
                    if let role { try await ground.cookie(role, at: pages.http) } else { nil }
                for (name, some) in addresses {
                    var most = 0
                    for address in some {
                        most = max(most, try await pages.see(address, cookie: cookie).statements.count)
                    }
                    counts.append((name, role, most))
                }
            }
            return counts
        }
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
