import App
import Domain
import Foundation

/// Where and when figures were measured.
enum Machine {
    static func description(_ server: BenchServer?) -> String {
        let memory = Double(ProcessInfo.processInfo.physicalMemory) / 1_073_741_824
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let engines =
            server.map { "SQLite and \($0.description)." }
            ?? "SQLite. PostgreSQL was not measured: no server was named (`--server`)."
        return """
            Measured on \(Day(of: .current).iso) at commit \(commit ?? "unknown"): \(processor), \(cores) cores, \
            \(memory.short) GiB of memory, \(system); \(build) build; \(engines)
            """
    }

    private static var processor: String {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = info.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.map { String($0.split(separator: ":")[1].drop { $0 == " " }) } ?? "unknown processor"
    }

    private static var system: String {
        let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let line = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        return line.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } } ?? "Linux"
    }

    private static var build: String {
        #if DEBUG
        "debug"
        #else
        "release"
        #endif
    }

    /// Nil outside a working copy.
    private static var commit: String? {
        let git = Process()
        let output = Pipe()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "describe", "--always", "--dirty"]
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        git.waitUntilExit()
        let name = text.filter { !$0.isNewline }
        return name.isEmpty ? nil : name
    }
}
