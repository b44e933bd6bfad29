import Foundation
import TOMLKit

extension Settings {
    /// The variable that names the settings file where no flag does.
    package static let fileVariable = "LIANXIN_SETTINGS"

    /// Reads all sources. The file is the one named by the flag or by `LIANXIN_SETTINGS`; none is looked for elsewhere.
    package static func read(
        flags: [SettingKey: String] = [:], file: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Settings {
        let file = file ?? environment[fileVariable].flatMap { $0.isEmpty ? nil : $0 }
        return try Settings(
            flags: flags, environment: values(in: environment), file: file.map { try values(inFile: $0) } ?? [:])
    }

    /// An empty variable counts as not set: that is how shells and unit files take one back.
    private static func values(in environment: [String: String]) -> [SettingKey: String] {
        var found: [SettingKey: String] = [:]
        for key in SettingKey.allCases {
            if let text = environment[key.variable], !text.isEmpty { found[key] = text }
        }
        return found
    }

    private static func values(inFile path: String) throws(SettingsError) -> [SettingKey: String] {
        let table = try table(inFile: path)
        var found: [SettingKey: String] = [:]
        for name in table.keys {
            guard let key = SettingKey(rawValue: name) else {
                let known = SettingKey.allCases.map(\.rawValue).joined(separator: "、")
                throw SettingsError("设置文件 \(path) 里的 \(name) 不认识，可用的有：\(known)")
            }
            guard let value = table[name], let text = text(of: value) else {
                throw SettingsError("设置文件 \(path) 里的 \(name) 应当是文字、整数或 true/false")
            }
            found[key] = text
        }
        return found
    }

    private static func table(inFile path: String) throws(SettingsError) -> TOMLTable {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw SettingsError("设置文件 \(path) 打不开，或者不是 UTF-8 编码") }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError("设置文件 \(path) 第 \(error.source.begin.line) 行不是有效的 TOML")
        } catch {
            throw SettingsError("设置文件 \(path) 不是有效的 TOML")
        }
    }

    private static func text(of value: any TOMLValueConvertible) -> String? {
        switch value.type {
        case .string: value.string
        case .int: value.int.map(String.init)
        case .bool: value.bool.map { $0 ? "yes" : "no" }
        case .double, .date, .time, .dateTime, .array, .table: nil
        }
    }
}
