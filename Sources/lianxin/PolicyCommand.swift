import App
import ArgumentParser
import Directory
import Domain

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "查看和设置各地的规则（时限、次数、开关）。",
        subcommands: [PolicyList.self, PolicyGet.self, PolicySet.self, PolicyRestore.self])
}

/// Where and when a rule is looked at.
struct PolicyPlace: ParsableArguments {
    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Option(help: "行政区划代码（民政代码），不写就是全省")
    var area: String?

    func open<Value>(_ body: (Assembled, Snapshot, Division) async throws -> Value) async throws -> Value {
        try await common.open { app in
            let snapshot = try await app.installation.snapshot()
            guard let division = area.map({ snapshot.atlas.division(code: $0) }) ?? snapshot.atlas.root else {
                throw Complaint(area.map { "没有代码是 \($0) 的地方" } ?? "还没有导入行政区划")
            }
            return try await body(app, snapshot, division)
        }
    }
}

/// The key as typed.
struct PolicyName: ParsableArguments {
    @Argument(help: "规则的名字，policy list 会列出全部")
    var key: String

    func known() throws -> PolicyKey {
        guard let found = PolicyKey(rawValue: key) else { throw Complaint("没有“\(key)”这条规则，请用 policy list 查看") }
        return found
    }
}

struct PolicyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出一个地方今天的全部规则。")

    @OptionGroup var place: PolicyPlace

    func run() async throws {
        try await place.open { _, snapshot, division in
            let lines = PolicyLine.all(
                at: division.id, on: Day(of: .current), book: snapshot.book, atlas: snapshot.atlas)
            for line in lines { print(line.text) }
        }
    }
}

struct PolicyGet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "查看一条规则和它的来历。")

    @OptionGroup var place: PolicyPlace
    @OptionGroup var name: PolicyName

    func run() async throws {
        let key = try name.known()
        try await place.open { app, snapshot, division in
            let line = PolicyLine(
                key, at: division.id, on: Day(of: .current), book: snapshot.book, atlas: snapshot.atlas)
            print(line.text)
            let history = try await app.installation.database.read { db in
                try PolicyStore.history(key, area: division.id, in: db)
            }
            for entry in history {
                print("  \(entry.validFrom.iso) 起：\(entry.value?.code ?? "沿用上级")（\(entry.decidedBy)）")
            }
        }
    }
}

extension PolicyLine {
    fileprivate var text: String {
        [policy.key.rawValue, policy.value.code, policy.key.chinese, policy.value.words(policy.key), origin]
            .joined(separator: "\t")
    }
}

extension PolicyValue {
    /// As one says it: 5 个工作日, 3 次, 是.
    func words(_ key: PolicyKey) -> String {
        switch self {
        case .rule(let rule): rule.chinese
        case .number(let number): "\(number) \(key.unit)"
        case .flag(let flag): flag ? "是" : "否"
        case .text(let text): text
        }
    }
}
