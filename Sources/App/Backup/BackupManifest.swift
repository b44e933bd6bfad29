import Database
import Domain
import Foundation

/// What a backup is of and how it can be told whole: `manifest.json` beside the files.
package struct BackupManifest: Codable, Sendable {
    package static let fileName = "manifest.json"
    /// The form of this file.
    static let current = 1

    package struct File: Codable, Hashable, Sendable {
        package var name: String
        package var bytes: Int64
        package var sha256: String
    }

    var format = current
    package var engine: String
    /// UTC, RFC 3339.
    package var at: String
    /// How many steps of the schema had run.
    package var schema: Int
    /// The names of the keys without which nobody reads what is sealed in it. The keys themselves are kept apart.
    package var keys: [String]
    /// How many rows there were, to be compared after restoring.
    package var rows: [String: Int]
    package var files: [File]
    /// Where photos, voice and documents lie when they are in no backup; nil where they are in this one.
    package var bucket: String?

    /// What the names of photos, voice and documents begin with.
    static let attachments = "files/"

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(filePath: folder + "/" + Self.fileName), options: .withoutOverwriting)
    }

    /// Reads it and looks whether every file is as it was written.
    package static func read(from folder: String) throws -> BackupManifest {
        guard let data = FileManager.default.contents(atPath: folder + "/" + fileName),
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data), manifest.format == current
        else { throw BackupError.noBackup(folder) }
        for file in manifest.files {
            guard let found = try? FileDigest.of(folder + "/" + file.name, as: file.name) else {
                throw BackupError.missing(file.name)
            }
            guard found == file else { throw BackupError.damaged(file.name) }
        }
        return manifest
    }
}

/// Why a backup cannot be made or taken back, in one sentence.
package enum BackupError: Error, Hashable, Sendable, CustomStringConvertible {
    case noBackup(String)
    case missing(String)
    case damaged(String)
    case notEmpty(String)
    /// A file of the lost database that belongs to it alone.
    case leftBehind(String)
    case otherEngine(String)
    case tool(name: String, words: String)
    case otherRows(table: String, backup: Int, restored: Int)

    package var description: String {
        switch self {
        case .noBackup(let folder): "\(folder) 里没有备份，或者备份没有做完"
        case .missing(let name): "备份里少了文件 \(name)"
        case .damaged(let name): "备份里的文件 \(name) 和做备份时不一样，不能用它恢复"
        case .notEmpty(let place): "\(place) 里已经有数据库；只能恢复到空的地方，先把原来的移开"
        case .leftBehind(let file): "\(file) 是原来数据库留下的，会混进恢复的数据里；先把整个数据目录移开"
        case .otherEngine(let engine): "这份备份是 \(engine) 的，只能恢复到同一种数据库；换数据库请恢复后再用 lianxin copy"
        case .tool(let name, let words): "\(name) 没有成功：\(words)"
        case .otherRows(let table, let backup, let restored):
            "恢复出来的 \(table) 有 \(restored) 行，备份时是 \(backup) 行"
        }
    }
}
