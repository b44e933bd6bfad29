import Domain
import TestSupport
import Testing

@Suite("When a program signs in by a code to the telephone")
struct SessionCodesAPITests {
    private func province() async throws -> TestProvince { try await TestProvince { $0.sendsSMS = true } }

    @Test("a program asks with a challenge and gets a session for it once")
    func api() async throws {
        let province = try await province()
        let phone = province.townClerk.phone
        let api = try await province.api()
        let asked = try await api.post("/api/v1/sessions/codes", ["telephone": phone])
        let challenge = try #require(asked[key: "challenge"])
        try await province.plant("123456", for: phone, holder: challenge)

        let wrong = try await api.post("/api/v1/sessions/code", ["challenge": challenge, "code": "000000"])
        let other = try await api.post("/api/v1/sessions/code", ["challenge": "none", "code": "123456"])
        let right = try await api.post("/api/v1/sessions/code", ["challenge": challenge, "code": "123456"])
        let again = try await api.post("/api/v1/sessions/code", ["challenge": challenge, "code": "123456"])

        #expect(asked.status == .accepted)
        #expect(wrong.status == .unprocessableContent && other.status == .unprocessableContent)
        #expect(right.status == .created && right[key: "token"]?.count == 64)
        #expect(again.status == .unprocessableContent)
    }

    @Test("a program with several accounts names the login")
    func apiSeveral() async throws {
        let province = try await province()
        let (clerk, deputy) = (province.townClerk, province.townDeputy)
        try await province.share(clerk.phone, with: deputy)
        let api = try await province.api()
        let asked = try await api.post("/api/v1/sessions/codes", ["telephone": clerk.phone])
        let challenge = try #require(asked[key: "challenge"])
        try await province.plant("123456", for: clerk.phone, holder: challenge)

        let unnamed = try await api.post("/api/v1/sessions/code", ["challenge": challenge, "code": "123456"])
        let named = try await api.post(
            "/api/v1/sessions/code", ["challenge": challenge, "code": "123456", "login": deputy.login])

        #expect(unnamed.status == .unprocessableContent)
        #expect(unnamed.text.contains(clerk.login) && unnamed.text.contains(deputy.login))
        #expect(named.status == .created)
    }
}
