import App
import Domain
import TestSupport
import Testing

@Suite("When somebody watches the process")
struct HealthTests {
    @Test("it is healthy as long as it answers, whatever became of the database")
    func health() async throws {
        let province = try await TestProvince()
        let watcher = try await province.browser()
        try await province.app.close()

        let answer = try await watcher.get("/health")

        #expect(answer.status == .ok)
        #expect(answer[key: "status"] == "ok")
        #expect(answer.headers[.contentType]?.hasPrefix("application/json") == true)
    }

    @Test("it is ready when the database answers, and says how far the calendar reaches")
    func ready() async throws {
        let province = try await TestProvince()

        let answer = try await province.browser().get("/ready")

        #expect(answer.status == .ok)
        #expect(answer[key: "status"] == "ready")
        #expect(answer[key: "calendar_until"] == "2026-12-31")
        #expect(answer[key: "calendar"] == "ok")
    }

    @Test("a calendar that ends within a quarter is told")
    func calendarEnds() async throws {
        let province = try await TestProvince()
        province.clock.go(to: Day(2026, 11, 2))

        let answer = try await province.browser().get("/ready")

        #expect(answer.status == .ok)
        #expect(answer[key: "calendar"] == "ends soon")
    }

    @Test("a worker that never came or stays away is told")
    func worker() async throws {
        let province = try await TestProvince()
        let watcher = try await province.browser()

        let before = try await watcher.get("/ready")
        await province.app.worker.round()
        let during = try await watcher.get("/ready")
        province.clock.pass(minutes: 10)
        let after = try await watcher.get("/ready")

        #expect(before[key: "worker"] == "missing")
        #expect(during[key: "worker"] == "ok")
        #expect(during[key: "last_tick"] == "2026-05-25T01:00:00Z")
        #expect(after[key: "worker"] == "missing")
    }

    @Test("it is not ready without its database")
    func notReady() async throws {
        let province = try await TestProvince()
        let watcher = try await province.browser()
        try await province.app.close()

        let answer = try await watcher.get("/ready")

        #expect(answer.status == .serviceUnavailable)
        #expect(answer[key: "status"] == "not ready")
    }
}
