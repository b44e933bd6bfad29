import Domain
import Outbox
import TestSupport
import Testing

@testable import Matters

@Suite("When a reporter says how she wants to be told")
struct ReporterChannelTests {
    private static let mailbox = "zhangxiuying@example.cn"

    private func opened(
        change: @Sendable (inout OpinionDraft) -> Void = { _ in }
    ) async throws -> (play: Play, resident: Resident, page: Answer) {
        let play = try await Play(TestProvince(), change: change)
        let resident = try await Resident(play.province)
        return (play, resident, try await resident.open(Slip(play)))
    }

    private func choose(_ resident: Resident, _ play: Play, _ fields: KeyValuePairs<String, String>) async throws
        -> Answer
    {
        try await resident.browser.post("/my/\(play.number.text)/channel", fields)
    }

    @Test("with a telephone it is a text message; without one a letter home, else the board or asking")
    func byDefault() async throws {
        let (_, _, page) = try await opened()
        let (_, _, without) = try await opened { $0.reporter.phone = nil }
        let (_, _, atHome) = try await opened {
            $0.reporter.phone = nil
            $0.reporter.address = Sensitive("文化路 1 号")
        }

        #expect(page.seen.contains("有了消息，发短信到您尾号 1234 的电话"))
        #expect(without.seen.contains("您没有留电话。有了消息，您的编号会列在联络站每月的公示里"))
        #expect(atHome.seen.contains("您没有留电话。有了消息，给您写信。"))
    }

    @Test("another way is written down, said on the page, and used from then on")
    func another() async throws {
        let (play, resident, _) = try await opened()

        let answer = try await choose(resident, play, ["way": "call", "telephone": "19900005678"])
        let page = try await resident.browser.follow(answer)

        #expect(answer.location == "/my/\(play.number.text)?done=channel")
        #expect(page.seen.contains("已经记下：有了消息，打您尾号 5678 的电话告诉您"))
        let way: String? = try await play.province.value("SELECT channel FROM reporter_channel")
        #expect(way == "call")
        #expect(try !play.province.holds("19900005678"))
    }

    @Test("the same form sent twice is one choice")
    func twice() async throws {
        let (play, resident, _) = try await opened()
        let path = "/my/\(play.number.text)/channel"
        let submission = resident.browser.submission(of: path) ?? ""

        _ = try await choose(resident, play, ["way": "email", "mailbox": Self.mailbox, "submission": submission])
        let second = try await choose(
            resident, play, ["way": "email", "mailbox": Self.mailbox, "submission": submission])

        #expect(second.status == .seeOther)
        #expect(try await play.province.told(.addressCode).count == 1)
    }

    @Test("a mailbox gets one message with a code, and counts once the code came back")
    func mailbox() async throws {
        let (play, resident, _) = try await opened()
        let province = play.province
        let page = try await resident.browser.follow(
            choose(resident, play, ["way": "email", "mailbox": " ZhangXiuying@Example.cn "]))
        let sent = try await province.told(.addressCode)
        let code = try #require(sent.first?.values["code"])
        let unproved = try await province.count("SELECT COUNT(*) FROM reporter_channel WHERE proved_at IS NULL")
        let path = "/my/\(play.number.text)/mailbox-code"

        let wrong = try await resident.browser.post(path, ["code": code == "000000" ? "111111" : "000000"])
        let right = try await resident.browser.follow(resident.browser.post(path, ["code": code]))

        #expect(page.seen.contains("等您确认 Z***@example.cn 以后"))
        #expect(sent.count == 1 && code.count == 6 && sent[0].recipient == "address")
        #expect(unproved == 1)
        #expect(wrong.status == .unprocessableContent && wrong.seen.contains("验证码不对"))
        #expect(right.seen.contains("电子邮件确认好了") && right.seen.contains("发邮件到 Z***@example.cn"))
        #expect(try await province.count("SELECT COUNT(*) FROM reporter_channel WHERE proved_at IS NOT NULL") == 1)
        #expect(try !province.holds("ZhangXiuying@example.cn"))
    }

