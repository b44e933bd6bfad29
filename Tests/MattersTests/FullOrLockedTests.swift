import Database
import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

@Suite("When the database is full or locked")
struct FullOrLockedTests {
    /// A thousand characters, as many as any of these fields takes, and more bytes than are left in any page.
    private static let long = String(repeating: "灯👨‍👩‍👧‍👦", count: 500)

    @Test("a program is told when to try again; sent again as it was it is one matter", arguments: Hindrance.allCases)
    func program(_ hindrance: Hindrance) async throws {
        let province = try await province()
        let api = try await province.api()
        let body = APIRefusalTests.lamp.merging(["words": .text(Self.long)]) { $1 }
        let key = UUID().uuidString

        let refused = try await hindrance.during(in: province) {
            try await api.post("/api/v1/matters", body, key: key)
        }
        let left = try await province.matters
        let taken = try await api.post("/api/v1/matters", body, key: key)
        let again = try await api.post("/api/v1/matters", body, key: key)

        #expect(refused.status == .serviceUnavailable)
        #expect(refused.isProblem && refused.hasChineseDetail, "\(refused.text)")
        #expect(refused[key: "code"] == hindrance.code)
        #expect(refused.headers[.retryAfter] == hindrance.seconds)
        #expect(left == 0)
        #expect(taken.status == .created)
        #expect(again.bytes == taken.bytes)
        #expect(try await province.matters == 1)
        #expect(try await province.faults() == [])
    }

    @Test("a handler's reply stays on the page and is done once, sent again", arguments: Hindrance.allCases)
    func reply(_ hindrance: Hindrance) async throws {
        let province = try await province()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))
        let page = try await handler.open(number)
        let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/reply") })
        let fields = form.filled(TestProvince.solved.merging(["done": Self.long]) { $1 })
        let before = try await province.events(of: number)

        let refused = try await hindrance.during(in: province) {
            try await handler.browser.post(raw: form.action, fields)
        }
        let (state, events) = (try await province.state(of: number), try await province.events(of: number))
        let offered = try #require(ShownForm.all(on: refused.text).first { $0.action == form.action })
        let taken = try await handler.browser.post(raw: offered.action, offered.filled([:]))
        let again = try await handler.browser.post(raw: offered.action, offered.filled([:]))

        #expect(refused.status == .serviceUnavailable)
        #expect(refused.seen.contains(hindrance.title))
        #expect(refused.headers[.retryAfter] == hindrance.seconds)
        #expect(refused.text.contains(Self.long))
        #expect(state == .inHandling)
        #expect(events == before)
        #expect(taken.status == .seeOther)
        #expect(again.location == taken.location)
        #expect(try await province.events(of: number) == before + ["replied"])
        #expect(try await province.faults() == [])
    }

    @Test("a resident's judgement stays on the page and counts once, sent again", arguments: Hindrance.allCases)
    func rating(_ hindrance: Hindrance) async throws {
        let province = try await province()
        let play = try await Play(province)
        try await play.answered()
        let resident = try await Resident(province)
        _ = try await resident.open(Slip(play))
        let path = "/my/\(play.number.text)/rating"
        let before = try await play.events

        let refused = try await hindrance.during(in: province) {
            try await resident.browser.post(path, ["grade": "satisfied", "comment": Self.long])
        }
        let (state, events) = (try await play.matter.state, try await play.events)
        // The grade stands in the form that the page offers to send again.
        let taken = try await resident.browser.post(path, ["comment": Self.long])
        let again = try await resident.browser.post(path, ["comment": Self.long])

        #expect(refused.status == .serviceUnavailable)
        #expect(refused.seen.contains(hindrance.title))
        #expect(refused.headers[.retryAfter] == hindrance.seconds)
        #expect(refused.text.contains(Self.long))
        #expect(state == .answered)
        #expect(events == before)
        #expect(taken.location == "/my/\(play.number.text)?done=rating")
        #expect(again.location == taken.location)
        #expect(try await play.matter.answering.grade == .satisfied)
        #expect(try await play.events == before + ["rated"])
        #expect(try await province.faults() == [])
    }

    @Test("what is there can be read meanwhile, by everybody", arguments: Hindrance.allCases)
    func reading(_ hindrance: Hindrance) async throws {
        let province = try await province()
        let play = try await Play(province)
        let resident = try await Resident(province)
        _ = try await resident.open(Slip(play))
        let clerk = try await province.desk(province.clerk(of: .town))
        _ = try await clerk.open(play.number)
        let api = try await province.api()
        let path = "/api/v1/matters/" + play.number.text
        // A session that was not touched for a minute wants to be: reading must not fail because that cannot be written.
        province.clock.pass(minutes: 2)

        let answers = try await hindrance.during(in: province) {
            [
                try await resident.browser.get("/my/" + play.number.text), try await clerk.open(play.number),
                try await api.send(.get, path, [.init("X-Query-Code")!: play.receipt.code.digits]),
            ]
        }

        for answer in answers {
            #expect(answer.status == .ok)
            #expect(answer.text.contains("村口到学校的路灯坏了三盏"))
        }
        #expect(try await province.faults() == [])
    }

    private func province() async throws -> TestProvince {
        let province = try await TestProvince { $0.patience = 0.1 }
        // Ids are leased from here on, so that only the writing itself is in the way.
        try await province.write { _, _, _ in }
        return province
    }
}
