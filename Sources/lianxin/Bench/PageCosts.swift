import Database

/// What each page costs on one engine, and what the process that draws them needs.
struct PageCosts {
    let ground: BenchGround
    let pages: [BenchPage]
    /// Of each page, for a thousand answers.
    private(set) var costs: [CPUTime] = []
    let firstAnswer: Double
    private(set) var memory = 0.0
    private(set) var peak = 0.0

    var engine: EngineKind { ground.engine }

    static func measure(_ ground: BenchGround, _ words: SearchWords, _ load: Load) async throws -> PageCosts {
        let served = try await ServedChild.serve(ground.place)
        defer { served.child.stop() }
        var costs = PageCosts(ground, BenchPage.all(of: ground, words), firstAnswer: served.firstAnswer)
        for page in costs.pages {
            Terminal.say("bench: \(page.name), \(ground.engine.name)")
            let cookie: String? =
                if let role = page.role { try await ground.cookie(role, at: served.http) } else { nil }
            costs.costs.append(try await load.cost(.pages(page.addresses, cookie: cookie), on: served))
        }
        costs.memory = served.child.memory("VmRSS")
        costs.peak = served.child.memory("VmHWM")
        return costs
    }

    private init(_ ground: BenchGround, _ pages: [BenchPage], firstAnswer: Double) {
        self.ground = ground
        self.pages = pages
        self.firstAnswer = firstAnswer
    }
}

// MARK: Tables

extension PageCosts {
    /// The costs themselves, with accepting an opinion, which was measured on a copy, or was not.
    static func table(_ all: [PageCosts], _ accepting: [Accepting]) -> BenchTable {
        let matters = all.first?.ground.matters ?? 0
        var table = BenchTable(
            "CPU seconds per 1,000 answers at \(matters) matters", ["what"] + all.flatMap { columns(of: $0.engine) })
        for (index, page) in (all.first?.pages ?? []).enumerated() {
            table.add([page.name] + all.flatMap { cells($0.costs[index], page.hold, on: $0.engine) })
        }
        let create = accepting.flatMap { cells($0.create, .create, on: $0.engine) }
        if !create.isEmpty { table.add(["accepting an opinion over the API"] + create) }
        table.note = """
            Processor time from /proc: of the serving process, in which SQLite runs, and with PostgreSQL of all \
            processes of its server too. Load by wrk.
            """
        return table
    }

    private static func columns(of engine: EngineKind) -> [String] {
        switch engine {
        case .sqlite: [engine.name, "hold", ""]
        case .postgres: [engine.name, "of it the server", "hold", ""]
        }
    }

    private static func cells(_ cost: CPUTime, _ hold: CostHold, on engine: EngineKind) -> [String] {
        let cells = hold.hold(on: engine).cells(cost.total)
        switch engine {
        case .sqlite: return cells
        case .postgres: return [cells[0], cost.database.short] + cells.dropFirst()
        }
    }

    /// The same pages over many more matters.
    static func growthTable(from small: [PageCosts], to large: [PageCosts]) -> BenchTable {
        let hold = Hold.atMost(1.3)
        let matters = (small: small.first?.ground.matters ?? 0, large: large.first?.ground.matters ?? 0)
        var table = BenchTable(
            "CPU seconds per 1,000 answers, \(matters.large) matters ÷ \(matters.small)",
            ["what"] + large.flatMap { [$0.engine.name, "at \(matters.small)", "ratio", "hold", ""] })
        for (index, page) in (large.first?.pages ?? []).enumerated() {
            let cells = zip(small, large).flatMap { small, large -> [String] in
                let (before, now) = (small.costs[index].total, large.costs[index].total)
                return [now.short, before.short] + hold.cells(now / before)
            }
            table.add([page.name] + cells)
        }
        return table
    }

    static func processTable(_ all: [PageCosts]) -> BenchTable {
        let matters = all.first?.ground.matters ?? 0
        let (start, memory) = (Hold.atMost(1), Hold.atMost(200))
        var table = BenchTable(
            "The process at \(matters) matters", ["what"] + all.flatMap { [$0.engine.name, "hold", ""] })
        table.add(["first answer after start, s"] + all.flatMap { start.cells($0.firstAnswer) })
        table.add(["memory after load, MB"] + all.flatMap { memory.cells($0.memory) })
        table.add(["memory at most, MB"] + all.flatMap { memory.cells($0.peak) })
        table.note = "Of the serving process alone; a server's own memory is what its settings give it."
        return table
    }
}
