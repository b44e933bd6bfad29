import Database

/// What the visitors' pages of one engine would cost if they were nothing but their statements.
struct BareCosts {
    let engine: EngineKind
    private var rows: [(page: BenchPage, cost: Double, bare: Double)] = []

    static func measure(beside costs: PageCosts, _ load: Load) async throws -> BareCosts {
        var bare = BareCosts(engine: costs.engine)
        for (page, cost) in zip(costs.pages, costs.costs) where page.role == nil {
            Terminal.say("bench: bare \(page.name), \(costs.engine.name)")
            let served = try await ServedChild.bare(costs.ground.place, page.addresses)
            defer { served.child.stop() }
            let numbers = page.addresses.indices.map { "/\($0)" }
            let least = try await load.cost(.pages(numbers, cookie: nil), on: served)
            bare.rows.append((page, cost.total, least.total))
        }
        return bare
    }

    private init(engine: EngineKind) {
        self.engine = engine
    }

    static func table(_ all: [BareCosts]) -> BenchTable {
        let hold = Hold.atMost(1.5)
        var table = BenchTable(
            "Page ÷ bare",
            ["page"] + all.flatMap { ["\($0.engine.name), CPU s / 1,000", "bare", "ratio", "hold", ""] })
        for (index, row) in (all.first?.rows ?? []).enumerated() {
            let cells = all.map { $0.rows[index] }.flatMap { row -> [String] in
                [row.cost.short, row.bare.short] + hold.cells(row.cost / row.bare)
            }
            table.add([row.page.name] + cells)
        }
        table.note = """
            Bare: the same statements through the same driver in one read and, where the driver can, in one exchange; \
            no session, as many bytes.
            """
        return table
    }
}
