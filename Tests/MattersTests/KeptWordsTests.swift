import Domain
import TestSupport
import Testing

@testable import Matters

/// The browser's part is in `Tests/browser/test_kept.py`.
@Suite("When a device keeps what is typed until it was taken in")
struct KeptWordsTests {
    private func kept(on page: Answer) -> [String] {
        page.text.matches(of: /data-keep="([^"]*)"/).map { String($0.1) }
    }

    private func accepted(on page: Answer) -> [String] {
        page.text.matches(of: /data-accepted="([^"]*)"/).map { String($0.1) }
    }

    @Test("each form of an office has a name of its own, by matter and act, and the page after it says it again, once")
    func staff() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))

        let page = try await handler.open(number)
        let sent = try await handler.send(.reply, TestProvince.solved, on: number)
        let (after, later) = (try await handler.browser.follow(sent), try await handler.open(number))

        let path = "/matters/\(number.text)/"
        let forms = ShownForm.all(on: page.text).map(\.action)
            .filter { $0.hasPrefix(path) && Act(noun: String($0.dropFirst(path.count))) != nil }
        #expect(kept(on: page).map { "/" + $0 } == forms)
        #expect(Set(kept(on: page)).count == forms.count && forms.contains(path + "reply"))
        #expect(accepted(on: page).isEmpty)
        #expect(accepted(on: after) == ["matters/\(number.text)/reply"])
        #expect(accepted(on: later).isEmpty)
    }

    @Test("refused it is not said to be taken in; where the matter is no longer hers, the page she is led to says it")
    func elsewhere() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))

        let refused = try await handler.send(.reply, ["done": Said.done], on: number)
        let today = try await handler.browser.get("/today?matter=\(number.text)&done=objection")

        #expect(refused.status == .unprocessableContent)
        #expect(accepted(on: refused).isEmpty)
        #expect(kept(on: refused).contains("matters/\(number.text)/reply"))
        #expect(accepted(on: today) == ["matters/\(number.text)/objection"])
    }

    @Test("each form of a reporter too; leaving the page wipes them all")
    func reporter() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        let page = try await resident.open(Slip(play))
        let own = "my/\(play.number.text)/"

        let sent = try await resident.browser.post("/\(own)remark", ["words": "今天又坏了一盏。"])
        let after = try await resident.browser.follow(sent)

        #expect(kept(on: page) == [own + "remark", own + "withdrawal"])
        #expect(page.text.contains("data-forget=\"\(own)\""))
        #expect(accepted(on: page).isEmpty)
        #expect(accepted(on: after) == [own + "remark"])
    }

    @Test("又出现了 is taken in where the new slip is shown")
    func relapse() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        let resident = try await Resident(play.province)
        let page = try await resident.open(Slip(play))
        let own = "my/\(play.number.text)/"

        let slip = try await resident.browser.post("/\(own)relapse", ["words": "修好三天又不亮了"])

        #expect(kept(on: page).contains(own + "relapse"))
        #expect(accepted(on: slip) == [own + "relapse"])
    }
}
