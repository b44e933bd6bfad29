import App
import ArgumentParser
import Database
import Domain
import Foundation
import Schema

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "把数据库的结构更新到当前版本。",
        discussion: "serve 和 worker 启动时会自动更新；升级多台机器之前可以先单独运行它。")

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Flag(help: "不碰现有的数据库，只打印全部表结构（docs/schema-sqlite.sql）")
    var dump = false

    func run() async throws {
        if dump { return try await printSchema() }
        let settings = try common.settings()
        try FileManager.default.createDirectory(
            atPath: settings.dataDirectory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let engine = try SQLiteEngine(path: settings.databaseFile)
        let ran = try await Migrator(Schema.migrations).run(on: engine, at: Instant.current.ms)
        try await engine.close()
        print(ran.isEmpty ? "数据库结构已经是最新的" : "已更新：\(ran.map(String.init).joined(separator: "、"))")
    }

    private func printSchema() async throws {
        try await TemporaryFolder.use { folder in
            let engine = try SQLiteEngine(path: folder + "/schema.sqlite")
            let migrator = Migrator(Schema.migrations)
            _ = try await migrator.run(on: engine)
            print(try await migrator.dumpSchema(on: engine), terminator: "")
            try await engine.close()
        }
    }
}
