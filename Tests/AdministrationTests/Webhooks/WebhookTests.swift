import Crypto
import Domain
import Foundation
import Outbox
import TestSupport
import Testing

@Suite("When another platform is kept in step")
struct WebhookTests {
    @Test("it is told of each step, in order, signed, with nothing that was said and nobody's name")
    func told() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            let receipt = try await ground.said()
            try await ground.accept(receipt.number)

            await ground.province.work()
            await ground.province.work()

            let received = platform.received
            #expect(received.map(\.event) == ["registered", "accepted"])
            #expect(received.map(\.delivery) == ["\(receipt.number.text)/1", "\(receipt.number.text)/3"])
            #expect(received.last?["number"] == receipt.number.text)
            #expect(received.last?["state"] == "accepted" && received.last?["category"] == "urban")
            #expect(received.last?["division"] == "140702100" && received.last?["due_on"] == "2026-06-01")
            #expect(received.last?["holder"] == "榆次区乌金山镇人民代表大会主席团")
            for message in received {
                #expect(try isSigned(message, with: made.secret))
                for secret in ["路灯", "张秀英", "19900001234", receipt.code.digits] {
                    #expect(!message.text.contains(secret))
                }
            }
            let log = try await ground.admin.get(made.path).text
            #expect(log.contains("对方已收") && log.contains("回答码 200") && log.contains(receipt.number.text))
        }
    }

    @Test("each of the three maps has its own fields", arguments: WebhookMap.allCases)
    func maps(map: WebhookMap) async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            _ = try await ground.make(address, map: map)
            let receipt = try await ground.said()
            try await ground.send()

            let message = try #require(platform.received.first)
            switch map {
            case .native: #expect(message["number"] == receipt.number.text && message["event"] == "registered")
            case .workOrder: #expect(message["工单编号"] == receipt.number.text && message["业务动作"] == "登记")
            case .gridEvent: #expect(message["事件编号"] == receipt.number.text && message["事件来源"] == "代表联络站")
            }
            if map == .workOrder {
                #expect(message["发生时间"] == "2026-05-25 09:00:00" && message["工单状态"] == "已登记")
            }
        }
    }

    @Test("while it fails nothing is lost; when it is back everything arrives once, in order")
    func failing() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            platform.answers { _ in .internalServerError }
            let receipt = try await ground.said()
            try await ground.send()
            try await ground.accept(receipt.number)
            // Left in peace: not asked again at once.
            try await ground.send()
            let tries = platform.received.count
            let log = try await ground.admin.get(made.path).text

            platform.forget()
            platform.answers { _ in .ok }
            ground.province.clock.pass(minutes: 2)
            try await ground.send()
            try await ground.send()

            #expect(tries == 1)
            #expect(log.contains("对方没有接收") && log.contains("回答码 500") && log.contains("连不上，会再试"))
            #expect(platform.received.map(\.event) == ["registered", "accepted"])
            #expect(try await ground.admin.get(made.path).text.contains("正常"))
        }
    }

    @Test("a message it does not want stops its own matter and no other, and is given up in the end")
    func refused() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            _ = try await ground.make(address)
            let bad = try await ground.said()
            let good = try await ground.said()
            let number = bad.number.text
            platform.answers { $0["number"] == number && $0.event == "registered" ? .unprocessableContent : .ok }
            try await ground.accept(bad.number)
            try await ground.accept(good.number)
            try await ground.send()
            let first = platform.received.filter { $0["number"] == number }.map(\.event)
            let others = platform.received.filter { $0["number"] != number }.map(\.event)
            for _ in 1...20 {
                ground.province.clock.pass(hours: 7)
                try await ground.send()
            }

            #expect(first == ["registered"])
            #expect(others == ["registered", "accepted"])
            #expect(platform.received.filter { $0["number"] == number && $0.event == "registered" }.count == 12)
            #expect(platform.received.last { $0["number"] == number }?.event == "accepted")
        }
    }

    @Test("where nobody listens the log says so, and what waits arrives when somebody does")
    func closed() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        let made = try await ground.make("http://localhost:1/hook")
        _ = try await ground.said()
        try await ground.send()
        let log = try await ground.admin.get(made.path).text

        try await platform.open { address in
            let id = made.id
            try await ground.province.write { db, _, _ in
                try db.run("UPDATE webhook SET address = \(address) WHERE id = \(id)")
            }
            ground.province.clock.pass(hours: 1)
            try await ground.send()
        }

        #expect(log.contains("没有连上或没有回答"))
        #expect(platform.received.map(\.event) == ["registered"])
    }

    @Test("a slow one keeps up nobody else, and two workers at once send everything once and in order")
    func together() async throws {
        let ground = try await WebhookGround()
        let (slow, quick) = (Platform(), Platform())
        slow.waits(.milliseconds(150))
        try await slow.open { slowly in
            try await quick.open { quickly in
                _ = try await ground.make(slowly)
                _ = try await ground.make(quickly)
                var numbers: [MatterNumber] = []
                for _ in 1...4 { numbers.append(try await ground.said().number) }
                for number in numbers { try await ground.accept(number) }
                let other = try await ground.province.another()
                let now = ground.province.now

                async let one: Void = SendWebhooks.run(in: ground.province.installation, at: now)
                async let two: Void = SendWebhooks.run(in: other.installation, at: now)
                _ = try await (one, two)
                try await ground.send()

                for platform in [slow, quick] {
                    let received = platform.received
                    #expect(received.count == 8)
                    #expect(Set(received.map(\.delivery)).count == 8)
                    for number in numbers {
                        let own = received.filter { $0["number"] == number.text }.map(\.event)
                        #expect(own == ["registered", "accepted"])
                    }
                }
            }
        }
    }

    @Test("sent but not written down, it is sent again under the same name, so that the other side can tell")
    func duplicate() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            _ = try await ground.make(address)
            _ = try await ground.said()
            try await ground.send()
            let now = ground.province.now
            try await ground.province.write { db, _, _ in
                // As a machine leaves it that went down between the answer and the writing.
                try db.run(
                    """
                    UPDATE webhook_delivery SET next_at = \(now), outcome = 'waiting',
                      lease_until = \(now.adding(seconds: 60)), lease_token = \([1] as [UInt8])
                    """)
            }
            try await ground.send()
            let held = platform.received.count
            ground.province.clock.pass(minutes: 2)
            try await ground.send()

            #expect(held == 1)
            #expect(platform.received.count == 2)
            #expect(Set(platform.received.map(\.delivery)).count == 1)
        }
    }

    @Test("paused it hears nothing; resumed it hears all of it in order")
    func paused() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            let paused = try await ground.press("/pause", of: made)
            let receipt = try await ground.said()
            try await ground.accept(receipt.number)
            try await ground.send()
            let quiet = platform.received.isEmpty
            _ = try await ground.press("/resumption", of: made)
            try await ground.send()

            #expect(paused.location == made.path + "?done=paused")
            #expect(quiet)
            #expect(platform.received.map(\.event) == ["registered", "accepted"])
        }
    }

    @Test("a trial is sent at once and stands in the log")
    func trial() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            let pressed = try await ground.press("/trial", of: made)
            await ground.province.work()

            #expect(pressed.location == made.path + "?done=tried")
            #expect(platform.received.map(\.event) == ["trial"])
            #expect(try await ground.admin.get(made.path).text.contains("测试"))
        }
    }

    @Test("after a change of the secret both sign for a day, then only the new one")
    func rotation() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            let answer = try await ground.press("/secret", of: made)
            let secret = try #require(answer.text.firstMatch(of: /lxwh_[A-Za-z0-9]+/).map { String($0.0) })
            _ = try await ground.said()
            try await ground.send()
            let both = try #require(platform.received.last)
            ground.province.clock.pass(days: 1)
            _ = try await ground.said()
            try await ground.send()
            let one = try #require(platform.received.last)

            #expect(secret != made.secret)
            #expect(try isSigned(both, with: made.secret) && isSigned(both, with: secret))
            #expect(try !isSigned(one, with: made.secret) && isSigned(one, with: secret))
            #expect(try await !ground.admin.get(made.path).text.contains(secret))
        }
    }
}

/// Whether one of the signatures of a message was made with a secret: as a receiver would see to it.
private func isSigned(_ message: Platform.Received, with secret: String) throws -> Bool {
    let content = Array((message.timestamp + ".").utf8) + message.body
    let code = HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: Array(secret.utf8)))
    return message.signature.split(separator: ",").contains { $0 == "v1=" + code.hex }
}
