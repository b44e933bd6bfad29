/// This program serving in a process of its own, so that what it costs is its own.
struct ServedChild {
    let child: Child
    let port: Int
    /// From the start of the process to the end of its first answer.
    let firstAnswer: Double
    private let database: ServerProcesses?

    var http: PlainHTTP { PlainHTTP(port: port) }

    /// What it and its database have used so far.
    var cpu: CPUTime { CPUTime(serving: child.cpu, database: database?.cpu ?? 0) }

    /// The application over a place, without timed work, which would cost something now and then. Behind a proxy,
    /// because the load has to look as if it came from many visitors.
    static func serve(_ place: BenchPlace) async throws -> ServedChild {
        try await start("serve", ["--worker", "no", "--behind-proxy", "yes", "--log-level", "error"], over: place)
    }

    /// The statements of some pages and nothing around them.
    static func bare(_ place: BenchPlace, _ addresses: [String]) async throws -> ServedChild {
        try await start("bench-bare", addresses, over: place)
    }

    private static func start(_ command: String, _ more: [String], over place: BenchPlace) async throws -> ServedChild {
        let port = try LocalPort.free()
        let child = try Child(command, ["--port", "\(port)"] + more, over: place)
        let http = PlainHTTP(port: port)
        while child.isRunning, child.age < 120 {
            if let answer = await http.get("/"), answer.status == 200 {
                return ServedChild(
                    child: child, port: port, firstAnswer: child.age, database: place.engine.server?.processes)
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        child.stop()
        throw Complaint("测量用的服务没有启动")
    }
}
