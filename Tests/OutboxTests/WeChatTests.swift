import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Synchronization
import TestSupport
import Testing

@testable import Outbox

@Suite("When a message goes by WeChat")
struct WeChatTests {
    private static let taken = #"{"errcode":0,"errmsg":"ok","msgid":200}"#

    /// Hands out `t1`, `t2` … and takes only those that are good.
    private static func peer(
        good: @escaping @Sendable (String) -> Bool = { _ in true }, answer: String = taken
    ) -> GatewayPeer {
        let handed = Mutex(0)
        return GatewayPeer { question, _ in
            if question.path.hasSuffix("/stable_token") {
                let number = handed.withLock { handed in
                    handed += 1
                    return handed
                }
                return .init(body: #"{"access_token":"t\#(number)","expires_in":7200}"#)
            }
            let token = question.path.split(separator: "=").last.map(String.init) ?? ""
            return .init(body: good(token) ? answer : #"{"errcode":40001,"errmsg":"invalid credential"}"#)
        }
    }

    @Test("the token is fetched once, kept sealed in the database, and used by every process")
    func token() async throws {
        let province = try await TestProvince()
        let other = try await province.another()
        let peer = Self.peer()

        let results = try await peer.serve { url in
            let first = await channel(url, province.installation).send(Self.message())
            let second = await channel(url, other.installation).send(Self.message())
            return [first, second]
        }

        #expect(results == [.sent(providerID: "200", cost: 0), .sent(providerID: "200", cost: 0)])
        #expect(peer.questions.count { $0.path.hasSuffix("/stable_token") } == 1)
        let sent = try #require(peer.questions.last)
        #expect(sent.value("touser") == "openid")
        #expect(sent.value("client_msg_id") == "ref")
        #expect(sent.value("data.thing1.value") == "有新进展")
        #expect(sent.value("data.thing2.value") == String("编号 1407-2026-000123-2 有新进展，请看一看".prefix(20)))
        let stored: [UInt8]? = try await province.value("SELECT token_sealed FROM channel_token")
        #expect(stored.map { String(decoding: $0, as: UTF8.self).contains("t1") } == false)
    }

    @Test("when it has run out the next one is fetched")
    func expired() async throws {
        let province = try await TestProvince()
        let peer = Self.peer()

        try await peer.serve { url in
            _ = await channel(url, province.installation).send(Self.message())
            province.clock.pass(hours: 2)
            _ = await channel(url, province.installation).send(Self.message())
        }

        #expect(peer.questions.count { $0.path.hasSuffix("/stable_token") } == 2)
        #expect(peer.questions.last?.path.hasSuffix("access_token=t2") == true)
    }

    @Test("one that is refused before its time is replaced, and the message goes with the new one")
    func refused() async throws {
        let province = try await TestProvince()
        let peer = Self.peer(good: { $0 == "t2" })

        let result = try await peer.serve { url in await channel(url, province.installation).send(Self.message()) }

        #expect(result == .sent(providerID: "200", cost: 0))
        let asked = peer.questions.filter { $0.path.hasSuffix("/stable_token") }
        #expect(asked.count == 2)
        #expect(asked.map { $0.body.contains(#""force_refresh":true"#) } == [false, true])
    }

    @Test("of several that need one at the same moment a single one fetches it")
    func crowd() async throws {
        let province = try await TestProvince()
        let others = try await [province.another(), province.another()]
        let peer = Self.peer()

        let results = try await peer.serve { url in
            await withTaskGroup(of: SendResult.self) { group in
                for installation in [province.installation] + others.map(\.installation) {
                    for _ in 0..<2 { group.addTask { await channel(url, installation).send(Self.message()) } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }

        #expect(results == Array(repeating: .sent(providerID: "200", cost: 0), count: 6))
        #expect(peer.questions.count { $0.path.hasSuffix("/stable_token") } == 1)
    }

    @Test(
        "every answer means something for this message or for the account",
        arguments: [
            (#"{"errcode":43004}"#, SendResult.refused("对方没有关注服务号，或者不愿意收")),
            (#"{"errcode":45009}"#, .unreachable("微信繁忙，或者今天的次数用完了", retryAfter: nil)),
            (#"{"errcode":40037}"#, .unreachable("微信不认设置里的模板", retryAfter: nil)),
            (#"{"errcode":61007}"#, .failed("微信没有发出（61007）")), ("<html>", .failed("微信没有发出（没有说明）")),
        ])
    func answers(body: String, expected: SendResult) async throws {
        let province = try await TestProvince()
        let peer = Self.peer(answer: body)

        let result = try await peer.serve { url in await channel(url, province.installation).send(Self.message()) }

        #expect(result == expected)
    }

    @Test("without a token nothing is sent, and the next try may fetch one")
    func noToken() async throws {
        let province = try await TestProvince()
        let peer = GatewayPeer { _, before in
            before == 0
                ? .init(body: #"{"errcode":40125,"errmsg":"invalid appsecret"}"#)
                : .init(body: #"{"access_token":"t","expires_in":7200,"errcode":0}"#)
        }

        let results = try await peer.serve { url in
            let channel = channel(url, province.installation)
            return [await channel.send(Self.message()), await channel.send(Self.message())]
        }

        #expect(results.first == .unreachable("微信不给令牌，请核对设置里的账号和密钥", retryAfter: nil))
        #expect(results.last == .sent(providerID: nil, cost: 0))
    }

    private static func message() -> OutgoingMessage {
        OutgoingMessage(
            reference: "ref", channel: .wechat, address: Sensitive("openid"), subject: "有新进展",
            text: "编号 1407-2026-000123-2 有新进展，请看一看", link: nil, at: Day(2026, 5, 25).start)
    }

    private func channel(_ url: String, _ installation: Installation) -> WeChatChannel {
        WeChatChannel(
            WeChatSettings(appID: "wx1", secret: Sensitive("geheim"), template: "T", url: url), installation)
    }
}
