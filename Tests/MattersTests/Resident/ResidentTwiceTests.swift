import Domain
import Foundation
import HummingbirdTesting
import Testing
import Web

@testable import Matters
@testable import TestSupport

@Suite("When the same form arrives twice at the same moment")
struct ResidentTwiceTests {
    @Test("what was said is one matter, and both get its number and code")
    func say() async throws {
        let resident = try await Resident(TestProvince())
        let twins = try await Twins(of: resident)

        for round in 1...5 {
            var walk = try await SayWalk(resident.browser, at: "/say?division=140702001")
            try await walk.walkToCheck(["words": "第 \(round) 件事：路灯坏了"])
            let form = try #require(ShownForm.all(on: walk.page.text).first { $0.names.contains("words") })
            let (here, there) = try await twins.send(form, [:])

            #expect(here.status == .ok)
            #expect(there.status == .ok)
            let slips = (try resident.slip(here), try resident.slip(there))
            #expect(slips.0.number == slips.1.number)
            #expect(slips.0.code == slips.1.code)
            #expect(try await resident.province.matters == round)
        }

        #expect(try await resident.province.faults() == [])
    }

    @Test("a judgement counts once, and both are thanked for it")
    func rate() async throws {
        let province = try await TestProvince()
        let resident = try await Resident(province)
        let twins = try await Twins(of: resident)

        for _ in 1...3 {
            let play = try await Play(province)
            try await play.answered()
            let page = try await resident.open(Slip(play))
            let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/rating") })
            let (here, there) = try await twins.send(form, ["grade": "dissatisfied", "comment": "只亮了一盏"])

            #expect(here.location == "/my/\(play.number.text)?done=rating")
            #expect(there.location == here.location)
            #expect(try await play.events.filter { $0 == "rated" } == ["rated"])
            #expect(try await play.matter.answering.dissatisfactions == 1)
        }

        #expect(try await province.faults() == [])
    }

    @Test("what a program sends under one key is one matter, and both get the same answer")
    func program() async throws {
        let province = try await TestProvince()
        let here = try await province.api()
        let there = APIClient(client: try await province.clientElsewhere(), province: province, person: nil)

        for round in 1...5 {
            let key = UUID().uuidString
            async let one = here.post("/api/v1/matters", APIRefusalTests.lamp, key: key)
            async let two = there.post("/api/v1/matters", APIRefusalTests.lamp, key: key)
            let (first, second) = try await (one, two)

            #expect(first.status == .created)
            #expect(second.status == .created)
            #expect(second.bytes == first.bytes)
            #expect(try await province.matters == round)
        }

        #expect(try await province.faults() == [])
    }
}

/// One browser whose sendings reach two processes over one database.
private struct Twins {
    let resident: Resident
    let elsewhere: any TestClientProtocol

    init(of resident: Resident) async throws {
        self.resident = resident
        elsewhere = try await resident.province.clientElsewhere()
    }

    /// The same fields with the same cookies, to both at once.
    func send(_ form: ShownForm, _ values: [String: String]) async throws -> (here: Answer, there: Answer) {
        let here = resident.browser
        let there = Browser(elsewhere, resident.province, person: nil)
        let fields = form.filled(values)
        let cookies = here.cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        let body = fields.map { Address.encoded($0.0) + "=" + Address.encoded($0.1) }.joined(separator: "&")

        async let one = here.post(raw: form.action, fields)
        async let two = there.send(
            .post, form.action, [.contentType: "application/x-www-form-urlencoded", .cookie: cookies], body)
        return try await (one, two)
    }
}

extension TestProvince {
    /// The application as another process runs it.
    fileprivate func clientElsewhere() async throws -> any TestClientProtocol {
        try await another().application.test(.router) { $0 }
    }
}
