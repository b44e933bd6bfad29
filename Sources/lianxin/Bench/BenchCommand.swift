import App
import ArgumentParser

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "测量 docs/performance.md 里的全部数字，打印成 Markdown 表格。",
        discussion: """
            第一次运行会先建演示省（--data 里，之后再用）；测量写入时用它的副本。需要 wrk，由 bin/setup bench 安装。
            数字是同一台机器上的比值或处理器时间，要用 release 版本来量。
            """)

    @Option(help: "演示省和副本放在哪里", completion: .directory) var data = ".build/bench"
    @Option(help: "多少件事项") var matters = 84_000
    @Flag(help: "再建一个一百万件的省，比较列表、搜索和今天（多用很多时间和磁盘）") var million = false
    @Flag(help: "试一遍程序：一个县、几百件、每页一秒，数字没有意义") var quick = false

    private static let largeMatters = 1_000_000

    func run() async throws {
        print("# Performance\n")
        print(Machine.description + "\n")
        let load = Load(seconds: quick ? 1 : 3)
        let size = quick ? ["--small"] : ["--matters", "\(matters)"]
        let ground = try await BenchGround.make("\(data)/\(quick ? "quick" : "\(matters)")", size)
        let words = try await SearchWords.taken(from: ground)
        let costs = try await PageCosts.measure(ground, words, load)

        let (create, rate) = try await measureAccepting(ground, load)
        print(costs.table(matters: ground.matters, create: create).markdown)
        print(try await costs.bareTable(ground, load).markdown)
        print(rate.table.markdown)
        print(costs.processTable(matters: ground.matters).markdown)
        print(try await StatementTable.make(ground, words).markdown)
        print(try await makingTable(ground).markdown)
        print(try await killTable().markdown)
        if million { try await compareMillion(costs, ground, words, load) }
        print(CountedByTests.table.markdown)
    }

    /// Both on copies, which are gone afterwards.
    private func measureAccepting(_ ground: BenchGround, _ load: Load) async throws -> (Double, AcceptRate) {
        try await TemporaryFolder.use(in: data) { folder in
            Terminal.say("bench: accepting opinions")
            let rate = try await AcceptRate.measure(ground, in: folder, count: quick ? 100 : 3000)
            let served = try await ServedChild.serve(folder + "/accept")
            defer { served.child.stop() }
            return (try await load.cost(.opinions(divisions: ground.divisions), on: served), rate)
        }
    }

    private func makingTable(_ ground: BenchGround) async throws -> BenchTable {
        let deputies = quick ? 2000 : 92_000
        let (forImport, forDemo) = (Hold.atMost(10), Hold.atMost(90))
        var table = BenchTable("Making and importing", ["what", "s by the clock", "CPU s", "hold", ""])
        Terminal.say("bench: importing deputies")
        let imported = try await TemporaryFolder.use(in: data) { folder in
            try await DeputyFile.importing(deputies, in: folder + "/deputies")
        }
        table.add(
            "\(deputies) deputies from CSV, encryption included", imported.wall.short, imported.cpu.short,
            forImport.text, forImport.verdict(imported.wall))
        if let made = ground.making {
            table.add(
                "the demo province with \(ground.matters) matters, from nothing", made.wall.short, made.cpu.short,
                forDemo.text, forDemo.verdict(made.wall))
        }
        return table
    }

    /// On a small province, so that a hundred starts take a minute.
    private func killTable() async throws -> BenchTable {
        let ground = try await BenchGround.make("\(data)/quick", ["--small"])
        return try await TemporaryFolder.use(in: data) { folder in
            try ground.copy(to: folder + "/killed")
            return try await KillTrial.run(folder + "/killed", ground.divisions, rounds: quick ? 3 : 100)
        }
    }

    private func compareMillion(
        _ small: PageCosts, _ ground: BenchGround, _ words: SearchWords, _ load: Load
    ) async throws {
        let size = quick ? ["--small", "--matters", "4000"] : ["--matters", "\(Self.largeMatters)"]
        let large = try await BenchGround.make("\(data)/\(quick ? "quick-large" : "\(Self.largeMatters)")", size)
        let costs = try await PageCosts.measure(large, words, load)
        print(costs.growthTable(from: small, (ground.matters, large.matters)).markdown)
        print(costs.processTable(matters: large.matters).markdown)
    }
}

/// What is a count and not a cost: held by tests, which fail when it is missed.
private enum CountedByTests {
    static var table: BenchTable {
        var table = BenchTable("Counted by tests", ["what", "hold", "test"])
        table.add(
            "staff forms from the words to the assignment of a street lamp", "≤ 3",
            "Tests/MattersTests/StaffPathTests.swift: a street lamp needs three staff forms")
        table.add(
            "a resident's screens from start to number", "≤ 5",
            "Tests/MattersTests/Resident/ResidentSayTests.swift: five screens lead from the first choice to the number")
        table.add("statements and scans of every page", "≤ 10, none", "Tests/AppTests/PagePlanTests.swift")
        return table
    }
}
