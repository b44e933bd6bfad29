import App
import Directory
import TestSupport
import Testing

@Suite("When a program collects figures")
struct MetricsTests {
    @Test("requests are counted by route and status, never by address")
    func requests() async throws {
        let province = try await TestProvince()
        let visitor = try await province.browser()
        for _ in 1...3 { _ = try await visitor.get("/s/YC100") }
        _ = try await visitor.get("/s/NOBODY-13912345678")

        let text = try await visitor.get("/metrics").text

        let labels = "method=\"GET\",route=\"/s/{code}\",status="
        #expect(text.contains("lianxin_request_seconds_count{\(labels)\"200\"} 3\n"))
        #expect(text.contains("lianxin_request_seconds_count{\(labels)\"404\"} 1\n"))
        #expect(text.contains("lianxin_request_seconds_bucket{\(labels)\"200\",le=\"+Inf\"} 3\n"))
        #expect(!text.contains("13912345678"))
    }

    @Test("statements, connections and late work are told, and the form is the one collectors read")
    func figures() async throws {
        let province = try await TestProvince()
        await province.app.worker.round()
        province.clock.pass(minutes: 3)

        let answer = try await province.browser().get("/metrics")

        #expect(answer.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
        let engine = TestDatabase.kind.rawValue
        #expect(answer.text.contains(/lianxin_statements_total\{engine="\w+"\} [1-9]/))
        #expect(answer.text.contains("lianxin_transactions_total{engine=\"\(engine)\",kind=\"write\"}"))
        #expect(answer.text.contains("lianxin_work_late_seconds{work=\"watchClocks\"} 120\n"))
        #expect(answer.text.contains(/lianxin_resident_bytes [1-9]\d{6,}/))
        for line in answer.text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: /[a-z_]+(\{[^{}]*(\{[^}]*\}[^{}]*)*\})? [-0-9.e+]+/) != nil, "\(line)")
        }
    }

    @Test("passwords that are hashed, wait and were refused are told")
    func signIns() async throws {
        let province = try await TestProvince()
        let watcher = try await province.browser()

        let text = try await province.installation.passwords.whileTaken { try await watcher.get("/metrics").text }

        #expect(text.contains("lianxin_sign_ins{state=\"hashing\"} 1\n"))
        #expect(text.contains("lianxin_sign_ins{state=\"waiting\"} 0\n"))
        #expect(text.contains("lianxin_sign_ins_refused_total 0\n"))
    }

    @Test("on the residents' face there are none")
    func residents() async throws {
        let province = try await TestProvince { $0.face = .residents }

        #expect(try await province.browser().get("/metrics").status == .notFound)
    }

    @Test("without a database what the process knows by itself is still told")
    func withoutDatabase() async throws {
        let province = try await TestProvince()
        let watcher = try await province.browser()
        try await province.app.close()

        let answer = try await watcher.get("/metrics")

        #expect(answer.status == .ok)
        #expect(answer.text.contains("lianxin_connections"))
        #expect(!answer.text.contains("lianxin_work_late_seconds"))
    }
}
