import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When a program sends a form as JSON")
struct JSONFormTests {
    private func send(_ body: String, key: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key { headers[.init("Idempotency-Key")!] = key }
        return try await TestSite.application().test(.router) { [headers] client in
            try await client.execute(
                uri: "/api/v1/fields", method: .post, headers: headers, body: ByteBuffer(string: body))
        }
    }

    private func fields(_ body: String, key: String? = nil) async throws -> [[String]] {
        try await JSONDecoder().decode([[String]].self, from: Data(send(body, key: key).text.utf8))
    }

    @Test("every member becomes the field that a page would have sent")
    func members() async throws {
        let body =
            #"{"words": "路灯\r\n坏了", "organ": 9007199254740993, "read_back": true, "granted": false, "note": null}"#

        #expect(
            try await fields(body) == [
                ["granted", "no"], ["organ", "9007199254740993"], ["read_back", "yes"], ["words", "路灯\n坏了"],
            ])
    }

    @Test("a list becomes several fields of one name")
    func list() async throws {
        #expect(try await fields(#"{"co_handlers": [3, 4]}"#) == [["co_handlers", "3"], ["co_handlers", "4"]])
    }

    @Test("the submission id is the header's, whatever the body says")
    func submission() async throws {
        let id = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F10"

        #expect(try await fields(#"{"submission": "x"}"#, key: id) == [["submission", id]])
        #expect(try await fields(#"{"submission": "x"}"#) == [])
    }

    @Test(
        "an object inside is a field that does not fit",
        arguments: [#"{"reporter": {"a": 1}}"#, #"{"reporter": [[1]]}"#])
    func nested(_ body: String) async throws {
        let answer = try await send(body)

        #expect(answer.status == .unprocessableContent)
        let field = (answer.json?["errors"] as? [[String: String]])?.first?["field"]
        #expect(field?.hasPrefix("reporter") == true)
    }

    @Test("what is no object is no form", arguments: ["[]", "7", "{", ""])
    func other(_ body: String) async throws {
        let status = try await send(body).status

        #expect(status == .badRequest || status == .unprocessableContent)
    }

    @Test("a box is checked by true and left open by false")
    func boxes() {
        let reader = FormReader(FormBody([.init(name: "a", value: "yes"), .init(name: "b", value: "no")]))

        #expect(reader.isChecked("a"))
        #expect(!reader.isChecked("b"))
        #expect(!reader.isChecked("c"))
    }
}
