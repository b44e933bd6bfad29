/// This program serving in a process of its own, so that what it costs is its own.
struct ServedChild {
    let child: Child
    let port: Int
    /// From the start of the process to the end of its first answer.
    let firstAnswer: Double

    var http: PlainHTTP { PlainHTTP(port: port) }

    /// The application over a data directory, without timed work, which would cost something now and then. Behind a
    /// proxy, because the load has to look as if it came from many visitors.
    static func serve(_ folder: String) async throws -> ServedChild {
        try await start { port in
            [
                "serve", "--data", folder, "--port", "\(port)", "--worker", "no", "--behind-proxy", "yes",
                "--log-level", "error",
            ]
        }
    }

    /// The statements of some pages and nothing around them.
    static func bare(_ folder: String, _ addresses: [String]) async throws -> ServedChild {
        try await start { port in ["bench-bare", "--data", folder, "--port", "\(port)"] + addresses }
    }

    private static func start(_ arguments: (_ port: Int) -> [String]) async throws -> ServedChild {
        let port = try LocalPort.free()
        let child = try Child(arguments(port))
        let http = PlainHTTP(port: port)
        while child.isRunning, child.age < 120 {
            if let answer = await http.get("/"), answer.status == 200 {
                return ServedChild(child: child, port: port, firstAnswer: child.age)
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        child.stop()
        throw Complaint("测量用的服务没有启动")
    }
}
