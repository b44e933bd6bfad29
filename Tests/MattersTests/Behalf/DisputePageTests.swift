import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When she says that it was not hers")
struct DisputePageTests {
    /// The deputy's check, written down by the clerk.
    private func checked(_ province: TestProvince) async throws -> (MatterNumber, path: String) {
        let number = try await province.said()
        try await province.replied(number)
        try await province.desk(province.clerk(of: .town)).act(.passCheck, ["told": "phone"], on: number)
        return (number, "/matters/\(number.text)/disputes")
    }

    private func form(_ action: String, on page: Answer) throws -> ShownForm {
        try #require(ShownForm.all(on: page.text).first { $0.action == action })
    }

    private func dispute(_ path: String, by person: TestPerson, _ province: TestProvince) async throws -> Answer {
        let browser = try await province.browser(as: person)
        let form = try form(path, on: try await browser.get(path))
        return try await browser.post(raw: path, form.filled(["reason": "那天我没有接过电话，也没有看过答复。"]))
    }

    private func decide(
        _ decision: DisputeDecision, _ path: String, by person: TestPerson, _ province: TestProvince
    ) async throws -> Answer {
        let browser = try await province.browser(as: person)
        let page = try await browser.get(path)
        let shown = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/decision") })
        return try await browser.post(
            raw: shown.action, shown.filled(["decision": decision.rawValue, "reason": "查过通话记录，确实没有打通。"]))
    }

    @Test(
        "signed in she disputes it; the head sees it today and on the matter, upholds it, and it waits to be checked again"
    )
    func upheld() async throws {
        let province = try await TestProvince()
        let (number, path) = try await checked(province)
        let head = province.head(of: .town)

        let said = try await dispute(path, by: province.deputy(of: .town), province)
        let today = try await province.browser(as: head).get("/today")
        let office = try await province.browser(as: province.officer(of: .town)).get("/today")
        let page = try await province.desk(head).open(number)
        let decided = try await decide(.uphold, path, by: head, province)

        #expect(said.status == .seeOther)
        #expect(today.text.contains(path) && office.text.contains(path))
        #expect(page.text.contains("等您决定"))
        #expect(decided.status == .seeOther)
        let matter = try await province.matter(number)
        #expect(matter.state == .replied && !matter.answering.isReplyChecked)
        #expect(try await province.events(of: number).suffix(2) == ["disputed", "disputeDecided"])
        #expect(try await province.count("SELECT COUNT(*) FROM open_dispute") == 0)
        let after = try await province.desk(head).open(number)
        #expect(after.text.contains("经异议认定不是本人的意思"))
        #expect(!after.text.contains("等您决定"))
        #expect(try await !province.browser(as: head).get("/today").text.contains(path))
        try await province.desk(province.deputy(of: .town)).act(.passCheck, on: number)
        #expect(try await province.faults() == [])
    }

    @Test("rejected with a reason it stands as it was")
    func rejected() async throws {
        let province = try await TestProvince()
        let (number, path) = try await checked(province)
        _ = try await dispute(path, by: province.deputy(of: .town), province)

        let decided = try await decide(.reject, path, by: province.officer(of: .town), province)
        let page = try await province.browser(as: province.deputy(of: .town)).get(path)

        #expect(decided.status == .seeOther)
        #expect(try await province.matter(number).answering.isReplyChecked)
        #expect(page.text.contains("异议不成立"))
        #expect(page.text.contains("查过通话记录"))
        #expect(try await province.faults() == [])
    }

    @Test("by the link in the message as well, once, and after the days are over no more")
    func byLink() async throws {
        let province = try await TestProvince()
        let (number, _) = try await checked(province)
        let links = try await province.disputeLinks(on: number, for: province.deputy(of: .town), 2)
        let (first, second) = (
            try await LinkReader(links[0], in: province), try await LinkReader(links[1], in: province)
        )

        let page = try await first.open()
        let said = try await first.send(.dispute, ["reason": "那天我没有接过电话，也没有看过答复。"])
        let again = try await second.open()
        province.clock.pass(days: 40)

        #expect(page.text.contains("审核答复"))
        #expect(!page.text.contains(Said.lamp))
        #expect(said.status == .seeOther)
        #expect(again.text.contains("已经提出过异议"))
        #expect(try await province.lastEvent(of: number).facts.code("via") == "link")
        #expect(try await second.open().status == .gone)
    }

    @Test(
        "a deputy who is no longer its supervisor can still say that she did not decline")
    func declined() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        try await province.desk(province.clerk(of: .town)).act(
            .declineSupervision, ["told": "phone", "reason": Said.reason], on: number)

        let said = try await dispute(
            "/matters/\(number.text)/disputes", by: province.deputy(of: .town), province)

