import Domain
import TestSupport
import Testing

@Suite("When a matter goes the whole circle through the API")
struct CircleTests {
    @Test(
        "a lamp in a town: said, triaged, accepted, supervised, assigned, done, checked, told, judged, closed (row 18)")
    func town() async throws {
        let play = try await APIPlay.begin(TestProvince())
        #expect(try await play.state == "registered")

        try await play.answered()
        #expect(try await play.state == "answered")
        try await play.reporter("rating", ["grade": "satisfied", "comment": "第二天就亮了，谢谢"])
        let closed = try await play.does("closure", play.office)

        #expect(closed[key: "state"] == "closed")
        #expect(closed[key: "holder"] == nil)
        #expect(
            try await play.events(as: play.office).names == [
                "registered", "triaged", "accepted", "supervisorNamed", "assigned", "takenUp", "dateStated",
                "replied", "replyChecked", "delivered", "rated", "closed",
            ])
        #expect(try await play.province.faults().isEmpty)
    }

    @Test("above the town: submitted up, assigned to the government office, passed on to the bureau, first clock kept")
    func county() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        let transport = province.handler("transport", of: .county)
        try await play.accepted()

        try await play.does("elevation", play.office, ["level": "county", "reason": "通往学校的这条路是县道，镇里管不了"])
        let officer = province.officer(of: .county)
        let organ = try await play.choice("handlers", by: officer, named: "政府办")
        try await play.does("assignment", officer, ["organ": .integer(organ), "note": "请按职责办理"])
        let first = try await play.does(
            "sub-assignment", province.distributor(of: .county),
            ["organ": .integer(try await play.choice("receivers", by: province.distributor(of: .county), named: "交通"))])
        let handed = try await play.look(as: transport)
        try await play.does("handling", transport)
        try await play.does("stated-date", transport, ["day": .text(province.today.adding(days: 10).iso)])
        try await play.does("reply", transport, APIPlay.solved)
        try await play.does("reply-check", play.deputy)
        try await play.does("delivery", play.deputy, ["channel": "visit"])
        try await play.reporter("rating", ["grade": "basicallySatisfied"])
        try await play.does("closure", officer)

        #expect(first[key: "due_at"] == handed[key: "due_at"])
        #expect(try await play.state == "closed")
        #expect(try await province.faults().isEmpty)
    }

    @Test("a promise is told with its day, reported on that day, and judged then")
    func promised() async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.inHandling()
        let day = play.province.today.adding(days: 30)

        try await play.replied([
            "outcome": "planned", "done": "已列入下个月的路灯改造计划，资金已经落实，正在招标。", "promised": .text(day.iso),
            "signer": "王镇长",
        ])
        let told = try await play.lookAsReporter()
        play.province.clock.go(to: day)
        try await play.replied(APIPlay.solved)
        try await play.reporter("rating", ["grade": "satisfied"])
        try await play.does("closure", play.office)

        #expect(told[key: "state"] == "promised")
        #expect(try await play.events().items.contains { $0.name == "delivered" && $0.due_on == day.iso })
        #expect(try await play.province.faults().isEmpty)
    }

    @Test("not content: done again once, then talked over together, explained, and looked at once more from above")
    func dissatisfied() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        try await play.answered()

        try await play.reporter("rating", ["grade": "dissatisfied", "comment": "只修好了一盏"])
        try await play.does("rework", play.office, ["reason": "群众说只修好了一盏，请逐盏核对"])
        try await play.replied(APIPlay.solved)
        try await play.reporter("rating", ["grade": "dissatisfied"])
        let again = try await play.tries("rework", play.office, ["reason": "再核对一次，请说明原因"])
        try await play.does("joint-review", play.office, ["plan": "请供电所、学校和代表到现场一起看"])
        try await play.does(
            "joint-review-conclusion", play.office,
            ["result": "explained", "words": "现场看过，三盏都亮，群众说的第四盏属于企业内部道路，由企业维护，已告知企业。"])
        try await play.reporter("contest", ["reason": "企业那条路也是学生走的路，应当一起修"])
        try await play.does(
            "contest-decision", province.officer(of: .county), ["decision": "uphold", "reason": "企业内部道路依法由企业维护，维持原说明"])

        #expect(again.status == .conflict)
        #expect(again[key: "code"] == "reworked-once")
        #expect(try await play.state == "closed")
        #expect(try await play.reporterTries("contest", ["reason": "还是不同意，请再看一次"]).status == .conflict)
        #expect(try await province.faults().isEmpty)
    }
}
