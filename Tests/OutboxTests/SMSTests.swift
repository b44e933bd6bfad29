import Crypto
import Domain
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Outbox

@Suite("When a text message goes to a gateway")
struct SMSTests {
    private static let text = "编号 \"1407\" 有新进展\\，\n查看：https://a/b?c=d&e"

    @Test("the body is the gateway's own shape, whatever the text holds, and signed")
    func json() async throws {
        let peer = GatewayPeer { _, _ in .init(body: #"{"code":0,"data":{"id":"m-1"}}"#) }

        let result = try await peer.serve { url in
            await channel(
                url, body: #"{"to":"{phone}","msg":{"content":"{text}","ref":"{id}"},"t":{time}}"#, success: "code=0",
                reference: "data.id", price: 45
            ).send(Self.message())
        }

        #expect(result == .sent(providerID: "m-1", cost: 45))
        let question = try #require(peer.questions.first)
        #expect(question.value("to") == "19900001234")
        #expect(question.value("msg.content") == Self.text)
        #expect(question.value("msg.ref") == "ref")
        #expect(question.headers[.init("Idempotency-Key")!] == "ref")
        #expect(question.headers[.contentType] == "application/json")
        let time = try #require(question.headers[.init("X-Timestamp")!])
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(time)\n\(question.body)".utf8), using: SymmetricKey(data: Data("geheim".utf8)))
        #expect(question.headers[.init("X-Signature")!] == code.hex)
    }

    @Test("a template that does not begin with a brace is a form")
    func form() async throws {
        let peer = GatewayPeer()

        _ = try await peer.serve { url in
            await channel(url, body: "mobile={phone}&content={text}").send(Self.message())
        }

        let question = try #require(peer.questions.first)
        #expect(question.headers[.contentType] == "application/x-www-form-urlencoded")
        let fields = URLComponents(string: "?" + question.body)?.queryItems
        #expect(fields?.map(\.name) == ["mobile", "content"])
        #expect(fields?.last?.value == Self.text)
    }

    @Test(
        "every answer means something for this message or for the gateway",
        arguments: [
            (HTTPResponse.Status.ok, #"{"code":0}"#, SendResult.sent(providerID: nil, cost: 0)),
            (.ok, #"{"code":"0"}"#, .sent(providerID: nil, cost: 0)),
            (.ok, #"{"code":9}"#, .failed("短信网关没有接下这一条")), (.ok, "<html>", .failed("短信网关没有接下这一条")),
            (.ok, #"{"code":1001}"#, .refused("短信网关不发这个号码")),
            (.badRequest, "", .refused("短信网关不收这一条（400）")), (.conflict, "", .sent(providerID: nil, cost: 0)),
            (.unauthorized, "", .unreachable("短信网关不认我们的签名（401）", retryAfter: 1200)),
            (.tooManyRequests, "", .unreachable("短信网关不能用（429）", retryAfter: 1200)),
            (.serviceUnavailable, "", .unreachable("短信网关不能用（503）", retryAfter: 1200)),
        ])
    func answers(status: HTTPResponse.Status, body: String, expected: SendResult) async throws {
        let peer = GatewayPeer { _, _ in .init(status: status, body: body, headers: [.retryAfter: "1200"]) }

        let result = try await peer.serve { url in
            await channel(url, success: "code=0", refusals: ["1001"]).send(Self.message())
        }

        #expect(result == expected)
    }

    @Test("a gateway that is not there stops the way")
    func gone() async throws {
        // A port that was free a moment ago may be another test's by now.
        let url = "http://127.0.0.1:9/send"

        let result = await channel(url).send(Self.message())

        #expect(result == .unreachable("连不上短信网关", retryAfter: nil))
    }

    @Test("a longer text costs several parts", arguments: [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
    func parts(length: Int, parts: Int) {
        #expect(SMSParts.count(String(repeating: "字", count: length)) == parts)
    }

    @Test("through failures, a pause and a repeated answer a message arrives once for a gateway that knows it again")
    func whole() async throws {
        // Twice busy, then taken without an answer that we understand, then known already.
        let peer = GatewayPeer { _, before in
            switch before {
            case 0: .init(status: .serviceUnavailable)
            case 1: .init(body: "{}")
            case _: .init(status: .conflict)
            }
        }
        try await peer.serve { url in
            let ground = try await OutboxGround(sms: channel(url, success: "code=0"))
            let matter = try await ground.matter()
            try await ground.put(ground.news(matter.id, key: "a"))

            for _ in 0..<8 {
                try await ground.deliver()
                ground.province.clock.pass(minutes: 2)
            }

            let sending = try #require(try await ground.sending("a"))
            #expect(sending.state == .sent && sending.attempts == 3)
        }
        #expect(peer.questions.count == 3)
        #expect(Set(peer.questions.map { $0.value("id") }).count == 1)
    }

    static func message() -> OutgoingMessage {
        OutgoingMessage(
            reference: "ref", channel: .sms, address: Sensitive("19900001234"), subject: "有新进展", text: text,
            link: nil, at: Day(2026, 5, 25).start)
    }

    private func channel(
        _ url: String, body: String = SMSSettings.usualBody, success: String? = nil, refusals: Set<String> = [],
        reference: String? = nil, price: Int = 0
    ) -> SMSChannel {
        SMSChannel(
            SMSSettings(
                url: url + "/send", key: Sensitive("geheim"), body: body, success: success, refusals: refusals,
                reference: reference, price: price))
    }
}
