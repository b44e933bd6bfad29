import Foundation

/// What the kernel tells of a process in `/proc`.
struct ProcessStat {
    /// Of its program.
    let name: String
    let parent: Int32
    /// Its processor time in seconds. The kernel counts in hundredths, so whoever asks lets it work for seconds.
    let cpu: Double
    /// The same of its children that have ended.
    let endedChildren: Double

    /// Nil when there is none of that number.
    init?(_ number: Int32) {
        guard let line = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
            let open = line.firstIndex(of: "("), let end = line.lastIndex(of: ")")
        else { return nil }
        // After the name, which may hold spaces: state, parent, …, and from the 12th on user and system time, the same
        // of children that were waited for.
        let fields = line[line.index(after: end)...].split(separator: " ")
        guard fields.count > 14, let parent = Int32(fields[1]) else { return nil }
        let seconds = fields[11...14].map { (Double($0) ?? 0) / Self.ticksPerSecond }
        name = String(line[line.index(after: open)..<end])
        self.parent = parent
        cpu = seconds[0] + seconds[1]
        endedChildren = seconds[2] + seconds[3]
    }

    /// Of all processes there are.
    static var all: [ProcessStat] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.compactMap { ProcessStat($0) }
    }

    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
}
