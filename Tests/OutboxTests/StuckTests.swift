import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When something is stuck")
struct StuckTests {
    @Test("at eight in the morning the station's head and the system administrator are told how much, once a day")
    func morning() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .refused("空号"), .refused("空号")))
        for key in ["a", "b"] { try await ground.put(ground.news(try await ground.matter().id, key: key)) }
        try await ground.deliver()
        let installation = ground.province.installation
        ground.province.clock.set(Day(2026, 5, 26).start.adding(seconds: 8 * 3600 - 1))
        try await TellStuck.run(in: installation, at: ground.province.now)
        let early = try await SentMessages(of: ground.province).of(.stuckList)

        ground.province.clock.pass(seconds: 1)
        try await TellStuck.run(in: installation, at: ground.province.now)
        try await TellStuck.run(in: installation, at: ground.province.now)

        let told = try await SentMessages(of: ground.province).of(.stuckList)
        #expect(early.isEmpty)
        #expect(
            Set(told.map(\.recipient)) == [
                .person(ground.province.head(of: .town).person), .person(ground.province.systemAdmin.person),
            ])
        #expect(told.map { $0.values["count"] } == ["2", "2"])
    }

    @Test("what lies too long on the list of calls counts as well, what was told does not")
    func byHand() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        for key in ["a", "b"] { try await ground.put(ground.news(try await ground.matter().id, key: key)) }
        try await ground.deliver()
        try await ground.tell("a", .told, by: ground.province.clerk(of: .town))
        let installation = ground.province.installation
        ground.province.clock.pass(days: 2)
        try await TellStuck.run(in: installation, at: ground.province.now)
        let early = try await SentMessages(of: ground.province).of(.stuckList)

        ground.province.clock.pass(days: 2)
        try await TellStuck.run(in: installation, at: ground.province.now)

        #expect(early.isEmpty)
        let told = try await SentMessages(of: ground.province).to(ground.province.head(of: .town))
        #expect(told.map { $0.values["count"] } == ["1"])
    }

    @Test("about the town's own people nobody of the town is told, not even how many")
    func bypassed() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .refused("空号")))
        try await ground.put(ground.news(try await ground.matter(isBypassed: true).id, key: "a"))
        try await ground.deliver()

        ground.province.clock.pass(days: 1)
        try await TellStuck.run(in: ground.province.installation, at: ground.province.now)

        let told = try await SentMessages(of: ground.province).of(.stuckList).map(\.recipient)
        #expect(
            Set(told) == [
                .person(ground.province.head(of: .county).person), .person(ground.province.systemAdmin.person),
            ])
    }

    @Test("a wrong number goes from the list of calls to those who look after it, who may put it back")
    func wrongNumber() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        try await ground.put(ground.news(try await ground.matter().id, key: "a"))
        try await ground.deliver()
        let clerk = ground.province.clerk(of: .town)

        try await ground.tell("a", .nobodyAnswered, by: clerk)
        let tried = try #require(try await ground.sending("a"))
        try await ground.tell("a", .wrongNumber, by: clerk)
        let stuck = try #require(try await ground.sending("a"))
        let (now, account) = (ground.province.now, ground.province.head(of: .town).account)
        try await ground.province.write { db, _, snapshot in
            try HandleStuck.run(
                db, .retry, stuck, version: stuck.version, by: account, at: now, atlas: snapshot.atlas)
        }

        #expect(tried.state == .byHand && tried.attempts == 1)
        #expect(stuck.state == .givenUp && stuck.reason == "号码或地址不对")
        #expect(try await ground.sending("a")?.state == .byHand)
    }

    @Test("what was done meanwhile by somebody else makes a second result stale, and others find nothing to do")
    func stale() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        try await ground.put(ground.news(try await ground.matter().id, key: "a"))
        try await ground.deliver()
        let old = try #require(try await ground.sending("a"))

        await #expect(throws: NotFound.self) {
            try await ground.tell("a", .told, by: ground.province.clerk(of: .street))
        }
        await #expect(throws: NotFound.self) {
            try await ground.tell("a", .told, by: ground.province.deputy(of: .town))
        }
        try await ground.tell("a", .told, by: ground.province.head(of: .town))
        await #expect(throws: Stale.self) {
            try await ground.tell("a", .told, by: ground.province.clerk(of: .town), version: old.version)
        }

        #expect(try await ground.sending("a")?.state == .done)
    }

    @Test("a code that is gone cannot be tried again, and what ended cannot be stopped")
    func refused() async throws {
        let ground = try await OutboxGround(email: ScriptedChannel("email", .refused("没有")))
        try await ground.put(
            MessageDraft(
                .addressCode, to: .address(.email, Sensitive("a@example.cn")),
                area: ground.province.division(.town), values: ["code": "123456"], key: "a"))
        try await ground.deliver()
        let content = try #require(try await ground.sending("a"))
        let (now, account) = (ground.province.now, ground.province.systemAdmin.account)

        for act in HandleStuck.Act.allCases {
            await #expect(throws: Refusal.self) {
                try await ground.province.write { db, _, snapshot in
                    try HandleStuck.run(
                        db, act, content, version: content.version, by: account, at: now, atlas: snapshot.atlas)
                }
            }
        }
    }

    @Test("half a year later nothing is left of what a message brought")
    func forgotten() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        try await ground.put(ground.task(for: clerk, key: "a"))
        ground.province.clock.pass(days: 100)
        try await ground.put(ground.task(for: clerk, key: "b"))

        ground.province.clock.pass(days: 81)
        try await ForgetMessages.run(in: ground.province.installation, at: ground.province.now)

        let sent = try await SentMessages(of: ground.province).to(clerk)
        #expect(sent.map(\.values) == [[:], ["number": "b"]])
        #expect(try await ground.inbox(of: clerk).map(\.values) == [["number": "b"]])
    }
}

extension OutboxGround {
    func tell(
        _ key: String, _ outcome: ByHandOutcome, by person: TestPerson, version: Int64? = nil
    ) async throws {
        let content = try await sending(key)
        guard let content else { throw NotFound() }
        let (now, installation) = (province.now, province.installation)
        let worker = HandWorker(person.signed, keys: installation.keys)
        try await province.write { db, ids, snapshot in
            try TellByHand.run(
                db, sending: content.id, version: version ?? content.version, outcome, by: worker, at: now, ids: &ids,
                log: installation.log, atlas: snapshot.atlas)
        }
    }
}
