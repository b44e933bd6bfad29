import Database
import Domain
import Foundation
import TestSupport
import Testing

@Suite("When a program sends what cannot be taken over the API")
struct APIProblemTests {
    @Test("a place that does not exist is told at its field", arguments: ["999999", "140702999", "没有这个地方"])
    func place(_ division: String) async throws {
        let province = try await TestProvince()

        let answer = try await province.refuses(422, "fields") {
            try await province.register(["division": .text(division)])
        }

        #expect(answer.tells("division"))
    }

    @Test(
        "words that are not there are asked for at their field",
        arguments: [[:], ["words": nil], ["words": ""], ["words": "　 \n\t "]] as [JSONObject])
    func noWords(_ words: JSONObject) async throws {
        let province = try await TestProvince()
        let body = APIRefusalTests.lamp.filter { $0.key != "words" }.merging(words) { $1 }

        let answer = try await province.refuses(422, "fields") {
            try await province.api().post("/api/v1/matters", body)
        }

        #expect(answer.tells("words"))
    }

    @Test(
        "words that are too long or hold what no keyboard writes are told at their field, with how to put it right",
        arguments: [
            (String(repeating: "路", count: 10_001), "最多 10000 个字，现在有 10001 个字，请删短一些"),
            ("路灯\u{0}坏了", "有无法显示的字符，请删掉后重新填写"), ("路灯\u{7}坏了", "有无法显示的字符，请删掉后重新填写"),
        ])
    func badWords(_ words: String, _ sentence: String) async throws {
        let province = try await TestProvince()

        let answer = try await province.refuses(422, "fields") {
            try await province.register(["words": .text(words)])
        }

        #expect(answer.tells("words"))
        #expect(answer.text.contains(sentence))
    }

    @Test("a program that writes GBK is told to write UTF-8")
    func otherEncoding() async throws {
        let province = try await TestProvince()
        // 路灯坏了
        let words: [UInt8] = [0xC2, 0xB7, 0xB5, 0xC6, 0xBB, 0xB5, 0xC1, 0xCB]
        let body =
            Data(#"{"division":"140702100","bypass":false,"words":""#.utf8) + Data(words) + Data(#""}"#.utf8)

        let answer = try await province.refuses(400, "unreadable_encoding") {
            try await province.api().send(
                .post, "/api/v1/matters",
                [.contentType: "application/json", .init("Idempotency-Key")!: UUID().uuidString], body)
        }

        #expect(answer[key: "detail"]?.contains("UTF-8") == true)
    }

    @Test(
        "emoji, markup and full-width characters are taken, and read back to the byte",
        arguments: [
            "路灯坏了👨‍👩‍👧‍👦🔦，晚上看不见路", "<script>alert(1)</script>\" onfocus=\"alert(1)&amp;\\",
            "ＡＢＣ１２３号楼（东）门口，路灯坏了", "𠮷家胡同的路灯\n坏了　半个月e\u{301}",
        ])
    func taken(_ words: String) async throws {
        let play = try await APIPlay.begin(TestProvince(), ["words": .text(words)])

        let read = try await play.lookAsReporter()[key: "words"] ?? ""

        #expect(Array(read.utf8) == Array(words.utf8))
    }

    @Test("full-width digits are a telephone too")
    func telephone() async throws {
        let play = try await APIPlay.begin(TestProvince(), ["phone": "１９９００００５６７８"])

        #expect(try await play.look(as: play.clerk).text.contains(#""phone":"19900005678""#))
    }

    @Test("an act on what somebody else changed meanwhile is stale and changes nothing")
    func stale() async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.does("triage", play.clerk, APIPlay.lamps)

        try await play.province.refuses(409, "stale") {
            try await play.province.api(as: play.head).post(play.path + "/acceptance", ["version": 1] as JSONObject)
        }

        #expect(try await play.events(as: play.head).names == ["registered", "triaged"])
    }

