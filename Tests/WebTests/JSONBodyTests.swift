import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When a program sends JSON")
struct JSONBodyTests {
    private func send(_ body: ByteBuffer, type: String = "application/json") async throws -> TestResponse {
        try await TestSite.application().test(.router) { client in
            try await client.execute(uri: "/api/v1/matters", method: .post, headers: [.contentType: type], body: body)
        }
    }

    @Test("it is read, and answered with keys in a fixed order")
    func accepted() async throws {
        let answer = try await send(
            ByteBuffer(string: "{\"words\":\"路灯/坏了\",\"area\":7}"), type: "application/json; charset=utf-8")

        #expect(answer.status == .created)
        #expect(answer.text == "{\"area\":7,\"words\":\"路灯/坏了\"}")
        #expect(answer.headers[.cacheControl] == "no-store")
    }

    @Test("another type is 415, broken text 400")
    func unreadable() async throws {
        #expect(try await send(ByteBuffer(string: "{}"), type: "text/plain").status == .unsupportedMediaType)
        #expect(try await send(ByteBuffer(string: "{\"words\":")).status == .badRequest)
        #expect(try await send(ByteBuffer(string: "")).status == .badRequest)
        #expect(try await send(ByteBuffer(bytes: [0x7B, 0xFF, 0x7D])).status == .badRequest)
    }

    @Test("a field that is missing or of another kind is named")
    func fields() async throws {
        let missing = try await send(ByteBuffer(string: "{\"words\":\"x\"}"))
        let wrong = try await send(ByteBuffer(string: "{\"words\":\"x\",\"area\":\"y\"}"))

        for answer in [missing, wrong] {
            #expect(answer.status == .unprocessableContent)
            #expect((answer.json?["errors"] as? [[String: String]])?.first?["field"] == "area")
        }
    }

    @Test("too much is 413")
    func tooLarge() async throws {
        let answer = try await send(ByteBuffer(string: String(repeating: " ", count: 300_000)))

        #expect(answer.status == .contentTooLarge)
    }
}
