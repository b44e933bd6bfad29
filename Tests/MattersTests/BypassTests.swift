import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody speaks about the station's or the place's own people")
struct BypassTests {
    private static let words = "镇政府的王主任收了开发商的钱。"

    @Test("of a town the county's central station has it, of the county the city's, whichever way it came in")
    func levelAbove() async throws {
        let province = try await TestProvince()
        let resident = try await Resident(province)

        for (place, holder) in [
            ("division=140702100", TestPlace.county), ("station=YC100", .county), ("division=140702", .city),
            ("station=YC000", .city),
        ] {
            let answer = try await resident.say(place, words: Self.words, bypass: "yes")
            let number = try #require(MatterNumber(try resident.slip(answer).number))
            #expect(try await province.matter(number).station == province.station(holder), "\(place)")
        }
        // Above the city this province has no station.
        let none = try await resident.say("station=JZ000", words: Self.words, bypass: "yes")
        #expect(none.status == .conflict && none.seen.contains("暂时都没有能联系到人的联络站"))
        #expect(none.text.contains(Self.words))
        #expect(try await province.faults() == [])
    }

    @Test("of the county's own people nobody of the county sees it, on no page, list or search, and nothing counts it")
    func countyIsBypassed() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words, in: .county, isBypassed: true)
        await province.work()

        for person in [
            province.clerk(of: .county), province.head(of: .county), province.officer(of: .county),
            province.deputy(of: .county), province.clerk(of: .town), province.officer(of: .town),
        ] {
            let desk = try await province.desk(person)
            #expect(try await desk.open(number).status == .notFound, "\(person.login)")
            for path in ["/today", "/matters", "/matters?q=开发商", "/matters?q=\(number.text)"] {
                #expect(
                    try await !desk.browser.get(path).text.contains("href=\"/matters/\(number.text)"),
                    "\(person.login) \(path)")
            }
        }
        #expect(try await province.desk(province.clerk(of: .city)).open(number).text.contains("王主任"))
        let counted = try await province.read { db in
            try db.rows("SELECT DISTINCT area FROM counter").map { try $0[0] as DivisionID }
        }
        #expect(Set(counted) == [province.division(.city), province.division(.province)])
        #expect(try await province.faults() == [])
    }

    @Test("no deputy of the place is offered or may be named to look after it, nor whoever leads one of its organs")
    func supervisor() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words, isBypassed: true)
        let (town, county) = (
            try await province.mandate(of: province.deputy(of: .town)),
            try await province.mandate(of: province.deputy(of: .county))
        )
        let head = try await province.desk(province.head(of: .county))
        let form = try #require(
            ShownForm.all(on: try await head.open(number).text).first { $0.action.hasSuffix("/acceptance") })
        let offered = form.controls.first { $0.name == "deputy" }
        guard case .select(let mandates) = offered?.kind else { Issue.record("no deputies"); return }
        #expect(mandates.contains(county) && !mandates.contains(town))

        var sent = form.filled(TestProvince.triage()).filter { $0.0 != "deputy" }
        sent.append(("deputy", town))
        let forced = try await head.browser.post(raw: form.action, sent)
        #expect(forced.status == .conflict)
        #expect(forced.text.contains("这位代表不在本站"))
        let government = try await province.organ(.townGovernment, in: .town)
        let leader = province.deputy(of: .county).person
        try await province.write { db, _, _ in
            try db.run("UPDATE person SET leads_organ = \(government) WHERE id = \(leader)")
        }
        let leading = try await head.send(.accept, TestProvince.triage().merging(["deputy": county]) { $1 }, on: number)

        #expect(leading.status == .conflict)
        #expect(leading.text.contains("应当回避"))
        #expect(try await province.state(of: number) == .registered)
    }

    @Test("an auditor of the town and the liaison officer who wrote it down know of it no more")
    func readers() async throws {
        let province = try await TestProvince()
        let officer = province.liaisonOfficer(of: .town)
        let play = try await Play(province, words: Self.words, isBypassed: true, by: officer.principal)
        let atlas = try await province.snapshot().atlas
        let matter = try await play.matter
        func auditor(_ place: TestPlace) -> Principal {
            let area = province.division(place)
            let grant = Grant(id: 1, role: .auditor, place: .area(area), division: area)
            return .account(Principal.Signed(account: 1, person: 1, name: "", grants: [grant]))
        }
        func knows(_ principal: Principal) -> Bool {
            Standing(of: principal, to: matter, registeredBy: officer.account, atlas: atlas).mayKnow(matter)
        }

        #expect(!knows(auditor(.town)) && !knows(officer.principal))
        #expect(knows(auditor(.county)) && knows(auditor(.province)))
    }

    @Test("it is never published, and the form to do so is not there")
    func notPublic() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words, isBypassed: true)
        try await province.desk(province.head(of: .county)).act(
            .accept,
            TestProvince.triage().merging(["deputy": try await province.mandate(of: province.deputy(of: .county))]) {
                $1
            },
            on: number)
        let head = try await province.desk(province.head(of: .county))
        #expect(try await !head.acts(on: number).contains(.publish))

        let forced = try await head.browser.post(
            raw: "/matters/\(number.text)/publication",
            [
                ("form_token", head.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(try await province.matter(number).version)), ("title", "镇里的一件事"),
                ("summary", Said.reason),
            ])

        #expect(forced.status == .conflict)
        #expect(forced.text.contains("反映本地的人或单位的事项不公开"))
    }

    @Test("又出现了: what comes back by-passes the same people")
    func relapse() async throws {
        let province = try await TestProvince()
        let play = try await Play(province, in: .county, words: Self.words, isBypassed: true)
        let id = play.receipt.id
        let number = play.number
        let (now, installation) = (province.now, province.installation)
        try await province.write { db, _, _ in
            try db.run("UPDATE matter SET state = 'closed', holder_station = NULL, due_at = NULL WHERE id = \(id)")
        }

        let again = try await province.write { db, ids, _ in
            try ReportRelapse.run(
                db, number, words: "王主任又收钱了。", by: .reporter(matter: id), at: now, ids: &ids, in: installation)
        }

        #expect(again.change.matter.lowestLevel == .city)
        #expect(again.change.matter.station == province.station(.city))
    }
}
