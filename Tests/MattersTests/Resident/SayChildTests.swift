import Database
import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

@Suite("When a child under fourteen says something")
struct SayChildTests {
    private func said(_ reach: [String: String], in province: TestProvince) async throws -> SayWalk {
        var walk = try await SayWalk(province.browser(), at: "/say?division=140702100")
        try await walk.walkToCheck([:], ["name": "小明"].merging(reach) { $1 })
        return walk
    }

    @Test(
        "row 30: a child's case needs guardian consent",
        arguments: [
            ["minor": "yes"], ["minor": "yes", "guardian": "妈妈贾玉梅"], ["guardian": "妈妈贾玉梅"],
            ["minor": "yes", "guardian_agreed": "yes"],
        ])
    func refused(_ reach: [String: String]) async throws {
        let province = try await TestProvince()

        let walk = try await said(reach, in: province)

        #expect(walk.page.status == .unprocessableContent)
        #expect(walk.page.text.contains("<a href=\"#guardian"))
        #expect(walk.page.text.contains(Resident.words) && walk.page.text.contains("value=\"小明\""))
        #expect(try await province.matters == 0)
    }

    @Test("row 30: with it the child is heard; head and clerk know who it is, nobody else does, agreed or not")
    func heard() async throws {
        let province = try await TestProvince()
        var walk = try await said(
            ["minor": "yes", "guardian": "妈妈贾玉梅", "guardian_agreed": "yes", "named": "yes"], in: province)
        try await walk.press("go=next")
        let number = try walk.slip.number
        let path = "/matters/\(number)"

        let clerk = try await province.browser(as: province.clerk(of: .town)).get(path)
        let deputy = try await province.browser(as: province.deputy(of: .town)).get(path)

        #expect(clerk.seen.contains("小明") && clerk.seen.contains("监护人 妈妈贾玉梅 已同意"))
        #expect(deputy.status == .ok)
        #expect(!deputy.seen.contains("小明") && !deputy.seen.contains("贾玉梅"))
        #expect(try !province.holds("贾玉梅"))
        #expect(try await province.count("SELECT COUNT(*) FROM reporter WHERE is_minor = 1 AND may_be_named = 0") == 1)
    }

    @Test("a handler who asks for the child is refused, and nothing is noted as seen")
    func handler() async throws {
        let play = try await Play(TestProvince()) { $0.reporter.guardian = Sensitive("妈妈贾玉梅") }
        try await play.inHandling()
        let handler = play.province.handler(of: .town)

        let page = try await play.province.browser(as: handler).get("/matters/\(play.number.text)")
        await #expect(throws: Refusal.self) {
            try await play.act(.seeReporter(reason: "要到现场核实位置，需要联系本人。"), by: handler)
        }

        #expect(!page.text.contains("/contact-access") && !page.seen.contains("张秀英"))
        #expect(try await !play.events.contains("contactSeen"))
    }

    @Test("written down at the station, a guardian who heard it is asked for as well")
    func onBehalf() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))
        let blank = try await clerk.get("/matters/new").text
        #expect(blank.contains("给本人回话用") && blank.contains("请孩子的监护人在场") && !blank.contains("给您回话"))

        let without = try await clerk.post(
            "/matters/new",
            ["heard": "onsite", "words": Resident.words, "bypass": "no", "read_back": "yes", "minor": "yes"])
        let with = try await clerk.post(
            "/matters/new",
            [
                "heard": "onsite", "words": Resident.words, "bypass": "no", "read_back": "yes", "minor": "yes",
                "guardian": "奶奶王玉珍", "guardian_agreed": "yes",
            ])

        #expect(without.status == .unprocessableContent && without.text.contains("href=\"#guardian_agreed\""))
        #expect(with.status == .ok)
        #expect(try await province.count("SELECT COUNT(*) FROM reporter_wish") == 1)
    }

    @Test("keyed in from a slip out of a book, a guardian's consent is asked for as well")
    func keyedIn() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[0]
        let form = try await ground.clerk.get("/matters/new?slip=" + slip.number.text)

        let filled =
            ground.fields(slip, UUID().uuidString).map { ($0.key, $0.value) }
            + [("form_token", ground.clerk.formToken ?? ""), ("minor", "yes"), ("guardian", "奶奶王玉珍")]
        let without = try await ground.clerk.post(raw: "/matters/new", filled)
        let with = try await ground.clerk.post(raw: "/matters/new", filled + [("guardian_agreed", "yes")])

        #expect(form.text.contains("name=\"guardian_agreed\""))
        #expect(without.status == .unprocessableContent && without.text.contains("href=\"#guardian_agreed\""))
        #expect(without.text.contains("value=\"奶奶王玉珍\"") && without.text.contains(Resident.words))
        #expect(with.status == .ok && with.seen.contains("录好了"))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM reporter WHERE is_minor = 1") == 1)
    }

    @Test("a program that says nothing of a guardian registers no child")
    func program() async throws {
        struct Body: Encodable {
            var words = Resident.words
            var division = "140702100"
            var bypass = false
            var minor = true
        }
        let province = try await TestProvince()

        let answer = try await province.api().post("/api/v1/matters", Body())

        #expect(answer.status == .unprocessableContent && answer.text.contains("guardian"))
        #expect(try await province.matters == 0)
    }
}
