import Database
import Domain
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import Directory

@Suite("When somebody signs in by a code to the telephone")
struct SignInCodeTests {
    private static let entry = "/sign-in/code/entry"

    private func province() async throws -> TestProvince { try await TestProvince { $0.sendsSMS = true } }

    /// Asks for a code as one does in a browser.
    private func ask(_ phone: String, _ browser: Browser) async throws -> Answer {
        _ = try await browser.get("/sign-in/code")
        return try await browser.post("/sign-in/code", ["telephone": phone])
    }

    private func enter(_ code: String, _ browser: Browser) async throws -> Answer {
        _ = try await browser.get(Self.entry)
        return try await browser.post(Self.entry, ["code": code])
    }

    @Test(
        "clerks, deputies and liaison officers come in with it, once",
        arguments: [\TestProvince.townClerk, \.townDeputy, \.townLiaisonOfficer]
            as [KeyPath<TestProvince, TestPerson> & Sendable])
    func signedIn(_ who: KeyPath<TestProvince, TestPerson> & Sendable) async throws {
        let province = try await province()
        let person = province[keyPath: who]
        let browser = try await province.browser()
        let asked = try await ask(person.phone, browser)
        try await province.plant("123456", for: person.phone, in: browser)

        let answer = try await enter("１２３ 456", browser)

        #expect(asked.status == .seeOther && asked.location == Self.entry)
        #expect(answer.status == .seeOther && answer.location == "/today")
        #expect(try await browser.get("/today").status == .ok)
        #expect(try await enter("123456", browser).status == .unprocessableContent)
    }

    @Test("a wrong code is said at its field; after five the right one helps no more")
    func wrong() async throws {
        let province = try await province()
        let phone = province.townClerk.phone
        let browser = try await province.browser()
        _ = try await ask(phone, browser)
        try await province.plant("123456", for: phone, in: browser)

        let first = try await enter("000000", browser)
        for _ in 2...5 { _ = try await enter("000000", browser) }
        let late = try await enter("123456", browser)

        #expect(first.status == .unprocessableContent && first.text.contains("验证码不对"))
        #expect(late.status == .unprocessableContent && late.text.contains("已经失效"))
        #expect(try await province.count("SELECT COUNT(*) FROM session") == 0)
    }

    @Test("after five minutes it is too old")
    func expired() async throws {
        let province = try await province()
        let phone = province.townClerk.phone
        let browser = try await province.browser()
        _ = try await ask(phone, browser)
        try await province.plant("123456", for: phone, in: browser)
        province.clock.pass(seconds: 300)

        #expect(try await enter("123456", browser).text.contains("已经失效"))
    }

    @Test("in another browser than the one that asked it is good for nothing")
    func otherBrowser() async throws {
        let province = try await province()
        let phone = province.townClerk.phone
        let (browser, thief) = (try await province.browser(), try await province.browser())
        _ = try await ask(phone, browser)
        try await province.plant("123456", for: phone, in: browser)

        #expect(try await enter("123456", thief).status == .unprocessableContent)
        #expect(try await enter("123456", browser).status == .seeOther)
    }

    @Test("whether anybody has the number is told by nothing: not by the answer, not by the rows, not by the time")
    func unknown() async throws {
        let province = try await province()
        let (known, unknown) = (try await province.browser(), try await province.browser())

        let answers = [try await ask(province.townClerk.phone, known), try await ask("19911112222", unknown)]
        let pages = [try await enter("000000", known), try await enter("000000", unknown)]

        #expect(answers[0].status == answers[1].status)
        #expect(answers[0].location == answers[1].location)
        #expect(pages[0].status == pages[1].status)
        #expect(pages.allSatisfy { $0.text.contains("验证码不对") })
        let lengths = try await province.count("SELECT COUNT(DISTINCT length(digest)) FROM sign_in_code")
        #expect(try await province.count("SELECT COUNT(*) FROM sign_in_code") == 2)
        #expect(lengths == 1)
    }

    @Test("the answer waits until half a second has gone by, for a known number and for an unknown one")
    func pace() async throws {
        let province = try await province()
        let waits = Mutex<[Duration]>([])
        let (installation, clock) = (province.installation, province.clock)
        let watched = Installation(
            database: installation.database, keys: installation.keys, settings: installation.settings,
            clock: { clock.now }, pause: { duration in waits.withLock { $0.append(duration) } })
        let sent = Mutex(0)
        var counts: [Int] = []

        for phone in [province.townClerk.phone, "19911112222"] {
            let asked = SignInCodeRequest(telephone: Sensitive(phone), holder: Sensitive(phone), address: nil)
            _ = try await AskSignInCode.run(asked, in: watched) { _, _, _ in sent.withLock { $0 += 1 } }
            counts.append(sent.withLock { $0 })
        }

        #expect(waits.withLock { $0.count } == 2)
        #expect(waits.withLock { $0.allSatisfy { $0 >= .zero && $0 <= .milliseconds(500) } })
        // What is written may be tried twice; to the unknown number nothing is.
        #expect(counts[0] > 0 && counts[1] == counts[0])
    }

