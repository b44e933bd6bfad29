import Foundation

/// wrk in front of one process: how much processor time an answer costs it and its database. Time by the clock plays no
/// part, so another program on the machine spoils little.
struct Load {
    /// What wrk asks for.
    enum Requests {
        /// In turn, with a cookie for somebody who is signed in.
        case pages([String], cookie: String?)
        /// Opinions, each with words of its own and from a visitor of its own.
        case opinions(divisions: [String])
    }

    private static let connections = 8

    /// Of each run.
    let seconds: Int
    let runs: Int

    /// Processor seconds for a thousand answers: the least of all runs, because what else goes on in the machine can
    /// only add to it.
    func cost(_ requests: Requests, on served: ServedChild) async throws -> CPUTime {
        let script = FileManager.default.temporaryDirectory.appending(path: "lianxin-\(UUID().uuidString).lua")
        defer { try? FileManager.default.removeItem(at: script) }
        try Data(requests.script.utf8).write(to: script)
        if case .pages(let addresses, let cookie) = requests { try await check(addresses, cookie, served) }

        _ = try Self.wrk(script.path, seconds: 1, served.port)
        let costs = try (0..<runs).map { _ in
            let before = served.cpu
            let answers = try Self.wrk(script.path, seconds: seconds, served.port)
            return (served.cpu - before).perThousand(of: answers)
        }
        return costs.min { $0.total < $1.total } ?? CPUTime()
    }

    /// What is measured must be the page and not a refusal.
    private func check(_ addresses: [String], _ cookie: String?, _ served: ServedChild) async throws {
        for address in addresses {
            let status = await served.http.get(address, cookie: cookie)?.status
            guard status == 200 else { throw Complaint("\(address) 的回答是 \(status ?? 0)，不能测量") }
        }
    }

    /// How many answers came; every one of them a good one.
    private static func wrk(_ script: String, seconds: Int, _ port: Int) throws -> Int {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "wrk", "-t1", "-c\(connections)", "-d\(seconds)s", "-s", script, "http://127.0.0.1:\(port)/",
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let figures = text.split(separator: "\n").first { $0.hasPrefix("RESULT") }?.split(separator: " ")
            .compactMap { Int($0) }
        guard let figures, figures.count == 2, figures[0] > 0 else {
            throw Complaint("wrk 没有量出结果，请先运行 bin/setup bench")
        }
        guard figures[1] == 0 else { throw Complaint("测量时有 \(figures[1]) 个请求没有得到正常的回答") }
        return figures[0]
    }
}

extension Load.Requests {
    fileprivate var script: String { making + Self.done }

    private var making: String {
        switch self {
        case .pages(let addresses, let cookie):
            """
            local addresses = {\(addresses.map { "\"\($0)\"" }.joined(separator: ", "))}
            local headers = {\(cookie.map { "[\"Cookie\"] = \"\($0)\"" } ?? "")}
            local n = 0
            request = function()
              n = n % #addresses + 1
              return wrk.format("GET", addresses[n], headers)
            end

            """
        case .opinions(let divisions):
            """
            local divisions = {\(divisions.map { "\"\($0)\"" }.joined(separator: ", "))}
            local run = \(Int.random(in: 100_000...999_999))
            local n = 0
            request = function()
              n = n + 1
              local headers = {
                ["Content-Type"] = "application/json",
                ["Idempotency-Key"] = string.format("bench-%d-%012d", run, n),
                ["X-Forwarded-For"] = string.format("10.%d.%d.%d", run % 250, math.floor(n / 250) % 250, n % 250)
              }
              local body = string.format(
                '{"division": "%s", "words": "\(BenchWords.lua)", "place": "%d号楼旁", "bypass": false, ' ..
                '"name": "张秀英", "phone": "199%08d"}', divisions[n % #divisions + 1], n, n % 97, n, n % 1e8)
              return wrk.format("POST", "/api/v1/matters", headers, body)
            end

            """
        }
    }

    private static let done = """
        done = function(summary, latency, requests)
          local e = summary.errors
          io.write(string.format("RESULT %d %d\\n", summary.requests,
            e.status + e.connect + e.read + e.write + e.timeout))
        end
        """
}
