import Database
import Foundation

/// PostgreSQL's own programs for whole databases. Address and password go by the environment: whoever lists processes
/// sees neither.
enum PostgresTool {
    static func run(_ name: String, _ arguments: [String], at address: PostgresAddress) throws {
        let process = Process()
        process.executableURL = URL(filePath: try path(of: name))
        process.arguments = arguments
        // Whoever calls may stand in a folder that is closed to this user.
        process.currentDirectoryURL = URL(filePath: "/")
        process.environment = ProcessInfo.processInfo.environment.merging(address.environment) { $1 }
            .merging(["LC_ALL": "C.UTF-8"]) { $1 }
        let words = Pipe()
        process.standardError = words
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = try words.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BackupError.tool(name: name, words: lastLine(of: said))
        }
    }

    /// The newest one that Debian installed, else the one in PATH: an older one refuses a newer server.
    private static func path(of name: String) throws -> String {
        let files = FileManager.default
        let root = "/usr/lib/postgresql"
        let versions = ((try? files.contentsOfDirectory(atPath: root)) ?? []).compactMap(Int.init).sorted(by: >)
        let inPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        let candidates = versions.map { "\(root)/\($0)/bin/\(name)" } + inPath
        guard let found = candidates.first(where: { files.isExecutableFile(atPath: $0) }) else {
            throw BackupError.tool(name: name, words: "这台机器上没有它，请安装 postgresql-client")
        }
        return found
    }

    private static func lastLine(of said: Data) -> String {
        String(decoding: said, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? "没有说明原因"
    }
}
