import App
import ArgumentParser
import Foundation

/// The settings that every command needs; those of serving alone stand in `ServeCommand`.
struct SettingsFlags: ParsableArguments {
    @Option(name: .customLong("settings"), help: "设置文件（TOML），也可用 \(Settings.fileVariable) 指定", completion: .file())
    var file: String?

    @Option(help: .setting(.data), completion: .directory)
    var data: String?

    @Option(help: .setting(.databaseURL))
    var databaseURL: String?

    @Option(help: .setting(.secretFile), completion: .file())
    var secretFile: String?

    @Option(help: .setting(.filesURL))
    var filesURL: String?

    @Option(help: .setting(.filesBucket))
    var filesBucket: String?

    @Option(help: .setting(.filesRegion))
    var filesRegion: String?

    @Option(help: .setting(.filesKey), completion: .file())
    var filesKey: String?
    @Option(help: .setting(.webhookPrivate))
    var webhookPrivate: String?

    @Option(help: .setting(.logLevel))
    var logLevel: String?

    @Option(help: .setting(.logFormat))
    var logFormat: String?

    /// Settles everything; `more` are the flags of one command.
    func settings(_ more: [SettingKey: String?] = [:]) throws -> Settings {
        let own: [SettingKey: String?] = [
            .data: data, .databaseURL: databaseURL, .secretFile: secretFile, .logLevel: logLevel, .logFormat: logFormat,
            .filesURL: filesURL, .filesBucket: filesBucket, .filesRegion: filesRegion, .filesKey: filesKey,
            .webhookPrivate: webhookPrivate,
        ]
        let given = own.merging(more) { $1 }.compactMapValues(\.self)
        return try Settings.read(flags: given, file: file)
    }

    /// The application over a data directory, which is made where there is none; closed again at the end.
    func openOrMake<Value>(_ body: (Assembled) async throws -> Value) async throws -> Value {
        try await run(build(settings()), body)
    }

    /// The same over a database that is there: a slip in its name must not leave an empty one behind.
    func open<Value>(
        _ more: [SettingKey: String?] = [:], _ body: (Assembled) async throws -> Value
    ) async throws -> Value {
        let settings = try settings(more)
        guard try await settings.database.isThere() else {
            throw Complaint("\(settings.database.spoken) 还没有数据库")
        }
        return try await run(build(settings), body)
    }
}

/// Runs a command's work and closes the database after it, whatever became of it.
func run<Value>(_ app: Assembled, _ body: (Assembled) async throws -> Value) async throws -> Value {
    do {
        let value = try await body(app)
        try await app.close()
        return value
    } catch {
        try? await app.close()
        throw error
    }
}

extension ArgumentHelp {
    /// The meaning of a setting, and the variable that stands for the flag.
    static func setting(_ key: SettingKey) -> ArgumentHelp {
        ArgumentHelp("\(key.help)。环境变量 \(key.variable)")
    }
}