    @Test("when the trouble is back she is told the way she chose before")
    func relapse() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))
        _ = try await resident.browser.follow(choose(resident, play, ["way": "call", "telephone": "19900005678"]))

        let again = try await resident.browser.post("/my/\(play.number.text)/relapse", ["words": "修好三天又不亮了"])
        let page = try await resident.open(try resident.slip(again))

        #expect(page.seen.contains("有了消息，打您尾号 5678 的电话告诉您"))
    }

    @Test("a code is good for half an hour and five tries")
    func over() async throws {
        let (play, resident, _) = try await opened()
        _ = try await resident.browser.follow(choose(resident, play, ["way": "email", "mailbox": Self.mailbox]))
        let code = try #require(try await play.province.told(.addressCode).first?.values["code"])
        let path = "/my/\(play.number.text)/mailbox-code"
        let wrong = code == "000000" ? "111111" : "000000"
        for _ in 1...5 { _ = try await resident.browser.post(path, ["code": wrong]) }

        let sixth = try await resident.browser.post(path, ["code": code])

        #expect(sixth.status == .unprocessableContent && sixth.seen.contains("已经不能用了"))

        let (other, late, _) = try await opened()
        _ = try await late.browser.follow(choose(late, other, ["way": "email", "mailbox": Self.mailbox]))
        let second = try #require(try await other.province.told(.addressCode).first?.values["code"])
        other.province.clock.pass(seconds: 1_790)
        _ = try await late.browser.get("/my/\(other.number.text)")
        other.province.clock.pass(seconds: 20)
        let answer = try await late.browser.post("/my/\(other.number.text)/mailbox-code", ["code": second])

        #expect(answer.status == .unprocessableContent && answer.seen.contains("已经不能用了"))
    }

    @Test("what is missing or wrong is said at its field, and what was typed stays")
    func errors() async throws {
        let (play, resident, _) = try await opened { $0.reporter.phone = nil }

        let nothing = try await choose(resident, play, [:])
        let noTelephone = try await choose(resident, play, ["way": "sms"])
        let badMailbox = try await choose(resident, play, ["way": "email", "mailbox": "zhang@"])

        #expect(nothing.status == .unprocessableContent && nothing.text.contains("href=\"#told-way\""))
        #expect(noTelephone.status == .unprocessableContent && noTelephone.text.contains("href=\"#told-telephone\""))
        #expect(badMailbox.text.contains("href=\"#told-mailbox\"") && badMailbox.text.contains("value=\"zhang@\""))
        #expect(try await play.province.count("SELECT COUNT(*) FROM reporter_channel") == 0)
    }

    @Test("nobody fills a mailbox with codes: the sixth of a day is refused")
    func limited() async throws {
        let (play, resident, _) = try await opened()
        for number in 1...5 {
            _ = try await resident.browser.follow(
                choose(resident, play, ["way": "email", "mailbox": "a\(number)@example.cn"]))
        }

        let sixth = try await choose(resident, play, ["way": "email", "mailbox": "a6@example.cn"])

        #expect(sixth.status == .tooManyRequests)
        #expect(try await play.province.told(.addressCode).count == 5)
    }

    @Test("a visitor and the reporter of another matter choose nothing here")
    func others() async throws {
        let (play, _, _) = try await opened()
        let visitor = try await Resident(play.province)
        let other = try await Play(play.province)
        let neighbour = try await Resident(play.province)
        _ = try await neighbour.open(Slip(other))
        _ = try await visitor.browser.get("/my")

        let path = "/my/\(play.number.text)/channel"
        #expect(try await visitor.browser.post(path, ["way": "none"]).status == .unauthorized)
        #expect(try await neighbour.browser.post(path, ["way": "none"]).status == .notFound)
        #expect(try await play.province.count("SELECT COUNT(*) FROM reporter_channel") == 0)
    }
}