    @Test(
        "an act that does not say which version it has seen is not done",
        arguments: [[:], ["version": nil], ["version": "1"]] as [JSONObject])
    func noVersion(_ body: JSONObject) async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.does("triage", play.clerk, APIPlay.lamps)

        let answer = try await play.province.refuses(422, "fields") {
            try await play.province.api(as: play.head).post(play.path + "/acceptance", body)
        }

        #expect(answer.tells("version"))
        #expect(try await play.events(as: play.head).names == ["registered", "triaged"])
    }

    @Test("an act that is not possible in this state is refused with the state and changes nothing")
    func illegal() async throws {
        let play = try await APIPlay.begin(TestProvince())

        let closure = try await play.province.refuses(409, "not-now") {
            try await play.tries("closure", play.head)
        }
        let rating = try await play.province.refuses(409, "not-now") {
            try await play.reporterTries("rating", ["grade": "satisfied"])
        }

        #expect(closure[key: "detail"]?.contains("已登记") == true)
        #expect(rating[key: "detail"]?.contains("已登记") == true)
        #expect(try await play.events(as: play.head).names == ["registered"])
    }

    @Test("an act on another's matter and one on a number nobody has are answered alike, to the byte")
    func notFound() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        let stranger = try await province.api(as: province.clerk(of: .otherTown))
        let guessed = try #require(MatterNumber(city: 1407, year: 2026, sequence: 999)).text
        let remark: JSONObject = ["version": 1, "words": "路过看到也不亮", "heard": "phone", "read_back": true]

        let another = try await province.refuses(404, "not_found") {
            try await stranger.post(play.path + "/remark", remark)
        }
        let nobodys = try await province.refuses(404, "not_found") {
            try await stranger.post("/api/v1/matters/\(guessed)/remark", remark)
        }

        #expect(another.withoutReference == nobodys.withoutReference)
        #expect(try await play.events(as: play.head).names == ["registered"])
    }
}

extension TestProvince {
    /// A lamp in the town, with something changed.
    fileprivate func register(_ change: JSONObject) async throws -> Answer {
        try await api().post("/api/v1/matters", APIRefusalTests.lamp.merging(change) { $1 })
    }

    /// Sends it and expects a problem with a sentence for people, and that nothing is left behind.
    @discardableResult
    fileprivate func refuses(
        _ status: Int, _ code: String, _ location: SourceLocation = #_sourceLocation,
        _ send: () async throws -> Answer
    ) async throws -> Answer {
        let before = try await rows()
        let answer = try await send()
        let after = try await rows()

        #expect(answer.status.code == status, "\(answer.text)", sourceLocation: location)
        #expect(answer.isProblem, "\(answer.headers)", sourceLocation: location)
        #expect(answer[key: "code"] == code, sourceLocation: location)
        #expect(answer.hasChineseDetail, "\(answer.text)", sourceLocation: location)
        #expect(after == before, sourceLocation: location)
        return answer
    }

    /// How many there are of what a sending writes; the last are claims that were never answered.
    private func rows() async throws -> [Int] {
        try await read { db in
            let counts: [SQL] = [
                "SELECT COUNT(*) FROM matter", "SELECT COUNT(*) FROM event", "SELECT COUNT(*) FROM reporter",
                "SELECT COUNT(*) FROM idempotency", "SELECT COUNT(*) FROM idempotency WHERE status = 0",
            ]
            return try counts.map { sql -> Int in try db.value(sql) ?? 0 }
        }
    }
}

extension Answer {
    /// Drawn as RFC 9457 has it.
    var isProblem: Bool { headers[.contentType]?.hasPrefix("application/problem+json") == true }

    /// The detail of a problem is a whole sentence for people.
    var hasChineseDetail: Bool {
        let detail = self[key: "detail"] ?? ""
        return detail.hasSuffix("。") && detail.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// A problem that names a field.
    fileprivate func tells(_ field: String) -> Bool { text.contains("\"field\":\"\(field)\"") }

    /// What differs from one answer to the next left out.
    fileprivate var withoutReference: String { text.replacing(/"reference":"[^"]*"/, with: "") }
}
