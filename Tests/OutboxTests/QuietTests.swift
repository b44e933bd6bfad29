import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When people want to be left in peace")
struct QuietTests {
    @Test(
        "at night nothing leaves before eight in the morning",
        arguments: [
            // Hour and minute, and how many minutes it waits.
            (20, 59, 0), (21, 0, 660), (23, 30, 510), (7, 59, 1), (8, 0, 0), (0, 0, 480),
        ])
    func hours(hour: Int64, minute: Int64, wait: Int64) async throws {
        let province = try await TestProvince()
        let now = province.today.start.adding(seconds: hour * 3600 + minute * 60)
        let rules = try await province.snapshot().rules(at: province.division(.town), on: province.today)

        let leave = QuietHours(rules).leave(at: now)

        #expect((leave.ms - now.ms) / 60_000 == wait)
    }

    @Test("a text message of the evening arrives in the morning, an urgent one at once")
    func evening() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        ground.province.clock.pass(hours: 13)

        try await ground.put(
            ground.news(matter.id, key: "calm"), ground.news(matter.id, key: "urgent", .promiseDue, isUrgent: true))
        try await ground.deliver()
        let atNight = ground.texts.count
        ground.province.clock.pass(hours: 9)
        try await ground.deliver()
        let early = ground.texts.count
        ground.province.clock.pass(hours: 1)
        try await ground.deliver()

        #expect(atNight == 1)
        #expect(early == 1)
        #expect(ground.texts.count == 2)
    }

    @Test("a place may want to sleep longer")
    func policy() async throws {
        let ground = try await OutboxGround()
        try await ground.province.set(.quietUntil, "10", in: .county)
        let matter = try await ground.matter()

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()
        let atNine = ground.texts.count
        ground.province.clock.pass(hours: 1)
        try await ground.deliver()

        #expect(atNine == 0)
        #expect(ground.texts.count == 1)
    }

    @Test("several messages for one person come as one, and each of several persons gets her own")
    func digest() async throws {
        let ground = try await OutboxGround()
        let (head, clerk) = (ground.province.head(of: .town), ground.province.clerk(of: .town))
        try await ground.prove("head@example.cn", of: head)
        try await ground.prove("clerk@example.cn", of: clerk)

        try await ground.put(ground.task(for: head, key: "1407-1"), ground.task(for: clerk, key: "1407-2"))
        ground.province.clock.pass(minutes: 10)
        try await ground.put(ground.task(for: head, key: "1407-3"))
        try await ground.deliver()
        let early = ground.mails.count
        ground.province.clock.pass(minutes: 5)
        try await ground.deliver()
        ground.province.clock.pass(minutes: 30)
        try await ground.deliver()

        #expect(early == 0)
        #expect(ground.mails.count == 2)
        let combined = try #require(ground.mails.first { $0.address.opened == "head@example.cn" })
        #expect(combined.text.contains("1407-1") && combined.text.contains("1407-3"))
        #expect(!combined.text.contains("1407-2"))
        #expect(combined.subject == "有 2 件事有新进展")
        let first = try #require(try await ground.sending("1407-1")?.id)
        #expect(try await ground.sending("1407-3")?.id == first)
    }

    @Test("what is urgent does not wait for the others and takes none of them along")
    func urgentAlone() async throws {
        let ground = try await OutboxGround()
        let head = ground.province.head(of: .town)
        try await ground.prove("head@example.cn", of: head)

        try await ground.put(
            ground.task(for: head, key: "1407-1"), ground.task(for: head, key: "1407-2", isUrgent: true))
        try await ground.deliver()

        #expect(ground.mails.count == 1)
        #expect(ground.mails.first?.text.contains("1407-2") == true)
        #expect(ground.mails.first?.text.contains("1407-1") == false)
    }
}
