import Foundation

/// Another process of this same program, and what it cost.
final class Child {
    /// Processor time and time by the clock, in seconds.
    struct Cost: Codable {
        /// Its own, and that of a database server.
        var cpu: Double
        var wall: Double
    }

    private let process = Process()
    private let began = ContinuousClock.now

    /// One of its commands over a place, and with nothing that this machine has set for the program: no database but
    /// that one may be touched.
    init(_ command: String, _ arguments: [String], over place: BenchPlace) throws {
        process.executableURL = URL(filePath: Self.ownPath)
        process.arguments = [command, "--data", place.folder] + arguments
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LIANXIN_") }
            .merging(place.environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    /// Runs a command to its end.
    static func run(_ command: String, _ arguments: [String], over place: BenchPlace) throws -> Cost {
        let server = place.engine.server?.processes
        let before = finishedChildren + (server?.cpu ?? 0)
        let child = try Child(command, arguments, over: place)
        child.process.waitUntilExit()
        let wall = child.age
        guard child.process.terminationStatus == 0 else {
            let words = [command] + arguments
            throw Complaint("lianxin \(words.joined(separator: " ")) 以 \(child.process.terminationStatus) 结束")
        }
        return Cost(cpu: finishedChildren + (server?.cpu ?? 0) - before, wall: wall)
    }

    /// Seconds since it was started.
    var age: Double { (ContinuousClock.now - began).seconds }

    var isRunning: Bool { process.isRunning }

    /// Processor seconds so far.
    var cpu: Double { ProcessStat(process.processIdentifier)?.cpu ?? 0 }

    /// `VmRSS`, `VmHWM`: megabytes in memory now and at most.
    func memory(_ name: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0) / 1024
    }

    /// Asks it to end and waits until its database is closed.
    func stop() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// Without a word of warning, as a power cut or the kernel does it.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static let ownPath =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]

    /// Processor time of all children that have ended.
    private static var finishedChildren: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return usage.ru_utime.seconds + usage.ru_stime.seconds
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