        #expect(said.status == .seeOther)
        #expect(try await province.events(of: number).last == "disputed")
    }

    @Test("a reply that an organ had not written goes back to it")
    func handler() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        try await province.desk(province.clerk(of: .town)).act(
            .reply, TestProvince.solved.merging(["document": "乌政函〔2026〕12号", "letter_signer": "王建国"]) { $1 }, on: number
        )
        let path = "/matters/\(number.text)/disputes"

        #expect(try await dispute(path, by: province.handler(of: .town), province).status == .seeOther)
        #expect(try await decide(.uphold, path, by: province.head(of: .town), province).status == .seeOther)

        #expect(try await province.state(of: number) == .inHandling)
        try await province.desk(province.handler(of: .town)).act(.reply, TestProvince.solved, on: number)
        #expect(try await province.faults() == [])
    }

    @Test("nobody disputes what was done in another's name, and a stranger does not learn of it")
    func others() async throws {
        let province = try await TestProvince()
        let (number, path) = try await checked(province)
        let id: Int64 = try #require(try await province.value("SELECT id FROM behalf_act"))
        let other = province.secondDeputy(of: .town)
        let (now, installation) = (province.now, province.installation)

        #expect(try await province.browser(as: other).get(path).status == .notFound)
        #expect(try await province.browser(as: province.clerk(of: .otherTown)).get(path).status == .notFound)
        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        await #expect(throws: NotFound.self) {
            try await province.write { db, ids, _ in
                try DisputeBehalfAct.run(
                    db, id, of: number, reason: Said.reason, by: other.signed, at: now, ids: &ids, in: installation)
            }
        }
    }

    @Test("too late, twice, without a reason: each is refused in a sentence")
    func refused() async throws {
        let province = try await TestProvince()
        let (_, path) = try await checked(province)
        let browser = try await province.browser(as: province.deputy(of: .town))
        let shown = try form(path, on: try await browser.get(path))
        let twin = try form(path, on: try await browser.get(path))

        let empty = try await browser.post(raw: path, shown.filled(["reason": ""]))
        let short = try await browser.post(raw: path, shown.filled(["reason": "不是我"]))
        let first = try await browser.post(raw: path, shown.filled(["reason": Said.reason]))
        let again = try await browser.post(raw: path, twin.filled(["reason": Said.reason]))

        #expect(empty.status == .unprocessableContent)
        #expect(short.status == .conflict && short.text.contains("理由太短"))
        #expect(first.status == .seeOther)
        #expect(again.status == .conflict && again.text.contains("已经提出过异议"))
    }

    @Test("whoever wrote it down does not decide about it, and a clerk decides about none")
    func ownEntry() async throws {
        let province = try await TestProvince()
        let (number, path) = try await checked(province)
        _ = try await dispute(path, by: province.deputy(of: .town), province)
        let id: Int64 = try #require(try await province.value("SELECT id FROM behalf_act"))
        let (clerk, head) = (province.clerk(of: .town), province.head(of: .town))
        let both = Principal.Signed(
            account: clerk.account, person: clerk.person, name: clerk.name, grants: [clerk.grant, head.grant])
        let (now, installation) = (province.now, province.installation)

        let refusal = await #expect(throws: Refusal.self) {
            try await province.write { db, ids, _ in
                try DecideDispute.run(
                    db, id, of: number, .reject, reason: Said.reason, by: both, at: now, ids: &ids, in: installation)
            }
        }

        #expect(refusal?.code == "own-entry")
        // Offered to the head, to the clerk neither as she is nor as a head herself.
        #expect(try await offersDecision(path, to: head, province))
        #expect(try await !offersDecision(path, to: clerk, province))
        let today = province.today
        try await province.write { db, ids, _ in
            var grant = head.grant
            grant.id = ids.next()
            try GrantTable.insert(
                [GrantTable.Dated(grant: grant, account: clerk.account, from: today)], givenBy: nil, in: db)
        }
        #expect(try await !offersDecision(path, to: clerk, province))
        let matter = try await province.desk(clerk).open(number)
        #expect(matter.text.contains("等您决定"))
    }

    private func offersDecision(_ path: String, to person: TestPerson, _ province: TestProvince) async throws -> Bool {
        let page = try await province.browser(as: person).get(path)
        #expect(page.status == .ok && page.text.contains("有异议，等决定"))
        return ShownForm.all(on: page.text).contains { $0.action.hasSuffix("/decision") }
    }

    @Test("it goes where its matter goes: the office above finds it when the matter has been taken there")
    func follows() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        try await province.desk(province.clerk(of: .town)).act(
            .declineSupervision, ["told": "phone", "reason": Said.reason], on: number)
        let path = "/matters/\(number.text)/disputes"
        _ = try await dispute(path, by: province.deputy(of: .town), province)

        try await province.desk(province.officer(of: .town)).act(
            .elevate, ["level": "county", "reason": Said.reason], on: number)

        #expect(try await province.browser(as: province.officer(of: .county)).get("/today").text.contains(path))
        #expect(try await !province.browser(as: province.officer(of: .town)).get("/today").text.contains(path))
    }
}

extension TestProvince {
    /// Links for disputing the only step that was done in somebody's name, as its message would bring them.
    func disputeLinks(on number: MatterNumber, for person: TestPerson, _ count: Int) async throws -> [String] {
        let (now, installation, id) = (now, installation, try await matter(number).id)
        let site = installation.settings.publicURL
        return try await write { db, ids, _ in
            guard let act = try BehalfTable.all(of: id, in: db).first else { throw NotFound() }
            return try (0..<count).map { _ in
                let address = try OneTimeLinks.make(
                    LinkTable.New(
                        id: ids.next(), digest: [], matter: id, person: person.person, grant: person.grant.id,
                        behalfAct: act.id, acts: [.dispute], madeAt: now, expiresAt: act.lastDay.end),
                    in: db, ids: &ids, installation: installation)
                return String(address.dropFirst(site.count))
            }
        }
    }
}
