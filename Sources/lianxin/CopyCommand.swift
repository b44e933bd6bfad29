import App
import ArgumentParser
import Database
import Foundation

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "把整个数据库搬到另一种数据库，编号和记录都不变，最后核对。",
        discussion: """
            --from 和 --to 写数据目录（里面的 SQLite 文件），或者 postgres:// 开头的地址（库要先建好，是空的）。
            先停下全部 serve 和 worker：还有程序开着原来的数据库就不搬；开始搬以后才启动的程序不会被发现。
            中断了再运行一次就接着做。密钥文件不在数据库里，要另外拿到新的地方。
            附件（<数据目录>/files）从一个数据目录搬到另一个；一边是 PostgreSQL 的，用 --data 写明那一边的数据目录，
            不写就留在原处。对象存储里的附件不搬。
            """)

    @Option(help: "从哪里搬：数据目录或 postgres:// 地址") var from: String
    @Option(help: "搬到哪里：数据目录或 postgres:// 地址") var to: String
    @Option(help: .setting(.secretFile), completion: .file()) var secretFile: String?
    @Option(help: "PostgreSQL 那一边的附件在哪个数据目录", completion: .directory) var data: String?

    func run() async throws {
        var source = try settings(of: from)
        var target = try settings(of: to)
        // Without a folder of its own a server's side has its files where the other side has them.
        if source.server != nil { source.dataDirectory = data ?? target.dataDirectory }
        if target.server != nil { target.dataDirectory = data ?? source.dataDirectory }
        target.secretFile = try keyFile(source, target)
        guard try await source.database.isThere() else { throw Complaint("\(source.database.spoken) 还没有数据库") }
        let bars = CopyBars()
        let copied = try await copy(source, target, bars)
        for (table, rows) in copied where rows > 0 { print("\(table)\t\(rows)") }
        print("共 \(copied.reduce(0) { $0 + $1.rows }) 行，两边一样多")
        try await VerifyCommand.verify(target)
        print(source.filesFolder == target.filesFolder ? "附件留在 \(target.filesFolder)" : "附件搬到了 \(target.filesFolder)")
        if source.server == nil || target.server == nil { print("密钥文件没有搬，请另外复制：\(target.keyFile)") }
    }

    private func copy(
        _ source: Settings, _ target: Settings, _ bars: CopyBars
    ) async throws -> [(table: String, rows: Int)] {
        defer { bars.finish() }
        do {
            return try await CopyInstallation(from: source.database, to: target, files: source.filesFolder)
                .run(at: .current) { bars.show($0) }
        } catch is CopyInstallation.StillRunning {
            throw Complaint("\(source.database.spoken) 还有程序开着；先停下全部 serve 和 worker 再来")
        } catch let error as CopyError {
            throw Complaint(error.chinese)
        }
    }

    /// The one that is named, by flag or setting; else that of whichever side is a folder.
    private func keyFile(_ source: Settings, _ target: Settings) throws -> String {
        let flags = secretFile.map { [SettingKey.secretFile: $0] } ?? [:]
        let beside = [source, target].filter { $0.server == nil }.map(\.keyFile)
        if let named = try Settings.read(flags: flags).secretFile { return named }
        let found = beside.first { FileManager.default.fileExists(atPath: $0) }
        guard let file = found ?? beside.first else { throw Complaint("请用 --secret-file 写明密钥文件在哪里") }
        return file
    }

    private func settings(of place: String) throws -> Settings {
        var settings = Settings()
        if let address = PostgresAddress(place), place.contains("://") {
            settings.server = address
        } else if place.contains("://") {
            throw Complaint("\(place.prefix { $0 != ":" }):// 开头的地址不认识，应为数据目录或 postgres:// 地址")
        } else {
            settings.dataDirectory = place
        }
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
