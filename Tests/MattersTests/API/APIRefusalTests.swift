import Domain
import Foundation
import TestSupport
import Testing

@Suite("When something is sent to the API that cannot be done")
struct APIRefusalTests {
    @Test("the same sending twice happens once and is answered alike; under the same key nothing else may be sent")
    func idempotency() async throws {
        let province = try await TestProvince()
        let api = try await province.api()
        let key = "0b2f6f0e-8f7a-4a3e-9d52-5f6f4d1c9a10"
        let body = Self.lamp

        let first = try await api.post("/api/v1/matters", body, key: key)
        let second = try await api.post("/api/v1/matters", body, key: key)
        let other = try await api.post("/api/v1/matters", body.merging(["place": "村尾"]) { $1 }, key: key)

        #expect(first.status == .created)
        #expect(second.status == .created)
        #expect(second.bytes == first.bytes)
        #expect(other.status == .unprocessableContent)
        #expect(try await province.count("SELECT COUNT(*) FROM matter") == 1)
        let kept: [UInt8] = try await province.value("SELECT result FROM idempotency") ?? []
        #expect(kept.firstRange(of: Array((first[key: "code"] ?? "?").utf8)) == nil, "the code is not kept readable")
    }

    @Test("an act sent twice under one key is one event")
    func actTwice() async throws {
        let play = try await APIPlay.begin(TestProvince())
        let api = try await play.province.api(as: play.clerk)
        let body = APIPlay.lamps.merging(["version": 1]) { $1 }
        let key = UUID().uuidString

        let first = try await api.post(play.path + "/triage", body, key: key)
        let second = try await api.post(play.path + "/triage", body, key: key)

        #expect(first.status == .ok)
        #expect(second.bytes == first.bytes)
        #expect(try await play.events(as: play.clerk).names == ["registered", "triaged"])
    }

    @Test("a key that is no key is refused", arguments: ["short", "with space in the middle", "密钥密钥密钥密钥密钥密钥"])
    func badKey(_ key: String) async throws {
        let answer = try await TestProvince().api().post("/api/v1/matters", Self.lamp, key: key)

        #expect(answer.status == .unprocessableContent)
    }

    @Test("what somebody else changed meanwhile is stale")
    func stale() async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.does("triage", play.clerk, APIPlay.lamps)

        let answer = try await play.province.api(as: play.head).post(play.path + "/acceptance", ["version": 1])

        #expect(answer.status == .conflict)
        #expect(answer[key: "code"] == "stale")
        #expect(try await play.state == "registered")
    }

    @Test("an act that is not now is 409 with a code and a sentence, one that is not hers 403")
    func illegal() async throws {
        let play = try await APIPlay.begin(TestProvince())

        let early = try await play.tries("closure", play.head)
        let notHers = try await play.tries("acceptance", play.clerk)

        #expect(early.status == .conflict)
        #expect(early[key: "code"] == "not-now")
        #expect(early[key: "detail"]?.contains("已登记") == true)
        #expect(notHers.status == .forbidden)
        #expect(notHers[key: "code"] == "not-yours")
    }

    @Test("a number guessed, another's matter and a wrong code are answered alike: not found")
    func notFound() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        let stranger = try await province.api(as: province.clerk(of: .otherTown))
        let guessed = try #require(MatterNumber(city: 1407, year: 2026, sequence: 999)).text

        let answers = [
            try await stranger.get(play.path),
            try await stranger.get("/api/v1/matters/" + guessed),
            try await stranger.get("/api/v1/matters/nonsense"),
            try await stranger.post(play.path + "/remark", ["version": 1, "words": "路过看到"] as JSONObject),
            try await province.api().send(.get, play.path, [.init("X-Query-Code")!: "00000000"]),
            try await province.api().send(.get, "/api/v1/matters/" + guessed, [.init("X-Query-Code")!: play.code]),
        ]

        for answer in answers { #expect(answer.status == .notFound) }
        #expect(Set(answers.map { $0[key: "detail"] }).count == 1)
    }

    @Test("ten wrong codes, and even the right one has to wait an hour")
    func wrongCodes() async throws {
        let play = try await APIPlay.begin(TestProvince())
        let api = try await play.province.api()
        for _ in 1...10 {
            let answer = try await api.send(.get, play.path, [.init("X-Query-Code")!: "00000000"])
            #expect(answer.status == .notFound)
        }

        let waiting = try await play.lookAsReporter()
        play.province.clock.pass(minutes: 61)
        let later = try await play.lookAsReporter()

        #expect(waiting.status == .tooManyRequests)
        #expect(waiting.headers[.retryAfter] != nil)
        #expect(later.status == .ok)
    }

    @Test("asking with the right code is never counted")
    func rightCode() async throws {
        let play = try await APIPlay.begin(TestProvince())

        for _ in 1...30 { #expect(try await play.lookAsReporter().status == .ok) }
    }

    @Test("who is not known is told to sign in; whoever comes with an ended token too")
    func unauthenticated() async throws {
        let play = try await APIPlay.begin(TestProvince())
        let api = try await play.province.api()
        let ended = try await api.send(.get, play.path, [.authorization: "Bearer 0123456789abcdef0123456789abcdef"])

        #expect(try await api.get("/api/v1/matters").status == .unauthorized)
        #expect(try await api.get(play.path).status == .unauthorized)
        #expect(
            try await api.post(play.path + "/remark", ["version": 1, "words": "补充"] as JSONObject).status
                == .unauthorized)
        #expect(ended.status == .unauthorized)
    }

    @Test("too many opinions from one place in an hour have to wait")
    func rate() async throws {
        let province = try await TestProvince()
        try await province.set(.opinionsPerHour, "3", in: .province)
        for _ in 1...3 { _ = try await APIPlay.begin(province) }

        let fourth = try await province.api().post("/api/v1/matters", Self.lamp)

        #expect(fourth.status == .tooManyRequests)
    }

    static let lamp: [String: JSONValue] = [
        "division": .text(TestPlace.town.code), "words": .text(APIPlay.words), "bypass": false,
    ]
}
