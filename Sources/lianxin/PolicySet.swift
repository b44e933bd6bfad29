import App
import ArgumentParser
import Directory
import Domain

/// What every decision needs.
struct PolicyReason: ParsableArguments {
    @Option(help: "从哪一天起，如 2026-06-01（默认今天）")
    var from: String?

    @Option(help: "由哪个会议或哪份文件决定")
    var decidedBy: String

    func day() throws -> Day {
        guard let from else { return Day(of: .current) }
        guard let day = Day(iso: from) else { throw Complaint("日期“\(from)”应写成 2026-06-01") }
        return day
    }
}

struct PolicySet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "设置一条规则。",
        discussion: "时限写成 wd5（5 个工作日）、cd15（15 天）、m3（3 个月）；开关写成 1 或 0。")

    @OptionGroup var place: PolicyPlace
    @OptionGroup var name: PolicyName
    @OptionGroup var reason: PolicyReason

    @Argument(help: "新的值")
    var value: String

    func run() async throws {
        let key = try name.known()
        try await decide(key, try key.value(from: value), reason, at: place)
    }
}

struct PolicyRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: "取消本地的设置，重新沿用上级。")

    @OptionGroup var place: PolicyPlace
    @OptionGroup var name: PolicyName
    @OptionGroup var reason: PolicyReason

    func run() async throws {
        try await decide(try name.known(), nil, reason, at: place)
    }
}

private func decide(
    _ key: PolicyKey, _ value: PolicyValue?, _ reason: PolicyReason, at place: PolicyPlace
) async throws {
    let from = try reason.day()
    try await place.open { app, _, division in
        let decision = PolicyDecision(
            key: key, area: division.id, value: value, validFrom: from, decidedBy: reason.decidedBy)
        let installation = app.installation
        let leased = try await installation.ids.take()
        let now = Instant.current
        try await installation.database.write { db in
            var ids = leased
            let atlas = try installation.snapshot(in: db).atlas
            try SetPolicy.run(
                db, decision, by: .system, at: now, ids: &ids, keys: installation.keys, atlas: atlas)
        }
        print("\(division.name)从 \(from.iso) 起，\(key.chinese)：\(value?.words(key) ?? "沿用上级")")
    }
}
