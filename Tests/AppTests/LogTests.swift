import App
import Directory
import Domain
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@Suite("When somebody reads the log")
struct LogTests {
    /// What no line may hold: marked, so that it cannot stand there by chance.
    private static let marked = [
        "欧阳玛瑙", "13912345678", "村口的琉璃路灯", "琥珀巷", "Beiguan-2026", "Wrong-Word-9",
    ]

    @Test("after a day of everything it holds nothing personal: no name, telephone, word, code, password or address")
    func personal() async throws {
        let log = Lines()
        let province = try await TestProvince {
            $0.logLevel = .trace
            $0.logSink = log.add
        }
        let resident = try await province.browser()
        _ = try await resident.get("/say?division=140702100")
        let said = try await resident.post(
            "/say",
            [
                "step": "check",
                "words": "村口的琉璃路灯坏了很久，晚上看不见路。", "place": "琥珀巷 3 号", "name": "欧阳玛瑙", "phone": "13912345678",
                "bypass": "no",
            ])
        let number = try #require(said.text.firstMatch(of: /1407-2026-\d{6}-\d/)).output
        _ = try await resident.get("/my")
        _ = try await resident.post("/my", ["number": String(number), "code": "12345678"])
        let clerk = try await province.browser(as: province.clerk(of: .town))
        for path in ["/today", "/matters?q=%E7%90%89%E7%92%83", "/matters/" + number, "/nowhere/13912345678"] {
            _ = try await clerk.get(path)
        }
        let visitor = try await province.browser()
        _ = try await visitor.get("/sign-in")
        _ = try await visitor.post("/sign-in", ["login": "clerk.town", "password": "Wrong-Word-9"])
        try await province.write { db, _, _ in try db.run("ALTER TABLE matter_words RENAME TO lost_words") }
        _ = try await clerk.get("/matters/" + number)
        await province.work()

        let text = log.all.joined(separator: "\n")
        #expect(log.all.count > 10)
        #expect(text.contains("unforeseen error"))
        for secret in Self.marked + [String(number), "clerk.town"] {
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test("each request leaves one line of JSON with route, status, time and the id that its answer carried")
    func requests() async throws {
        let log = Lines()
        let province = try await TestProvince {
            $0.logLevel = .info
            $0.logSink = log.add
        }

        let answer = try await province.browser().get("/stations?q=%E5%BC%A0")

        let id = try #require(answer.headers[.init("X-Request-Id")!])
        let lines = log.all.filter { $0.contains("\"message\":\"request\"") }
        #expect(lines.count == 1)
        let line = try JSONDecoder().decode([String: String].self, from: Data(lines[0].utf8))
        #expect(line["request"] == id)
        #expect(line["route"] == "/stations")
        #expect(line["status"] == "200")
        #expect(line["ms"].flatMap(Int.init) != nil)
        #expect(line["time"]?.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    }
}

/// The lines of a log, in order.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
}
