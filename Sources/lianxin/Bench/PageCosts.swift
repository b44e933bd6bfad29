import App
import Domain

/// What each page costs, as processor seconds of the serving process for a thousand answers.
struct PageCosts {
    struct Figure {
        var name: String
        var cost: Double
        var hold: Hold
        /// The public pages, which are measured against their statements alone as well.
        var addresses: [String]?
    }

    private(set) var figures: [Figure] = []
    let firstAnswer: Double
    private(set) var memory = 0.0
    private(set) var peak = 0.0

    static func measure(
        _ ground: BenchGround, _ words: SearchWords, _ load: Load
    ) async throws -> PageCosts {
        let served = try await ServedChild.serve(ground.folder)
        defer { served.child.stop() }
        var costs = PageCosts(firstAnswer: served.firstAnswer)
        try await costs.measurePublic(ground, load, served)
        try await costs.measureStaff(ground, words, load, served)
        costs.memory = served.child.memory("VmRSS")
        costs.peak = served.child.memory("VmHWM")
        return costs
    }

    private init(firstAnswer: Double) {
        self.firstAnswer = firstAnswer
    }

    private mutating func measurePublic(_ ground: BenchGround, _ load: Load, _ served: ServedChild) async throws {
        let pages: [(String, [String], Hold)] = [
            ("public matter page", ground.matterPages, .atMost(0.10)), ("ledger, 50 rows", ["/ledger"], .atMost(0.5)),
            ("station page", ground.stationPages, .atMost(0.5)),
        ]
        for (name, addresses, hold) in pages {
            Terminal.say("bench: \(name)")
            let cost = try await load.cost(.pages(addresses, cookie: nil), on: served)
            figures.append(Figure(name: name, cost: cost, hold: hold, addresses: addresses))
        }
    }

    private mutating func measureStaff(
        _ ground: BenchGround, _ words: SearchWords, _ load: Load, _ served: ServedChild
    ) async throws {
        let pages: [(String, String, Role, Hold)] = [
            ("staff list, 50 rows, whole province", "/matters", .auditor, .atMost(0.5)),
            ("search, frequent word", SearchWords.address(words.common), .auditor, .atMost(2)),
            ("search, rare word", SearchWords.address(words.rare), .auditor, .atMost(2)),
            ("search, long phrase", SearchWords.address(words.phrase), .auditor, .atMost(2)),
            ("today, county office", "/today", .assigningOffice, .atMost(1)),
            ("today, station clerk", "/today", .stationClerk, .atMost(1)),
        ]
        for (name, address, role, hold) in pages {
            Terminal.say("bench: \(name)")
            let cookie = try await ground.cookie(role, at: served.http)
            let cost = try await load.cost(.pages([address], cookie: cookie), on: served)
            figures.append(Figure(name: name, cost: cost, hold: hold, addresses: nil))
        }
    }
}

// MARK: Tables

extension PageCosts {
    /// The costs themselves, with accepting an opinion, which was measured on a copy.
    func table(matters: Int, create: Double) -> BenchTable {
        var table = BenchTable(
            "CPU seconds per 1,000 answers at \(matters) matters", ["what", "measured", "hold", ""])
        for figure in figures {
            table.add(figure.name, figure.cost.short, figure.hold.text, figure.hold.verdict(figure.cost))
        }
        let hold = Hold.atMost(0.28)
        table.add("accepting an opinion over the API", create.short, hold.text, hold.verdict(create))
        table.note = "Processor time of the serving process from /proc, its database included; load by wrk."
        return table
    }

    /// Public pages against their statements alone.
    func bareTable(_ ground: BenchGround, _ load: Load) async throws -> BenchTable {
        let hold = Hold.atMost(1.5)
        var table = BenchTable(
            "Page ÷ bare", ["page", "CPU s / 1,000", "bare", "ratio", "hold", ""])
        for figure in figures {
            guard let addresses = figure.addresses else { continue }
            Terminal.say("bench: bare \(figure.name)")
            let served = try await ServedChild.bare(ground.folder, addresses)
            defer { served.child.stop() }
            let indices = addresses.indices.map { "/\($0)" }
            let bare = try await load.cost(.pages(indices, cookie: nil), on: served)
            let ratio = figure.cost / bare
            table.add(figure.name, figure.cost.short, bare.short, ratio.short, hold.text, hold.verdict(ratio))
        }
        table.note = "Bare: the same statements through the same driver in one read, no session, as many bytes."
        return table
    }

    /// The same pages over many more matters.
    func growthTable(from small: PageCosts, _ matters: (small: Int, large: Int)) -> BenchTable {
        let hold = Hold.atMost(1.3)
        var table = BenchTable(
            "\(matters.large) matters ÷ \(matters.small)",
            ["what", "CPU s / 1,000", "at \(matters.small)", "ratio", "hold", ""])
        for (large, small) in zip(figures, small.figures) {
            let ratio = large.cost / small.cost
            table.add(large.name, large.cost.short, small.cost.short, ratio.short, hold.text, hold.verdict(ratio))
        }
        return table
    }

    func processTable(matters: Int) -> BenchTable {
        let (start, memory) = (Hold.atMost(1), Hold.atMost(200))
        var table = BenchTable("The process at \(matters) matters", ["what", "measured", "hold", ""])
        table.add("first answer after start, s", firstAnswer.short, start.text, start.verdict(firstAnswer))
        table.add("memory after load, MB", self.memory.short, memory.text, memory.verdict(self.memory))
        table.add("memory at most, MB", peak.short, memory.text, memory.verdict(peak))
        return table
    }
}
