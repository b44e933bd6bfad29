import App
import ArgumentParser
import Domain

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "办理定时事务（催办、逾期、清理等），不提供网页。",
        discussion: "可以同时运行多个，同一件事务只由其中一个办理。")

    @OptionGroup(title: "通用设置") var common: SettingsFlags
    @OptionGroup(title: "短信、邮件和微信") var outbox: OutboxFlags

    @Flag(help: "全部事务立即办理一次，然后退出")
    var once = false

    @Option(help: "与 --once 同用：当作是这个时刻，如 2026-05-25 或 2026-05-25T09:00:00+08:00")
    var now: String?

    func run() async throws {
        guard once else {
            guard now == nil else { throw Complaint("--now 要和 --once 一起用") }
            try await build(common.settings(outbox.values)).work()
            return
        }
        let moment = try moment()
        let outcomes = try await common.open(outbox.values) { app in await app.worker.runAll(at: moment) }
        for (name, outcome) in outcomes.sorted(by: { $0.key < $1.key }) { print("\(name): \(outcome.chinese)") }
        if outcomes.values.contains(.failed) { throw Complaint("有事务没有办成，原因见日志") }
    }

    private func moment() throws -> Instant {
        guard let now else { return .current }
        guard let moment = Instant(iso: now) else {
            throw Complaint("--now 应写成 2026-05-25 或 2026-05-25T09:00:00+08:00")
        }
        return moment
    }
}

extension Worker.Outcome {
    fileprivate var chinese: String {
        switch self {
        case .done: "已办"
        case .elsewhere: "由另一个进程办理"
        case .failed: "没有办成"
        }
    }
}
