import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

@Suite("When a body is read by the API")
struct APIBodyTests {
    private func register(_ body: String, type: String = "application/json") async throws -> Answer {
        try await TestProvince().api().send(.post, "/api/v1/matters", [.contentType: type], Data(body.utf8))
    }

    private func register(_ change: [String: JSONValue]) async throws -> Answer {
        try await TestProvince().api().post("/api/v1/matters", APIRefusalTests.lamp.merging(change) { $1 })
    }

    @Test("what is no JSON is 400, what is not UTF-8 too, another kind of body 415")
    func unreadable() async throws {
        let notUTF8 = try await TestProvince().api().send(
            .post, "/api/v1/matters", [.contentType: "application/json"], Data([0x22, 0xFF, 0xFE, 0x22]))

        #expect(try await register("{\"words\": ").status == .badRequest)
        #expect(notUTF8.status == .badRequest)
        #expect(
            try await register("words=x", type: "application/x-www-form-urlencoded").status == .unsupportedMediaType)
    }

    @Test(
        "other JSON than declared is 422 and names the field",
        arguments: [
            ["words": 5], ["words": nil], ["words": ["路灯"]], ["bypass": "no"], ["bypass": 0], ["named": "yes"],
            ["heard": "telepathy"], ["wishes": "快点"],
        ] as [[String: JSONValue]])
    func wrongKinds(_ change: [String: JSONValue]) async throws {
        let answer = try await register(change)

        #expect(answer.status == .unprocessableContent)
        #expect(change.keys.allSatisfy { answer.text.contains("\"field\":\"\($0)\"") })
    }

    @Test("a body that is a list, not an object, is 422")
    func list() async throws {
        #expect(try await register("[]").status == .unprocessableContent)
    }

    @Test("10,000 characters are taken, 10,001 are not")
    func length() async throws {
        let most = String(repeating: "路", count: 10_000)

        #expect(try await register(["words": .text(most)]).status == .created)
        #expect(try await register(["words": .text(most + "灯")]).status == .unprocessableContent)
    }

    @Test("control characters are refused as in the forms, signs nobody sees are taken out")
    func control() async throws {
        let province = try await TestProvince()
        let cleaned = try await APIPlay.begin(province, ["words": "路灯\u{200B}坏了，\u{202E}晚上看不见"])

        #expect(try await register(["words": "路灯\u{0}坏了"]).status == .unprocessableContent)
        #expect(try await cleaned.lookAsReporter()[key: "words"] == "路灯坏了，晚上看不见")
    }

    @Test("a place that does not exist, or none, is 422")
    func place() async throws {
        #expect(try await register(["division": "999999"]).status == .unprocessableContent)
        #expect(try await register(["division": ""]).status == .unprocessableContent)
    }

    @Test("what a clerk writes down is read back and agreed first, and stands in the record as told to her")
    func onBehalf() async throws {
        let province = try await TestProvince()
        let api = try await province.api(as: province.clerk(of: .town))
        let body: [String: JSONValue] = ["words": .text(APIPlay.words), "bypass": false, "heard": "phone"]

        let elsewhere = try await api.post("/api/v1/matters", body.merging(["division": "140703"]) { $1 })
        let unread = try await api.post("/api/v1/matters", body)
        let read = try await api.post("/api/v1/matters", body.merging(["read_back": true]) { $1 })

        #expect(elsewhere.status == .unprocessableContent)
        #expect(unread.status == .unprocessableContent)
        #expect(read.status == .created)
        #expect(read[key: "channel"] == "phone")
        #expect(read[key: "code"]?.count == 8)
        let handler = try await province.api(as: province.handler(of: .town)).post(
            "/api/v1/matters", body.merging(["read_back": true]) { $1 })
        #expect(handler.status == .forbidden)
    }

    @Test("a method that is not there is 405 and says which are", arguments: ["", "/triage", "/events"])
    func methods(_ part: String) async throws {
        let play = try await APIPlay.begin(TestProvince())
        let api = try await play.province.api(as: play.clerk)

        let answer = try await api.send(.delete, play.path + part)

        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == (part == "/triage" ? "POST" : "GET, HEAD"))
    }

    @Test("every act that has a path has a body, and every body asks for the version it was made for")
    func bodies() {
        for act in Act.allCases where act.noun != nil {
            let fields = ActBody.fields(of: act) ?? []
            #expect(fields.first?.name == "version")
            #expect(Set(fields.map(\.name)).count == fields.count, "\(act)")
        }
        #expect(ActBody.fields(of: .remind) == nil)
    }
}
