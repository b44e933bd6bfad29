import Domain
import Foundation
import TestSupport
import Testing

/// One matter played over the API alone. Everybody comes in at the front door: the reporter with number and code, all
/// others with their token. `try await play.head("acceptance")` is a line of the play.
struct APIPlay {
    static let words = "村口到学校的路灯坏了三盏，晚上孩子放学看不见路，请尽快修好。"

    let province: TestProvince
    let number: String
    let code: String

    /// A resident without an account says something about a place.
    static func begin(
        _ province: TestProvince, in place: TestPlace = .town, _ more: JSONObject = [:]
    ) async throws -> APIPlay {
        var body: JSONObject = [
            "division": .text(place.code), "words": .text(words), "place": "村口小学门前", "bypass": false,
            "name": "冯秀珍", "phone": "19900005678",
        ]
        body.merge(more) { $1 }
        let answer = try await province.api().post("/api/v1/matters", body)
        try #require(answer.status == .created, "\(answer.text)")
        return APIPlay(
            province: province, number: try #require(answer[key: "number"]), code: try #require(answer[key: "code"]))
    }

    var path: String { "/api/v1/matters/" + number }

    // MARK: looking

    /// As it stands, for somebody.
    func look(as person: TestPerson) async throws -> Answer { try await province.api(as: person).get(path) }

    /// As it stands for the reporter.
    func lookAsReporter(_ part: String = "") async throws -> Answer {
        try await province.api().send(.get, path + part, [.init("X-Query-Code")!: code])
    }

    var state: String? {
        get async throws { try await lookAsReporter()[key: "state"] }
    }

    func events(as person: TestPerson? = nil) async throws -> APIEvents {
        let answer =
            if let person { try await province.api(as: person).get(path + "/events") } else {
                try await lookAsReporter("/events")
            }
        try #require(answer.status == .ok, "\(answer.text)")
        return try answer.decoded()
    }

    // MARK: acting

    /// Somebody does something, having looked at it first; it must succeed.
    @discardableResult
    func does(_ noun: String, _ person: TestPerson, _ body: JSONObject = [:]) async throws -> Answer {
        let answer = try await tries(noun, person, body)
        try #require(answer.status.kind == .successful, "\(person.login) \(noun): \(answer.text)")
        return answer
    }

    /// Somebody tries to do something.
    func tries(_ noun: String, _ person: TestPerson, _ body: JSONObject = [:]) async throws -> Answer {
        let seen = try await look(as: person)
        var body = body
        if let version = seen[key: "version"].flatMap({ Int64($0) }) { body["version"] = .integer(version) }
        body["version"] = body["version"] ?? 1
        return try await province.api(as: person).post(path + "/" + noun, body)
    }

    /// The reporter does something; it must succeed.
    @discardableResult
    func reporter(_ noun: String, _ body: JSONObject = [:]) async throws -> Answer {
        let answer = try await reporterTries(noun, body)
        try #require(answer.status.kind == .successful, "reporter \(noun): \(answer.text)")
        return answer
    }

    func reporterTries(_ noun: String, _ body: JSONObject = [:]) async throws -> Answer {
        let seen = try await lookAsReporter()
        var body = body
        body["version"] = .integer(seen[key: "version"].flatMap { Int64($0) } ?? 1)
        return try await province.api().post(
            path + "/" + noun, body, headers: [.init("X-Query-Code")!: code])
    }
}

/// What `GET …/events` answers.
struct APIEvents: Decodable, Sendable {
    struct Item: Decodable, Sendable {
        struct Text: Decodable, Sendable {
            var label: String
            var text: String
        }

        var name: String
        var title: String
        var by: String
        var at: String
        var texts: [Text]
        var due_on: String?
    }

    var items: [Item]

    var names: [String] { items.map(\.name) }
    /// Everything that can be read in them.
    var everything: String { items.map { "\($0.title) \($0.by) \($0.texts.map(\.text))" }.joined(separator: "\n") }

    func last(_ name: String) -> Item? { items.last { $0.name == name } }
}
