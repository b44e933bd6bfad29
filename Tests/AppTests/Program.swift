import App
import Database
import Foundation
import TestSupport

/// The built program in a process of its own, over the database and with the keys of a province.
final class Program {
    private struct StillRuns: Error {}

    /// It lies beside the tests that were built with it; nil when only the tests were built.
    private static let path: String? = {
        let tests =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let path = URL(filePath: tests).deletingLastPathComponent().appending(path: "lianxin").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    static var isBuilt: Bool { path != nil }

    private let process = Process()

    /// `folder` is where it stands, if that matters; `more` are variables beside those of the province.
    init(
        _ arguments: [String], over province: TestProvince, in folder: String? = nil, with more: [String: String] = [:]
    ) throws {
        guard let path = Self.path else { throw CocoaError(.fileNoSuchFile) }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = Self.environment(for: province.app.settings).merging(more) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var isRunning: Bool { process.isRunning }

    /// Asks it to end, as a service manager does.
    func stop() { process.terminate() }

    /// What it says at its end.
    func status(within limit: Duration) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while process.isRunning {
            guard ContinuousClock.now < deadline else { throw StillRuns() }
            try await Task.sleep(for: .milliseconds(10))
        }
        return process.terminationStatus
    }

    /// Nothing of what this machine has set for the program. The server's address is in libpq's own variables, where
    /// nothing needs to be escaped; the setting says no more than that there is one.
    private static func environment(for settings: Settings) -> [String: String] {
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LIANXIN_") }
        variables[SettingKey.data.variable] = settings.dataDirectory
        variables[SettingKey.logLevel.variable] = "error"
        if let server = settings.server {
            variables[SettingKey.databaseURL.variable] = "postgresql:///"
            variables.merge(server.environment) { $1 }
        }
        return variables
    }
}
