import App
import ArgumentParser
import Foundation

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "测量 docs/performance.md 里的全部数字，打印成 Markdown 表格。",
        discussion: """
            第一次运行会先建演示省（--data 里，之后再用）；测量写入时用它的副本。需要 wrk，由 bin/setup bench 安装。
            写明一台 PostgreSQL 服务器，就和 SQLite 并排测量；没有服务器可用时请运行 bin/bench，它会自己起一台。
            数字是同一台机器上的比值或处理器时间，要用 release 版本来量。
            """)

    private static let serverVariable = "LIANXIN_BENCH_SERVER"
    private static let largest = 1_000_000

    @Option(help: "演示省和副本放在哪里", completion: .directory) var data = ".build/bench"
    @Option(help: "本机一台可以建库的 PostgreSQL 服务器的地址；也可用环境变量 LIANXIN_BENCH_SERVER，带密码的地址只写在那里")
    var server: String?
    @Option(help: "多少件事项") var matters = 84_000
    @Option(help: "再建一个这么多件的省，比较列表、搜索和今天") var large: Int?
    @Flag(help: "再建一个一百万件的省，比较列表、搜索和今天（多用很多时间和磁盘）") var million = false
    @Option(help: "代表同时登录，测量多少秒") var burst = 60
    @Flag(help: "只测量各个页面：写入、登录高峰和 kill -9 都跳过") var pages = false
    @Flag(help: "试一遍程序：一个县、几百件、每页一秒，数字没有意义") var quick = false

    func validate() throws {
        if matters < 1 { throw ValidationError("--matters 至少是 1") }
        if let large, large < 1 { throw ValidationError("--large 至少是 1") }
        if burst < 1 { throw ValidationError("--burst 至少是 1") }
    }

    func run() async throws {
        let server = try await benchServer()
        let engines = BenchEngine.all(in: data, server)
        print("# Performance\n")
        print(Machine.description(server) + "\n")
        let grounds = try await engines.inTurn { try await BenchGround.make(size, on: $0) }
        let words = try await SearchWords.taken(from: grounds)
        let costs = try await grounds.inTurn { try await PageCosts.measure($0, words, effort.load) }
        if pages {
            show(PageCosts.table(costs, []))
        } else {
            try await showCosts(costs, grounds, words)
            show(try await MakingTable.make(grounds, deputies: effort.deputies))
            try await showBurst(grounds)
            try await showKills(engines)
        }
        for size in largeSizes { try await showGrowth(from: costs, to: size, on: engines, words) }
        show(CountedByTests.table)
    }

    private func showCosts(_ costs: [PageCosts], _ grounds: [BenchGround], _ words: SearchWords) async throws {
        let accepting = try await grounds.inTurn { try await Accepting.measure($0, effort) }
        show(PageCosts.table(costs, accepting))
        show(BareCosts.table(try await costs.inTurn { try await BareCosts.measure(beside: $0, effort.load) }))
        show(AcceptRate.table(accepting.map(\.rate)))
        let crowds = accepting.flatMap(\.crowds)
        if !crowds.isEmpty { show(AcceptCrowd.table(crowds)) }
        show(PageCosts.processTable(costs))
        show(try await StatementTable.make(grounds, words))
    }

    private func showBurst(_ grounds: [BenchGround]) async throws {
        let trials = try await grounds.inTurn { try await BurstTrial.measure($0, effort) }
        show(BurstTrial.table(trials))
        show(BurstTrial.cpuTable(trials))
    }

    /// On a small province, so that a hundred starts take a minute.
    private func showKills(_ engines: [BenchEngine]) async throws {
        let trials = try await engines.inTurn { engine in
            try await KillTrial.run(try await BenchGround.make(.small, on: engine), rounds: effort.kills)
        }
        show(KillTrial.table(trials, rounds: effort.kills))
    }

    private func showGrowth(
        from small: [PageCosts], to size: BenchSize, on engines: [BenchEngine], _ words: SearchWords
    ) async throws {
        let large = try await engines.inTurn { engine in
            try await PageCosts.measure(try await BenchGround.make(size, on: engine), words, effort.load)
        }
        show(PageCosts.growthTable(from: small, to: large))
        show(PageCosts.processTable(large))
    }

    /// As soon as it is known: a long run that fails in the end has not been in vain.
    private func show(_ table: BenchTable) {
        print(table.markdown)
        fflush(nil)
    }

    private var effort: BenchEffort { quick ? .quick : .full(burstSeconds: burst) }

    private var size: BenchSize { quick ? .small : .province(matters: matters) }

    private var largeSizes: [BenchSize] {
        let sizes = [large, million ? Self.largest : nil].compactMap { $0 }
        if quick { return sizes.isEmpty ? [] : [.lessSmall] }
        return sizes.map { .province(matters: $0) }
    }

    /// Nil where nobody named one.
    private func benchServer() async throws -> BenchServer? {
        let text = server ?? ProcessInfo.processInfo.environment[Self.serverVariable] ?? ""
        return text.isEmpty ? nil : try await BenchServer.find(text)
    }
}
