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

    @Flag(help: "不碰现有的数据库，只打印全部表结构；设置了数据库地址，就在那台服务器上另建一个库，打印后删掉")
    var dump = false

    func run() async throws {
        let settings = try common.settings()
        if dump { return try await printSchema(settings.server) }
        // With everything that belongs to a database: its keys are made with it, or must be there.
        let app = try await build(settings)
        try await app.close()
        let ran = app.migrated
        print(ran.isEmpty ? "数据库结构已经是最新的" : "已更新：\(ran.map(String.init).joined(separator: "、"))")
    }

    private func printSchema(_ server: PostgresAddress?) async throws {
        guard let server else {
            return try await TemporaryFolder.use { folder in
                try await printSchema(of: .file(folder + "/schema.sqlite"))
            }
        }
        let name = "lianxin_dump_\(UInt32.random(in: 1...UInt32.max))"
        try PostgresServer.command("CREATE DATABASE \(name) TEMPLATE template0", at: server)
        defer { try? PostgresServer.command("DROP DATABASE \(name)", at: server) }
        try await printSchema(of: .server(server.with(database: name)))
    }

    private func printSchema(of place: DatabasePlace) async throws {
        let migrator = Migrator(Schema.migrations)
        let dump = try await place.use { engine in
            _ = try await migrator.run(on: engine)
            return try await migrator.dumpSchema(on: engine)
        }
        print(dump, terminator: "")
    }
}
