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
        let faults = try await common.open { app in
            var faults = 0
            for check in Verification.checks {
                let found = try await run(check, in: app)
                print("\(check.title)：\(found.isEmpty ? "没有问题" : "\(found.count) 个问题")")
                for line in found.prefix(Self.mostLines) { print("  " + line) }
                faults += found.count
            }
            return faults
        }
        if faults > 0 { throw Complaint("核对发现 \(faults) 个问题") }
    }

    private func run(_ check: Check, in app: Assembled) async throws -> [String] {
        let bar = ProgressBar(check.title, total: try await check.size(app.installation))
        defer { bar.finish() }
        return try await check.run(app.installation) { bar.add($0) }
    }
}