    @Test("five codes an hour to one telephone, known or not, and no more", arguments: [true, false])
    func limited(isKnown: Bool) async throws {
        let province = try await province()
        let phone = isKnown ? province.townClerk.phone : "19911112222"
        for _ in 1...5 { #expect(try await ask(phone, try await province.browser()).status == .seeOther) }

        let sixth = try await ask(phone, try await province.browser())

        #expect(sixth.status == .tooManyRequests)
        province.clock.pass(seconds: 3600)
        #expect(try await ask(phone, try await province.browser()).status == .seeOther)
    }

    @Test("one browser asks for five telephones an hour")
    func browserLimit() async throws {
        let province = try await province()
        let browser = try await province.browser()
        for index in 1...5 { #expect(try await ask("1991111222\(index)", browser).status == .seeOther) }

        #expect(try await ask("19911112226", browser).status == .tooManyRequests)
    }

    @Test("administrators, auditors and people of other offices do not come in by it")
    func administrators() async throws {
        let province = try await province()
        let others = [
            province.systemAdmin, province.securityAdmin, province.auditor, province.handler(of: .town),
        ]
        for person in others {
            let browser = try await province.browser()
            _ = try await ask(person.phone, browser)
            try await province.plant("123456", for: person.phone, in: browser)
            #expect(try await enter("123456", browser).status == .unprocessableContent, "\(person.login)")
        }
        #expect(try await province.count("SELECT COUNT(*) FROM session") == 0)
    }

    @Test("a clerk who is also an auditor does not come in by it, nor one whose telephone is not proved")
    func excluded() async throws {
        let province = try await province()
        let (clerk, deputy, auditor) = (province.townClerk, province.townDeputy, province.auditor)
        let today = province.today
        try await province.write { db, ids, _ in
            let grant = Grant(
                id: ids.next(), role: .auditor, place: auditor.grant.place, division: auditor.grant.division)
            try GrantTable.insert(
                [GrantTable.Dated(grant: grant, account: clerk.account, from: today)], givenBy: nil, in: db)
        }
        try await province.silence(deputy)

        for person in [clerk, deputy] {
            let browser = try await province.browser()
            _ = try await ask(person.phone, browser)
            try await province.plant("123456", for: person.phone, in: browser)
            #expect(try await enter("123456", browser).status == .unprocessableContent)
        }
    }

    @Test("several accounts on one telephone: the one is chosen after the code, and the code stays good until then")
    func several() async throws {
        let province = try await province()
        let (clerk, deputy) = (province.townClerk, province.townDeputy)
        try await province.share(clerk.phone, with: deputy)
        let browser = try await province.browser()
        _ = try await ask(clerk.phone, browser)
        try await province.plant("123456", for: clerk.phone, in: browser)

        let choice = try await enter("123456", browser)
        let stranger = try await browser.post(Self.entry, ["account": String(province.systemAdmin.account)])
        let chosen = try await browser.post(Self.entry, ["account": String(deputy.account)])

        #expect(choice.status == .ok)
        #expect(choice.text.contains("联络站联络员") && choice.text.contains("人大代表"))
        #expect(stranger.status == .ok)
        #expect(chosen.status == .seeOther)
        let account: Int64? = try await province.value("SELECT account FROM session")
        #expect(account == deputy.account)
    }

    @Test("without a gateway for text messages the page says so and sends nothing")
    func noSMS() async throws {
        let province = try await TestProvince()
        let browser = try await province.browser()
        let page = try await browser.get("/sign-in/code")
        let signIn = try await browser.get("/sign-in")
        let answer = try await browser.post("/sign-in/code", ["telephone": "19911112222"])
        let program = try await province.api().post("/api/v1/sessions/codes", ["telephone": "19911112222"])

        #expect(page.text.contains("没有开通短信"))
        #expect(!signIn.text.contains("用手机验证码登录"))
        #expect(answer.status == .conflict && answer.text.contains("没有开通短信"))
        #expect(program.status == .conflict)
        #expect(try await province.count("SELECT COUNT(*) FROM sign_in_code") == 0)
    }

    @Test("what is no telephone is said at its field")
    func badTelephone() async throws {
        let answer = try await ask("路灯", try await province().browser())

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("电话号码不对"))
    }
}
