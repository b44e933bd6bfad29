import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When a message is sent")
struct DeliveryTests {
    @Test("one that failed is tried again later and later, with the same reference")
    func retries() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .failed("忙"), .failed("忙")))
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))

        var tries: [Int] = []
        for _ in 0..<12 {
            try await ground.deliver()
            tries.append(ground.texts.count)
            ground.province.clock.pass(seconds: 30)
        }

        // After 48 to 72 seconds, then after 96 to 144.
        #expect(tries.prefix(2) == [1, 1])
        #expect(tries.last == 3)
        #expect(tries[2] == 2 || tries[3] == 2)
        #expect(Set(ground.texts.map(\.reference)).count == 1)
        let sending = try #require(try await ground.sending("a"))
        #expect(sending.state == .sent && sending.attempts == 3 && sending.providerID == "p")
    }

    @Test("after as many tries as the policy says somebody has to look at it")
    func givenUp() async throws {
        let ground = try await OutboxGround(
            sms: ScriptedChannel("sms", .failed("忙"), .failed("忙"), .failed("忙"), .failed("忙")))
        try await ground.province.set(.sendingAttempts, "3", in: .county)
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))

        for _ in 0..<6 {
            try await ground.deliver()
            ground.province.clock.pass(minutes: 10)
        }

        let sending = try #require(try await ground.sending("a"))
        #expect(sending.state == .givenUp)
        #expect(sending.reason == "忙，试了 3 次")
        #expect(ground.texts.count == 3)
    }

    @Test("one that will never go is not tried again")
    func refused() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .refused("空号")))
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))

        try await ground.deliver()
        ground.province.clock.pass(hours: 3)
        try await ground.deliver()

        #expect(ground.texts.count == 1)
        #expect(try await ground.sending("a")?.reason == "空号")
    }

    @Test("a host that takes nothing stops its own messages, not those of another, and is tried with one at first")
    func pause() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .unreachable("连不上", retryAfter: nil)))
        let head = ground.province.head(of: .town)
        try await ground.prove("head@example.cn", of: head)
        for key in ["a", "b", "c"] {
            try await ground.put(ground.news(try await ground.matter().id, key: key))
        }
        try await ground.put(ground.task(for: head, key: "mail"))
        ground.province.clock.pass(minutes: 15)
        try await DecideWays.run(in: ground.province.installation, at: ground.province.now, through: ground.channels)
        try await pauseAfterOne(ground)

        try await ground.deliver()
        let paused = (texts: ground.texts.count, mails: ground.mails.count)
        ground.province.clock.pass(minutes: 2)
        try await ground.deliver()

        #expect(paused.texts == 1)
        #expect(paused.mails == 1)
        // The one that showed that it works again, and then the others.
        #expect(ground.texts.count == 4)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM channel_pause") == 0)
    }

    /// So that the first batch is of one: several of one batch are under way at the same moment.
    private func pauseAfterOne(_ ground: OutboxGround) async throws {
        let delivery = Delivery(
            kind: .sms, channel: ground.sms, installation: ground.province.installation, now: ground.province.now)
        #expect(try await delivery.sendSome(most: 1) == false)
    }

    @Test("a host that says when to come back is left alone until then")
    func retryAfter() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .unreachable("限流", retryAfter: 1800)))
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))

        try await ground.deliver()
        ground.province.clock.pass(minutes: 29)
        try await ground.deliver()
        let early = ground.texts.count
        ground.province.clock.pass(minutes: 2)
        try await ground.deliver()

        #expect(early == 1)
        #expect(ground.texts.count == 2)
    }

    @Test("what a worker took and never came back with is tried again under the same reference, and marked")
    func crashed() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))
        let now = ground.province.now
        try await DecideWays.run(in: ground.province.installation, at: now, through: ground.channels)
        try await ground.province.write { db, _, _ in
            _ = try SendingTable.take(
                .sms, most: 8, token: [1], until: now.adding(seconds: DeliverMessages.leaseSeconds), at: now, in: db)
        }

        try await ground.deliver()
        let held = ground.texts.count
        ground.province.clock.pass(seconds: DeliverMessages.leaseSeconds)
        try await ground.deliver()

        #expect(held == 0)
        #expect(ground.texts.count == 1)
        let sending = try #require(try await ground.sending("a"))
        #expect(sending.isUncertain && sending.attempts == 2 && sending.state == .sent)
        #expect(ground.texts.first?.reference == Reference.of(sending.id, keys: ground.province.installation.keys))
    }

    @Test("whoever lost its hold writes nothing down any more")
    func fenced() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()
        let sending = try #require(try await ground.sending("a"))
        let now = ground.province.now

        let isWritten = try await ground.province.write { db, _, _ in
            try SendingTable.record(TryEnd(state: .givenUp), of: sending.id, token: [1], at: now, in: db)
        }

        #expect(!isWritten)
        #expect(try await ground.sending("a")?.state == .sent)
    }

    @Test("whether it left when nobody answered is not known: it is marked and tried again")
    func unknown() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .unknown("没有回话")))
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))

        try await ground.deliver()
        ground.province.clock.pass(minutes: 3)
        try await ground.deliver()

        #expect(Set(ground.texts.map(\.reference)).count == 1 && ground.texts.count == 2)
        #expect(try await ground.sending("a")?.isUncertain == true)
    }

    @Test("a code nobody could type in time is not sent any more")
    func stale() async throws {
        let ground = try await OutboxGround(email: ScriptedChannel("email", .failed("忙")))
        try await ground.put(
            MessageDraft(
                .addressCode, to: .address(.email, Sensitive("a@example.cn")),
                area: ground.province.division(.town), values: ["code": "123456"], key: "a"))

        try await ground.deliver()
        ground.province.clock.pass(minutes: 31)
        try await ground.deliver()

        #expect(ground.mails.count == 1)
        #expect(try await ground.sending("a")?.reason == "验证码已经过了有效时间")
    }

    @Test("what ended is counted in every area above, with its cost, apart where the area's lists do not show it")
    func tally() async throws {
        let ground = try await OutboxGround(
            sms: ScriptedChannel(
                "sms", .sent(providerID: nil, cost: 45), .sent(providerID: nil, cost: 45)))
        try await ground.put(ground.news(try await ground.matter().id, key: "a"))
        try await ground.deliver()
        try await ground.put(ground.news(try await ground.matter(isBypassed: true).id, key: "b"))
        try await ground.deliver()

        for (place, shown, kept) in [(TestPlace.province, 90, 0), (.county, 90, 0), (.town, 45, 45)] {
            let area = ground.province.division(place)
            #expect(
                try await ground.province.count(
                    "SELECT SUM(cost) FROM sending_tally WHERE area = \(area) AND is_kept = 0") == shown, "\(place)")
            #expect(
                try await ground.province.count(
                    "SELECT SUM(cost) FROM sending_tally WHERE area = \(area) AND is_kept = 1") == kept, "\(place)")
        }
    }

    @Test("waiting doubles up to a limit, and is moved by a fifth at most")
    func backoff() {
        let middle = (1...12).map { Backoff.ofSending.seconds(after: $0, chance: 0.5) }

        #expect(middle.prefix(5) == [60, 120, 240, 480, 960])
        #expect(middle.last == 21_600)
        #expect(Backoff.ofSending.seconds(after: 3, chance: 0) == 192)
        #expect(Backoff.ofSending.seconds(after: 3, chance: 1) == 288)
        #expect(Backoff.ofTarget.seconds(after: 64, chance: 0.5) == 3600)
    }
}
