import Foundation

/// Another process of this same program, and what it cost.
final class Child {
    /// Processor time and time by the clock, in seconds.
    struct Cost: Codable {
        var cpu: Double
        var wall: Double
    }

    private let process = Process()
    private let began = ContinuousClock.now

    init(_ arguments: [String], program: String = Child.ownPath) throws {
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    /// Runs a command of this program to its end.
    static func run(_ arguments: [String]) throws -> Cost {
        let before = finishedChildren
        let child = try Child(arguments)
        child.process.waitUntilExit()
        let wall = child.age
        guard child.process.terminationStatus == 0 else {
            throw Complaint("lianxin \(arguments.joined(separator: " ")) 以 \(child.process.terminationStatus) 结束")
        }
        return Cost(cpu: finishedChildren - before, wall: wall)
    }

    /// Seconds since it was started.
    var age: Double { (ContinuousClock.now - began).seconds }

    var isRunning: Bool { process.isRunning }

    /// Processor time so far. The kernel counts in hundredths of a second, so whoever asks lets it work for seconds.
    var cpu: Double {
        guard let stat = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return 0 }
        // After the name, which may hold spaces: state, …, and as 12th and 13th user and system time.
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        let ticks = (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

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

    static let ownPath =
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
