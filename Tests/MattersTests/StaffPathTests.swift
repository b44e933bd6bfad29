import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When offices walk a matter through its life by the forms on its page")
struct StaffPathTests {
    @Test("a street lamp needs three staff forms from the words to the assignment, and goes on to the end")
    func streetLamp() async throws {
        let province = try await TestProvince()
        let lamp = try await province.said()
        let deputy = try await province.mandate(of: province.deputy(of: .town))

        try await province.desk(province.clerk(of: .town)).act(
            .triage, TestProvince.triage().merging(["route": "accept"]) { $1 }, on: lamp)
        try await province.desk(province.head(of: .town)).act(.accept, ["deputy": deputy], on: lamp)
        try await province.desk(province.officer(of: .town)).act(.assign, on: lamp)
        #expect(try await province.state(of: lamp) == .assigned)
        #expect(
            try await province.events(of: lamp)
                == ["registered", "triaged", "triaged", "accepted", "supervisorNamed", "assigned"])

        try await province.desk(province.handler(of: .town)).act(.takeUp, ["day": "2026-06-05"], on: lamp)
        try await province.desk(province.clerk(of: .town)).act(.notify, ["channel": "phone"], on: lamp)
        try await province.desk(province.handler(of: .town)).act(.reply, TestProvince.solved, on: lamp)
        try await province.desk(province.deputy(of: .town)).act(.passCheck, ["channel": "visit"], on: lamp)
        try await province.desk(province.deputy(of: .town)).act(
            .revisit, ["reached": "yes", "grade": "satisfied", "comment": "灯亮了"], on: lamp)
        try await province.desk(province.officer(of: .town)).act(.close, on: lamp)
        #expect(try await province.state(of: lamp) == .closed)
        #expect(try await province.faults() == [])
    }

    @Test("one person who is clerk and head assigns it to the office with a single form of the station")
    func oneForm() async throws {
        let province = try await TestProvince()
        let lamp = try await province.said()

        try await province.accepted(lamp)

        #expect(
            try await province.events(of: lamp) == ["registered", "triaged", "accepted", "supervisorNamed"])
    }

    @Test("a reply is returned once, comes again, is rated badly, reworked, reviewed and contested")
    func longWay() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let handler = try await province.desk(province.handler(of: .town))
        let deputy = try await province.desk(province.deputy(of: .town))
        let officer = try await province.desk(province.officer(of: .town))
        let clerk = try await province.desk(province.clerk(of: .town))

        try await province.inHandling(number)
        try await handler.act(.seeReporter, ["reason": Said.reason], on: number)
        try await handler.act(.askExtension, ["until": "2026-07-30", "reason": Said.reason], on: number)
        try await officer.act(.decideExtension, ["granted": "yes", "reason": Said.reason], on: number)
        try await handler.act(.stateDate, ["day": "2026-07-01"], on: number)
        try await handler.act(.reply, TestProvince.solved, on: number)
        try await deputy.act(.returnReply, ["reason": Said.reason], on: number)
        try await handler.act(.reply, TestProvince.solved, on: number)
        try await deputy.act(.passCheck, on: number)
        try await deputy.act(.deliver, ["channel": "visit"], on: number)
        try await clerk.act(.rate, ["grade": "dissatisfied", "comment": "还是不亮"], on: number)
        try await officer.act(.orderRework, ["reason": Said.reason], on: number)
        try await handler.act(.reply, TestProvince.solved, on: number)
        try await deputy.act(.passCheck, ["channel": "phone"], on: number)
        try await deputy.act(.revisit, ["reached": "yes", "grade": "dissatisfied"], on: number)
        try await officer.act(.conveneJointReview, ["plan": Said.reason], on: number)
        try await officer.act(.concludeJointReview, ["result": "explained", "words": Said.done], on: number)
        try await clerk.act(
            .contest, ["reason": Said.reason, "heard": "phone", "read_back": "yes"], on: number)
        try await province.desk(province.officer(of: .county)).act(
            .decideContest, ["decision": "takeUp", "reason": Said.reason], on: number)

        #expect(try await province.state(of: number) == .accepted)
        #expect(try await province.faults() == [])
    }

    @Test("it climbs, comes back, is objected to, decided on and passed on to the bureau in charge")
    func upAndDown() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let county = try await province.desk(province.officer(of: .county))

        try await province.accepted(number, .transport, .county)
        try await province.desk(province.officer(of: .town)).act(.elevate, ["reason": Said.reason], on: number)
        try await county.act(.returnDown, ["reason": Said.reason], on: number)
        try await province.desk(province.officer(of: .town)).act(.elevate, ["reason": Said.reason], on: number)
        let office = try await province.organ(.governmentOffice, in: .county)
        let water = try await province.bureau("water", in: .county)
        try await county.act(
            .assign, ["organ": String(office), "co": String(water), "wide": "yes", "note": "请尽快"], on: number)
        try await province.desk(province.handler("water", of: .county)).act(
            .giveOpinion, ["words": Said.reason], on: number)
        try await province.desk(province.distributor(of: .county)).act(.subAssign, on: number)
        #expect(try await province.matter(number).handling.lead == province.bureau("transport", in: .county))
        let transport = try await province.desk(province.handler("transport", of: .county))
        try await transport.act(.object, ["reason": Said.reason], on: number)
        try await county.act(.decideObjection, ["decision": "uphold", "reason": Said.reason], on: number)

        #expect(try await province.state(of: number) == .inHandling)
        #expect(try await province.faults() == [])
    }

    @Test("the supervising deputy declines and another is named; a clerk writes for the handler from a letter")
    func supervisors() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let clerk = try await province.desk(province.clerk(of: .town))
        let second = try await province.mandate(of: province.secondDeputy(of: .town))
        let letter = ["document": "乌政函〔2026〕12号", "letter_signer": "王建国"]

        try await province.accepted(number)
        try await province.desk(province.deputy(of: .town)).act(
            .declineSupervision, ["reason": Said.reason], on: number)
        try await province.desk(province.head(of: .town)).act(.nameSupervisor, ["deputy": second], on: number)
        try await province.desk(province.officer(of: .town)).act(.assign, on: number)
        try await clerk.act(.takeUp, letter, on: number)
        try await clerk.act(.stateDate, letter.merging(["day": "2026-06-05"]) { $1 }, on: number)
        try await clerk.act(.reply, TestProvince.solved.merging(letter) { $1 }, on: number)

        #expect(try await province.state(of: number) == .replied)
    }

    @Test("it is merged, taken out again, answered on the spot, pointed elsewhere, not taken, or taken back")
    func otherWays() async throws {
        let province = try await TestProvince()
        let head = try await province.desk(province.head(of: .town))
        let clerk = try await province.desk(province.clerk(of: .town))
        let lead = try await province.said()

        let merged = try await province.said("路灯又坏了，晚上看不见。")
        try await head.act(
            .merge, TestProvince.triage().merging(["lead": lead.text, "reason": Said.reason]) { $1 }, on: merged)
        try await head.act(.unmerge, ["reason": Said.reason], on: merged)
        try await clerk.act(.remark, ["words": "本人说最里头那盏也坏了"], on: merged)
        try await clerk.act(
            .withdraw, ["reason": "已经自己解决", "heard": "onsite", "read_back": "yes"], on: merged)
        #expect(try await province.state(of: merged) == .withdrawn)

        let spot = try await province.said("医保在哪里交？")
        try await province.desk(province.deputy(of: .town)).act(
            .answerOnSpot,
            ["words": Said.reason, "commonality": "common", "category": "health", "grade": "satisfied"], on: spot)
        #expect(try await province.state(of: spot) == .rated)

        let elsewhere = try await province.said("邻居欠我钱，法院已经立案。")
        try await head.act(
            .redirect,
            TestProvince.triage(.personal, .other).merging(
                ["place": "榆次区人民法院", "address": "文苑街", "telephone": "12368", "bring": "身份证"]) { $1 },
            on: elsewhere)
        try await clerk.act(.notify, ["channel": "letter"], on: elsewhere)
        #expect(try await province.state(of: elsewhere) == .redirected)

        let rejected = try await province.said("信访已经复核终结，还要求处理。")
        try await head.act(
            .reject, TestProvince.triage(.personal, .other).merging(["reason": Said.reason]) { $1 }, on: rejected)
        try await clerk.act(.notify, ["channel": "letter"], on: rejected)
        #expect(try await province.state(of: rejected) == .rejected)
        #expect(try await province.faults() == [])
    }

    @Test("a petition gets a slip, a notice, a deadline and a reply")
    func petition() async throws {
        let province = try await TestProvince()
        let number = try await province.said("我的宅基地被占了，要求赔偿。")
        let office = try await province.desk(province.petitionOfficer(of: .county))

        try await province.desk(province.head(of: .town)).act(
            .refer, TestProvince.triage(.personal, .land).merging(["reason": Said.reason]) { $1 }, on: number)
        try await province.desk(province.clerk(of: .town)).act(.notify, ["channel": "letter"], on: number)
        try await office.act(.setReferralDeadline, ["day": "2026-07-20"], on: number)
        try await office.act(.recordReferralReply, ["words": Said.done], on: number)

        #expect(try await province.state(of: number) == .closed)
        #expect(try await province.faults() == [])
    }

    @Test("a closed one is published, withdrawn from the public, archived, and begins anew when the trouble is back")
    func afterwards() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let head = try await province.desk(province.head(of: .town))
        let officer = try await province.desk(province.officer(of: .town))

        try await province.answered(number)
        try await province.desk(province.deputy(of: .town)).act(
            .revisit, ["reached": "yes", "grade": "satisfied"], on: number)
        try await officer.act(.close, on: number)
        try await head.act(.publish, ["summary": "村口六盏路灯已经全部更换。", "title": "乌金山镇村口路灯已经修好"], on: number)
        try await head.act(.unpublish, ["reason": Said.reason], on: number)
        let slip = try await province.desk(province.clerk(of: .town)).send(
            .reportRelapse, ["words": "路灯又灭了两盏", "heard": "phone", "read_back": "yes"], on: number)
        #expect(slip.status == .ok)
        #expect(slip.text.contains("查询码"))
        #expect(try await province.count("SELECT COUNT(*) FROM matter WHERE relapse_of IS NOT NULL") == 1)
        province.clock.pass(days: 40)
        try await officer.act(.archive, on: number)
        #expect(try await province.matter(number).isArchived)
    }
}
