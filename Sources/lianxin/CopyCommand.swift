import App
import ArgumentParser
import Database
import Foundation
import Secrets

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "把整个数据库搬到另一种数据库，编号和记录都不变，最后核对。",
        discussion: """
            --from 和 --to 写数据目录（里面的 SQLite 文件），或者 postgres:// 开头的地址（库要先建好，是空的）。
            先停下 serve 和 worker。中断了再运行一次就接着做。密钥文件不在数据库里，要另外拿到新的地方。
            """)

    @Option(help: "从哪里搬：数据目录或 postgres:// 地址") var from: String
    @Option(help: "搬到哪里：数据目录或 postgres:// 地址") var to: String
    @Option(help: .setting(.secretFile), completion: .file()) var secretFile: String?

    func run() async throws {
        let source = try settings(of: from)
        let target = try settings(of: to)
        guard try await source.database.isThere() else { throw Complaint("\(source.database.spoken) 还没有数据库") }
        // Before hours of copying, not after: without its keys nobody reads what was copied.
        _ = try KeyRing.existing(file: target.keyFile)
        let bars = CopyBars()
        let copied = try await copy(source, target, bars)
        for (table, rows) in copied where rows > 0 { print("\(table)\t\(rows)") }
        print("共 \(copied.reduce(0) { $0 + $1.rows }) 行，两边一样多")
        try await VerifyCommand.verify(target)
        if source.server == nil || target.server == nil { print("密钥文件没有搬，请另外复制：\(target.keyFile)") }
    }

    private func copy(
        _ source: Settings, _ target: Settings, _ bars: CopyBars
    ) async throws -> [(table: String, rows: Int)] {
        defer { bars.finish() }
        do {
            return try await CopyInstallation(from: source.database, to: target).run(at: .current) { bars.show($0) }
        } catch is CopyInstallation.StillRunning {
            throw Complaint("\(source.database.spoken) 上还有程序在运行；先停下 serve 和 worker，过一分钟再来")
        } catch let error as CopyError {
            throw Complaint(error.chinese)
        }
    }

    /// The keys are those of whichever side is a folder, unless they are named.
    private func settings(of place: String) throws -> Settings {
        var settings = Settings()
        if let address = PostgresAddress(place), place.contains("://") {
            settings.server = address
        } else if place.contains("://") {
            throw Complaint("\(place.prefix { $0 != ":" }):// 开头的地址不认识，应为数据目录或 postgres:// 地址")
        } else {
            settings.dataDirectory = place
        }
        let files = [from, to].filter { !$0.contains("://") }.map { Settings(dataDirectory: $0).keyFile }
        settings.secretFile =
            secretFile ?? files.first { FileManager.default.fileExists(atPath: $0) } ?? files.first
        settings.logLevel = .error
        return settings
    }
}

extension CopyError {
    fileprivate var chinese: String {
        switch self {
        case .otherSchema: "两边的结构不一样，先在原来的数据库上运行 lianxin migrate"
        case .otherContent(let table): "要搬去的地方已经有别的数据（表 \(table)），请换一个空的库"
        case .counts(let table, let source, let target):
            "表 \(table) 原来有 \(source) 行，搬过去是 \(target) 行；原来的数据库是不是还有人在写？"
        }
    }
}

/// One bar for each table, then one for the search.
private final class CopyBars: Sendable {
    private let bars = TitledBars()

    func show(_ step: CopyInstallation.Step) {
        switch step {
        case .rows(let progress): bars.show(progress.table, done: progress.done, total: progress.total)
        case .search(let done, let total): bars.show("检索", done: done, total: total)
        }
    }

    func finish() { bars.finish() }
}
