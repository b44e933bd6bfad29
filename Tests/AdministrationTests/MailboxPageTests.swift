import Domain
import TestSupport
import Testing

@Suite("When somebody wants her messages by mail, too")
struct MailboxPageTests {
    @Test("she names her mailbox, types the code that came, and may take it back")
    func proved() async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        _ = try await browser.get("/account")

        let asked = try await browser.post("/account/mailbox", ["mailbox": "zhang@example.cn"])
        let waiting = try await browser.follow(asked)
        let sent = try await SentMessages(of: site.province).of(.addressCode)
        let code = try #require(sent.first?.values["code"])
        let proved = try await browser.post("/account/mailbox/proof", ["code": code])
        let done = try await browser.follow(proved)
        let removed = try await browser.follow(try await browser.post("/account/mailbox/removal"))

        #expect(asked.location == "/account?changed=asked")
        #expect(sent.map(\.recipient) == [.address(.email, Sensitive("zhang@example.cn"))])
        #expect(waiting.text.contains("发到了 z***@example.cn") && !waiting.text.contains(code))
        #expect(proved.location == "/account?changed=proved")
        #expect(done.seen.contains("消息也发到 z***@example.cn"))
        #expect(removed.text.contains("以后不再往邮箱发消息") && !removed.text.contains("z***"))
    }

    @Test(
        "what is no mailbox, and a wrong code, come back with a sentence at the field",
        arguments: [
            ("/account/mailbox", "mailbox", "zhang", "这不像一个邮箱"), ("/account/mailbox", "mailbox", "", "请填写邮箱"),
            ("/account/mailbox/proof", "code", "000000", "验证码已经过期"), ("/account/mailbox/proof", "code", "", "请填写验证码"),
        ])
    func refused(path: String, field: String, value: String, reason: String) async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        _ = try await browser.get("/account")

        let page = try await browser.post(path, [field: value])

        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains(reason))
    }

    @Test("a wrong code is refused, the right one still serves")
    func wrongCode() async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        _ = try await browser.get("/account")
        _ = try await browser.post("/account/mailbox", ["mailbox": "zhang@example.cn"])
        let code = try #require(try await SentMessages(of: site.province).of(.addressCode).first?.values["code"])
        _ = try await browser.get("/account")

        let wrong = try await browser.post(
            "/account/mailbox/proof", ["code": code == "111111" ? "222222" : "111111"])
        let right = try await browser.post("/account/mailbox/proof", ["code": code])

        #expect(wrong.status == .unprocessableContent && wrong.text.contains("验证码不对"))
        #expect(right.location == "/account?changed=proved")
    }

    @Test("a visitor has no mailbox here")
    func visitor() async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser()
        _ = try await browser.get("/sign-in")

        let answer = try await browser.post("/account/mailbox", ["mailbox": "zhang@example.cn"])

        #expect(answer.status == .seeOther || answer.status == .unauthorized)
        #expect(try await SentMessages(of: site.province).all.isEmpty)
    }
}
