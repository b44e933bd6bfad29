import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When those who may not know the reporter read what she said")
struct StaffPrivacyTests {
    private static let words = "我是张秀英，电话19900001234，村口的路灯坏了三个月。"

    @Test("no list, no search and no page of today names her to anybody who acts on it")
    func lists() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words)
        try await province.inHandling(number)

        for person in [
            province.handler(of: .town), province.officer(of: .town), province.officer(of: .county), province.auditor,
            province.secondDeputy(of: .town), province.clerk(of: .town),
        ] {
            let browser = try await province.browser(as: person)
            for path in ["/matters", "/today", "/matters?q=路灯", "/api/v1/matters"] {
                let page = try await browser.get(path).text
                #expect(!page.contains("张秀英") && !page.contains("19900001234"), "\(person.login) \(path)")
            }
            #expect(try await !browser.get("/matters?q=张秀英").text.contains(number.text), "\(person.login)")
        }
        let list = try await province.browser(as: province.handler(of: .town)).get("/matters").text
        #expect(list.contains("我是[姓名]"))
        #expect(try await province.faults() == [])
    }

    @Test("a deputy who does not look after it cannot take over her name by saying that it is back")
    func relapse() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await play.closed()
        let blind = try await province.desk(province.secondDeputy(of: .town))
        #expect(try await !blind.acts(on: play.number).contains(.reportRelapse))

        let forced = try await blind.browser.post(
            raw: "/matters/\(play.number.text)/relapse",
            [
                ("form_token", blind.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(try await play.matter.version)), ("words", "路灯又坏了一盏。"), ("heard", "phone"),
                ("read_back", "yes"),
            ])

        #expect(forced.status == .forbidden)
        #expect(try await province.matters == 1)
        #expect(try await play.events.last == "closed")
    }

    @Test("the station cannot take up an answered petition again for the petitioner")
    func petition() async throws {
        let province = try await TestProvince()
        let play = try await Play(province, words: "我的宅基地被邻居占了，要求赔偿三万元。")
        let (head, department) = (province.head(of: .town), province.petitionOfficer(of: .county))
        let triage = Triage(route: .refer, commonality: .personal, category: .land, power: .county)
        try await play.act(.triage(triage, note: ""), by: head)
        try await play.act(.refer(reason: Said.reason), by: head)
        try await play.act(.notify(.letter), by: province.clerk(of: .town))
        try await play.act(.setReferralDeadline(province.today.adding(days: 30)), by: department)
        try await play.act(.recordReferralReply(words: Said.done), by: department)
        let clerk = try await province.desk(province.clerk(of: .town))
        #expect(try await !clerk.acts(on: play.number).contains(.reportRelapse))
        let (now, installation, number) = (province.now, province.installation, play.number)

        await #expect(throws: Refusal.self) {
            try await province.write { db, ids, _ in
                _ = try ReportRelapse.run(
                    db, number, words: "又来了", onBehalf: Attestation(speaker: .reporter, channel: .phone),
                    by: province.clerk(of: .town).principal, at: now, ids: &ids, in: installation)
            }
        }

        #expect(try await province.matters == 1)
    }

    @Test("a matter that she may not know cannot be found out by merging into its number")
    func merging() async throws {
        let province = try await TestProvince()
        let (own, foreign) = (try await province.said(), try await province.said(in: .otherTown))
        let head = try await province.desk(province.head(of: .town))
        let none = try #require(MatterNumber(city: 1407, year: 2026, sequence: 999_999))

        for number in [foreign, none] {
            let answer = try await head.send(
                .merge, TestProvince.triage().merging(["lead": number.text, "reason": Said.reason]) { $1 }, on: own)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("找不到要并入的事项，请核对编号"))
        }
        #expect(try await province.state(of: own) == .registered)
    }

    @Test("strangers who support a public matter make nobody's form stale, a remark does")
    func support() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await play.accepted()
        try await play.act(
            .publish(title: "村口路灯不亮", summary: "村口到学校的路灯坏了三盏，正在处理。", answer: ""),
            by: province.head(of: .town))
        let seen = try await play.matter.version
        func note(_ version: Int64) async throws {
            let (now, installation, number) = (province.now, province.installation, play.number)
            try await province.write { db, ids, _ in
                _ = try ActOnMatter.run(
                    db, number, ActRequest(.ready(.notify(.phone)), version: version),
                    by: province.clerk(of: .town).principal, at: now, ids: &ids, in: installation)
            }
        }

        try await play.act(.ready(.support), as: nil)
        try await play.reporter(.remark("昨晚又有人摔倒。"))
        await #expect(throws: Stale.self) { try await note(seen) }
        let later = try await play.matter.version
        try await play.act(.ready(.support), as: province.deputy(of: .town).principal)
        try await note(later)

        #expect(try await play.events.suffix(2) == ["supported", "notified"])
    }

    @Test("words of another kind of form do not make an act look done on somebody's behalf")
    func attestation() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let head = try await province.desk(province.head(of: .town))
        let form = try #require(
            ShownForm.all(on: try await head.open(number).text).first { $0.action.hasSuffix("/rejection") })
        let extra = [("heard", "phone"), ("read_back", "yes"), ("document", "1"), ("letter_signer", "王建国")]

        let answer = try await head.browser.post(
            raw: form.action,
            form.filled(TestProvince.triage(.personal).merging(["reason": Said.reason]) { $1 }) + extra)

        #expect(answer.status == .seeOther)
        let event = try await province.lastEvent(of: number)
        #expect(event.name == "rejected" && event.author.onBehalf == nil)
    }
}
