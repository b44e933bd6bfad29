import App
import ArgumentParser

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对数据库：重新计算记录的链，检查每一件事项都有人办、有期限。",
        discussion: "有问题就逐行列出，并以 1 退出。运行时不影响正在提供的服务。")

    /// A broken disk must not fill another one with lines.
    private static let mostLines = 1000

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    func run() async throws {
        try await common.open { app in try await Self.report(on: app) }
    }

    /// The same on what another command has just written.
    static func verify(_ settings: Settings) async throws {
        try await lianxin.run(build(settings)) { app in try await report(on: app) }
    }

    /// Runs every check and prints what was found; a fault fails the command.
    private static func report(on app: Assembled) async throws {
        var faults = 0
        for check in app.checks {
            let found = try await run(check, in: app)
            print("\(check.title)：\(found.isEmpty ? "没有问题" : "\(found.count) 个问题")")
            for line in found.prefix(mostLines) { print("  " + line) }
            faults += found.count
        }
        if faults > 0 { throw Complaint("核对发现 \(faults) 个问题") }
    }

    private static func run(_ check: Check, in app: Assembled) async throws -> [String] {
        let bar = ProgressBar(check.title, total: try await check.size(app.installation))
        defer { bar.finish() }
        return try await check.run(app.installation) { bar.add($0) }
    }
}
