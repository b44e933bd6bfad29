import Domain
import Files
import TestSupport
import Testing

@testable import Matters

@Suite("When what was said stands on paper")
struct FileLetterTests {
    private static let note: KeyValuePairs = ["told": "letter", "letter_signer": "李代表"]

    /// Answered, and the page of somebody who may write down the deputy's check.
    private func replied(_ ground: FileGround, before person: TestPerson) async throws -> Browser {
        try await ground.play.inHandling()
        try await ground.play.act(.reply(Play.solved), by: ground.province.handler(of: .town))
        let browser = try await ground.province.browser(as: person)
        _ = try await browser.get(ground.staffPage)
        return browser
    }

    private func form(_ act: Act, before person: TestPerson, _ ground: FileGround) async throws -> ShownForm {
        let page = try await ground.province.browser(as: person).get(ground.staffPage)
        let action = "\(ground.staffPage)/\(act.noun ?? "")"
        return try #require(ShownForm.all(on: page.text).first { $0.action == action })
    }

    @Test("a clerk adds the scan of what the deputy wrote; the event names it, and the reporter does not see it")
    func deputysWord() async throws {
        let ground = try await FileGround()
        let province = ground.province
        let clerk = try await replied(ground, before: province.clerk(of: .town))

        let answer = try await clerk.post(
            ground.staffPage + "/reply-check", Self.note, file: ("scan", FileGround.pdf()))

        #expect(answer.status == .seeOther)
        let file = try #require(try await ground.later().first)
        let event = try await province.lastEvent(of: ground.play.number)
        let draft = try await province.app.files.keep(FileGround.pdf(), as: .document)
        #expect(file.kind == .document && file.description.opened == "代表的来信或纸条")
        #expect(event.name == "replyChecked" && event.facts.code("scan") == draft.fingerprint)
        #expect(event.author.onBehalf == "deputy")
        #expect(try await ground.status(file.id, by: province.head(of: .town)) == 200)
        let reporter = try await ground.reporter()
        #expect(try await reporter.browser.get("\(ground.ownPage)/files/\(file.id)").status == .notFound)
        #expect(try await province.faults() == [])
    }

    @Test("of a check and a telling in one form it comes once")
    func neighbours() async throws {
        let ground = try await FileGround()
        let clerk = try await replied(ground, before: ground.province.clerk(of: .town))

        let answer = try await clerk.post(
            ground.staffPage + "/reply-check", ["told": "letter", "letter_signer": "李代表", "channel": "phone"],
            file: ("scan", FileGround.pdf()))

        #expect(answer.status == .seeOther)
        #expect(try await ground.play.events.suffix(2) == ["replyChecked", "delivered"])
        #expect(try await ground.later().count == 1)
    }

    @Test("it is asked of whoever writes for the deputy, never of the deputy, and never required")
    func asked() async throws {
        let ground = try await FileGround()
        let province = ground.province
        let clerk = try await replied(ground, before: province.clerk(of: .town))

        #expect(try await form(.passCheck, before: province.clerk(of: .town), ground).names.contains("scan"))
        #expect(try await form(.returnReply, before: province.clerk(of: .town), ground).names.contains("scan"))
        #expect(try await !form(.passCheck, before: province.deputy(of: .town), ground).names.contains("scan"))
        #expect(try await clerk.post(ground.staffPage + "/reply-check", ["told": "phone"]).status == .seeOther)
        #expect(try await form(.deliver, before: province.clerk(of: .town), ground).names.contains("scan"))
    }

    @Test("a handler's own form has room for its letter, folded; number and scan are kept, and the act is its own")
    func ownLetter() async throws {
        let ground = try await FileGround()
        let province = ground.province
        try await ground.play.inHandling()
        let handler = try await province.browser(as: province.handler(of: .town))
        let page = try await handler.get(ground.staffPage).text

        let answer = try await handler.post(
            ground.staffPage + "/reply",
            ["outcome": "solved", "done": Said.done, "signer": "王建国", "document": "乌政函〔2026〕8号"],
            file: ("scan", FileGround.pdf()))

        #expect(page.contains("<details><summary>另有盖章的函"))
        #expect(answer.status == .seeOther)
        let event = try await province.lastEvent(of: ground.play.number)
        let draft = try await province.app.files.keep(FileGround.pdf(), as: .document)
        #expect(event.facts.code("scan") == draft.fingerprint)
        #expect(event.author.onBehalf == nil && event.author.role == Role.handler.rawValue)
        #expect(try await province.count("SELECT COUNT(*) FROM behalf_act") == 0)
        let deputy = try await province.browser(as: province.deputy(of: .town)).get(ground.staffPage)
        #expect(deputy.text.contains("乌政函〔2026〕8号") && !deputy.text.contains("代承办单位"))
        #expect(try await province.faults() == [])
    }

    @Test("a clerk who writes for a handler still names who signed the letter")
    func unsigned() async throws {
        let ground = try await FileGround()
        try await ground.play.inHandling()
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .town))
        _ = try await clerk.get(ground.staffPage)

        let answer = try await clerk.post(
            ground.staffPage + "/reply",
            ["outcome": "solved", "done": Said.done, "signer": "王建国", "document": "乌政函〔2026〕8号"])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#reply-letter_signer\">请填写来函的签发人"))
        #expect(try await ground.play.events.last != "replied")
    }
}
