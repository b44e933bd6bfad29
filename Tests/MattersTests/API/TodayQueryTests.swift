import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody asks what waits today")
struct TodayQueryTests {
    private func today(_ play: APIPlay, _ person: TestPerson) async throws -> Today {
        let (now, installation) = (play.province.now, play.province.installation)
        return try await play.province.read { db in
            try TodayQuery.run(db, by: person.signed, at: now, in: installation)
        }
    }

    private func next(_ play: APIPlay, _ person: TestPerson) async throws -> [Act] {
        let today = try await today(play, person)
        return (today.dueNow + today.thisWeek + today.later).compactMap(\.next)
    }

    @Test("each has one next step, and only whose turn it is")
    func turns() async throws {
        let play = try await APIPlay.begin(TestProvince())

        #expect(try await next(play, play.clerk) == [.triage])
        try await play.does("triage", play.clerk, APIPlay.lamps)
        #expect(try await next(play, play.head) == [.accept])
        #expect(try await next(play, play.clerk) == [])
        try await play.does("acceptance", play.head)
        #expect(try await next(play, play.head) == [.nameSupervisor])
        #expect(try await next(play, play.clerk) == [.notify])
        #expect(try await next(play, play.office) == [])
    }

    @Test("the handler names a date first and answers then; the deputy checks; the others wait")
    func handling() async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.assigned()
        try await play.does("notice", play.clerk, ["channel": "phone"])

        #expect(try await next(play, play.handler) == [.takeUp])
        try await play.does("handling", play.handler)
        #expect(try await next(play, play.handler) == [.stateDate])
        try await play.does("stated-date", play.handler, ["day": .text(play.province.today.adding(days: 7).iso)])
        #expect(try await next(play, play.handler) == [.reply])
        #expect(try await today(play, play.deputy).waiting.map(\.number.text) == [play.number])
        try await play.does("reply", play.handler, APIPlay.solved)
        #expect(try await next(play, play.deputy) == [.passCheck])
        #expect(try await next(play, play.handler) == [])
    }

    @Test("it moves from this week to now as its day comes, and says why it is here")
    func groups() async throws {
        let play = try await APIPlay.begin(TestProvince())

        let first = try await today(play, play.clerk)
        play.province.clock.pass(days: 20)
        let late = try await today(play, play.clerk)

        #expect(first.dueNow.isEmpty)
        #expect(first.thisWeek.first?.why.contains("还有 5 个工作日") == true)
        #expect(late.dueNow.first?.isOverdue == true)
        #expect(late.dueNow.first?.why.contains("已超过") == true)
    }

    @Test("a petition stands there as a slip, without a word of it")
    func slip() async throws {
        let play = try await APIPlay.begin(TestProvince(), ["words": "我家的宅基地赔偿款一直没有给。"])
        try await play.does(
            "triage", play.clerk,
            ["route": "refer", "commonality": "personal", "category": "land", "power": "county"])
        try await play.does("referral", play.head, ["reason": "属于个人信访事项，转信访部门依法办理"])

        let rows = try await today(play, play.clerk)
        let all = rows.dueNow + rows.thisWeek + rows.later + rows.waiting

        #expect(all.map(\.title) == ["信访事项"])
        #expect(try await today(play, play.deputy).waiting.isEmpty)
    }
}
