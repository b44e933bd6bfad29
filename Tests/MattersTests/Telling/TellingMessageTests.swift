import Domain
import Outbox
import TestSupport
import Testing

@testable import Matters

@Suite("When a matter goes its way")
struct TellingMessageTests {
    @Test("every kind of telling is a kind of message")
    func kinds() {
        for kind in Telling.Kind.allCases { #expect(MessageKind(rawValue: kind.rawValue) != nil, "\(kind)") }
    }

    @Test("the reporter hears of each step that is hers to know, the others of what waits for them")
    func wholeLife() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.closed()

        #expect(try await play.toldToReporter == [.receipt, .accepted, .assigned, .answered, .closed])
        #expect(try await province.told(province.clerk(of: .town)) == [.holderWaits])
        #expect(try await province.told(province.deputy(of: .town)) == [.supervisorNamed, .supervisorWaits])
        #expect(try await province.told(province.handler(of: .town)) == [.handlerAssigned])
        #expect(try await province.told(province.officer(of: .town)) == [.holderWaits, .holderWaits])
        #expect(try await province.told(province.secondDeputy(of: .town)) == [])
        #expect(try await province.told(province.clerk(of: .street)) == [])
    }

    @Test("a message holds a station, a day and the way to the page, never what was said or by whom")
    func neutral() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()

        let told = try await play.province.told()
        #expect(told.count > 8)
        for message in told {
            #expect(Set(message.values.keys).isSubset(of: ["station", "phone", "day", "link", "holder", "asked"]))
            let text = message.values.values.joined()
            for secret in ["路灯", "张秀英", "19900001234", "村口"] { #expect(!text.contains(secret), "\(message.kind)") }
        }
        let receipt = try #require(told.first { $0.kind == .receipt })
        #expect(receipt.values["station"] == "乌金山镇代表联络站")
        #expect(receipt.values["day"] == "6月1日")
        #expect(receipt.values["link"]?.hasSuffix("/my") == true)
    }

    @Test("however often the work runs, each is written once, and a delay once for each clock")
    func once() async throws {
        let play = try await Play(TestProvince())
        try await play.inHandling()
        for _ in 1...30 {
            play.province.clock.pass(days: 1)
            for _ in 1...2 { await play.province.work() }
        }

        let told = try await play.province.told()
        #expect(Set(told.map(\.key)).count == told.count)
        #expect(told.filter { $0.kind == .overdue && $0.recipient == "reporter" }.count == 1)
        let handler = play.province.handler(of: .town).person
        let clockwork = told.filter { $0.person == handler }.map(\.kind)
        #expect(clockwork.filter { $0 == .handlerDueToday }.count == 1)
        #expect(clockwork.contains(.handlerDueSoon) && clockwork.contains(.handlerOverdue))
        #expect(told.contains { $0.kind == .silencePassed && $0.person == play.province.officer(of: .town).person })
    }

    @Test("on the day that was promised both are told: the handler that it is due, the reporter to look")
    func promise() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.inHandling()
        let day = province.today.adding(days: 20)
        let reply = HandlerReply(
            outcome: .planned, done: "已列入本月计划，材料已经订购，到货以后马上施工。", promisedOn: day, signer: "王建国")
        try await play.act(.reply(reply), by: province.handler(of: .town))
        try await play.act(.passCheck(note: ""), by: province.deputy(of: .town))
        try await play.act(.deliver(.phone, words: "月底前装好"), by: province.deputy(of: .town))

        province.clock.pass(days: 19)
        await province.work()
        let before = try await province.told(.promiseDue)
        province.clock.pass(days: 1)
        await province.work()
        await province.work()

