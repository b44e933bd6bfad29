import Domain
import Foundation
import TestSupport
import Testing

@testable import Outbox

@Suite("When a mail is sent")
struct EmailTests {
    @Test("the server gets sender, recipient and the words, which an ordinary program reads again")
    func sent() async throws {
        let peer = SMTPPeer()
        let text = "您好：\n\n编号 1407-2026-000123-2 有新进展。\n.一个点开头的行\n"

        let result = try await peer.serve { port in
            await channel(port).send(Self.message(subject: "编号 1407-2026-000123-2 有新进展", text: text))
        }

        #expect(result == .sent(providerID: nil, cost: 0))
        let mail = try #require(peer.mails.first)
        #expect(peer.mails.count == 1)
        #expect(mail.from == "lianxin@example.gov.cn" && mail.to == "zhang@example.cn")
        let parts = mail.text.split(separator: "\n\n", maxSplits: 1)
        let body = try #require(Data(base64Encoded: String(parts[1]).replacing("\n", with: "")))
        #expect(String(decoding: body, as: UTF8.self) == text.replacing("\n", with: "\r\n") + "\r\n")
        #expect(parts[0].contains("Message-ID: <ref@example.gov.cn>"))
        #expect(parts[0].contains("Date: Mon, 25 May 2026 09:05:07 +0800"))
        #expect(parts[0].contains("Content-Type: text/plain; charset=utf-8"))
        #expect(mail.text.allSatisfy { $0.isASCII })
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.count <= 78 })
    }

    @Test("with a user it signs in first")
    func signedIn() async throws {
        let peer = SMTPPeer()

        let result = try await peer.serve { port in
            await channel(port, user: "lianxin", password: "geheim").send(Self.message())
        }

        #expect(result == .sent(providerID: nil, cost: 0))
        #expect(peer.commands.contains("AUTH"))
    }

    @Test(
        "every answer means something for this mail or for the server",
        arguments: [
            (["RCPT": "550 no such user"], SendResult.refused("对方不收这个邮箱（550）")),
            (["RCPT": "450 later"], .failed("对方暂时不收（450）")),
            (["TEXT": "554 spam"], .refused("邮件服务器不收这封信（554）")),
            (["TEXT": "451 later"], .failed("邮件服务器暂时不收（451）")),
            (["TEXT": ""], .unknown("信交出去了，邮件服务器没有回话")),
            (["GREETING": "421 busy"], .unreachable("邮件服务器不接（421）", retryAfter: nil)),
            (["MAIL": "550 not you"], .unreachable("邮件服务器不接（550）", retryAfter: nil)),
            (["AUTH": "535 no"], .unreachable("邮件服务器不认设置里的用户和密码", retryAfter: nil)),
        ] as [([String: String], SendResult)])
    func answers(answers: [String: String], expected: SendResult) async throws {
        let peer = SMTPPeer(answers)

        let result = try await peer.serve { port in
            await channel(port, user: "lianxin", password: "geheim").send(Self.message())
        }

        #expect(result == expected)
    }

    @Test("a server that is not there stops the way, one without encryption gets nothing in the clear")
    func noServer() async throws {
        let peer = SMTPPeer()

        // Nobody listens at the port of an old service; a port that was free a moment ago may be another test's by now.
        let gone = await channel(9).send(Self.message())
        let open = try await peer.serve { port in await channel(port, .starttls).send(Self.message()) }

        #expect(gone == .unreachable("连不上邮件服务器", retryAfter: nil))
        #expect(open == .unreachable("和邮件服务器谈不成加密连接", retryAfter: nil))
        #expect(peer.mails.isEmpty && !peer.commands.contains("MAIL"))
    }

    @Test(
        "what is no mailbox is never spoken to a server",
        arguments: [
            "", "zhang", "zhang@", "@example.cn", "zhang@example", "a b@example.cn", "a@b@c.cn", "zhang@exa mple.cn",
            "zhang@example.cn\r\nRCPT TO:<x@y.cn>", "<zhang@example.cn>", ".a@example.cn", "a.@example.cn",
            "张@example.cn", "a@-b.cn",
        ])
    func noMailbox(text: String) async {
        #expect(EmailAddress(text) == nil)
        let result = await channel(9).send(Self.message(to: text))
        #expect(result == .refused("邮箱的写法不对"))
    }

    @Test("a mailbox is known again by its first letter and its domain")
    func masked() {
        #expect(EmailAddress("Zhang.Xiuying@Example.CN")?.text == "Zhang.Xiuying@example.cn")
        #expect(EmailAddress("zhang@example.cn")?.masked == "z***@example.cn")
    }

    @Test("a subject that is not plain is encoded in pieces of whole characters, one that is stays as it is")
    func subjects() {
        #expect(EmailText.encoded("Hello") == "Hello")
        let long = EmailText.encoded(String(repeating: "连心", count: 30))
        let pieces = long.split(separator: "\r\n ")
        #expect(pieces.count > 2 && pieces.allSatisfy { $0.count <= 75 && $0.hasPrefix("=?UTF-8?B?") })
        let decoded = pieces.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(decoded.joined() == String(repeating: "连心", count: 30))
        #expect(!EmailText.encoded("一\r\nBcc: x@y.cn").contains("Bcc"))
    }

    static func message(
        to: String = "zhang@example.cn", subject: String = "有新进展", text: String = "您好"
    ) -> OutgoingMessage {
        OutgoingMessage(
            reference: "ref", channel: .email, address: Sensitive(to), subject: subject, text: text, link: nil,
            at: Day(2026, 5, 25).start.adding(seconds: 9 * 3600 + 5 * 60 + 7))
    }

    private func channel(
        _ port: Int, _ encryption: MailSettings.Encryption = .none, user: String? = nil, password: String? = nil
    ) -> EmailChannel {
        EmailChannel(
            MailSettings(
                host: "127.0.0.1", port: port, user: user, password: password.map { Sensitive($0) },
                from: EmailAddress("lianxin@example.gov.cn")!, encryption: encryption))
    }
}