        #expect(before == [])
        #expect(try await province.told(.promiseDue).map(\.matter) == [play.receipt.id])
        #expect(try await province.told(.handlerDueToday).map(\.person) == [province.handler(of: .town).person])
    }

    @Test("a merged matter's reporter hears of the merger, of what her lead is told, and of her own answer")
    func merged() async throws {
        let lead = try await Play(TestProvince())
        let province = lead.province
        let member = try await Play(province, words: "学校旁边的路灯不亮，孩子放学看不见。")
        try await member.act(.triage(Play.lamps, note: ""), by: province.clerk(of: .town))
        try await member.act(
            .merge(into: lead.number, reason: "说的是同一处的路灯，一起办。"), as: province.head(of: .town).principal)
        try await lead.answered()

        #expect(try await member.toldToReporter == [.receipt, .merged, .accepted, .assigned])
        for message in try await province.told() where message.matter == member.receipt.id {
            #expect(!message.values.values.joined().contains(lead.number.text), "\(message.kind)")
        }
        try await member.act(
            .deliver(.phone, words: "与您说的是同一处，三盏路灯都修好了。"), by: province.clerk(of: .town))

        #expect(try await member.toldToReporter == [.receipt, .merged, .accepted, .assigned, .answered])
        #expect(try await lead.toldToReporter.filter { $0 == .answered }.count == 1)
    }

    @Test("the day that a lead was promised for is told with it, stands on the page, and so does that it has passed")
    func mergedDates() async throws {
        let lead = try await Play(TestProvince())
        let province = lead.province
        let member = try await Play(province, words: "学校旁边的路灯不亮，孩子放学看不见。")
        try await member.act(.triage(Play.lamps, note: ""), by: province.clerk(of: .town))
        try await member.act(
            .merge(into: lead.number, reason: "说的是同一处的路灯，一起办。"), as: province.head(of: .town).principal)
        try await lead.inHandling()
        let day = province.today.adding(days: 3)
        try await lead.act(.stateDate(day), by: province.handler(of: .town))

        let page = try await Resident(province).open(Slip(member)).text
        let promised = "办事的单位答应\(day.chinese(from: province.today))前办好"
        province.clock.pass(days: 5)
        for _ in 1...2 { await province.work() }

        #expect(page.contains(promised))
        #expect(!page.contains(lead.number.text))
        let told = try await member.toldToReporter
        #expect(told.filter { $0 == .dateStated }.count == 1 && told.filter { $0 == .overdue }.count == 1)
    }

    @Test("what by-passes a place is told to nobody there")
    func bypassed() async throws {
        let play = try await Play(TestProvince(), isBypassed: true)
        let province = play.province
        try await play.act(.triage(Play.lamps, note: ""), by: province.clerk(of: .county))
        try await play.act(.accept, by: province.head(of: .county))
        province.clock.pass(days: 20)
        await province.work()

        let town = province.division(.town)
        let below = Set(province.everybody.filter { $0.grant.division == town }.map(\.person))
        let told = Set(try await province.told().compactMap(\.person))
        #expect(told.contains(province.head(of: .county).person) && told.contains(province.officer(of: .county).person))
        #expect(told.isDisjoint(with: below))
    }

    @Test("of a petition its reporter gets a receipt and where it belongs, the department that something waits")
    func petition() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        let triage = Triage(route: .refer, commonality: .personal, category: .land, power: .township)
        try await play.act(.triage(triage, note: ""), by: province.clerk(of: .town))
        try await play.act(.refer(reason: Said.reason), by: province.head(of: .town))
        try await play.act(.notify(.letter), by: province.clerk(of: .town))
        let department = province.petitionOfficer(of: .county)
        try await play.act(.setReferralDeadline(province.today.adding(days: 40)), by: department)
        try await play.act(.recordReferralReply(words: Said.done), by: department)

        #expect(try await play.toldToReporter == [.receipt, .referred])
        #expect(try await province.told(department) == [.holderWaits])
        for message in try await province.told() where message.kind != .receipt {
            #expect(!message.values.values.joined().contains("信访"), "\(message.kind)")
        }
    }

    @Test("what is refused is told to nobody")
    func refused() async throws {
        let play = try await Play(TestProvince())
        let before = try await play.province.told().count

        await #expect(throws: Refusal.self) { try await play.act(.accept, by: play.province.head(of: .town)) }

        #expect(try await play.province.told().count == before)
    }

    @Test("an installation that only plays what is past tells nobody")
    func silent() async throws {
        let province = try await TestProvince(settings: { $0.isTelling = false })
        let play = try await Play(province)
        try await play.closed()
        province.clock.pass(days: 10)
        await province.work()

        #expect(try await province.told() == [])
    }

    @Test("row 90: unstated after 5 wd → reminder; kept share per organ with n")
    func row90() async throws {
        let unstated = try await Play(TestProvince())
        let province = unstated.province
        try await unstated.inHandling()
        province.clock.pass(days: 7)
        await province.work()
        let early = try await province.told(.handlerOverdue)
        province.clock.pass(days: 1)
        await province.work()
        let handler = province.handler(of: .town)
        #expect(early == [])
        #expect(try await province.told(.handlerOverdue).map(\.person) == [handler.person])

        let kept = try await Play(province)
        try await kept.inHandling()
        try await kept.act(.stateDate(province.today.adding(days: 3)), by: handler)
        let broken = try await Play(province)
        try await broken.inHandling()
        try await broken.act(.stateDate(province.today.adding(days: 1)), by: handler)
        province.clock.pass(days: 2)
        for play in [kept, broken] { try await play.act(.reply(Play.solved), by: handler) }

        let organ = try await province.organ(.townGovernment, in: .town)
        let decided = try await province.read { db in
            try db.rows("SELECT was_kept FROM stated_date WHERE organ = \(organ) AND was_kept IS NOT NULL")
                .map { try $0[0] as Bool }
        }
        #expect(decided.count == 2 && decided.count(where: \.self) == 1)
        let page = try await province.desk(handler).open(broken.number).text
        #expect(page.contains("答复过的 2 件里，按承诺日期兑现 1 件"))
    }
}
