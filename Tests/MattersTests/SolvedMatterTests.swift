import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a matter was solved and the person agrees")
struct SolvedMatterTests {
    @Test("row 80: deputy page lists solved matters with before/after; the voter's own page shows what changed")
    func row80() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.answered()
        try await play.act(
            .publish(title: "村口三盏路灯不亮", summary: "村口到学校的三盏路灯不亮，晚上看不见路。", answer: "三盏路灯的灯头和线路已经换好。"),
            by: province.head(of: .town))
        let deputy = try await page(of: province.deputy(of: .town), in: province)
        #expect(deputy.seen.contains("有答复 1 件") && !deputy.seen.contains("办之前"))

        try await play.reporter(.rate(.satisfied, source: .ownHand, comment: "亮了"))

        let after = try await page(of: province.deputy(of: .town), in: province)
        #expect(after.seen.contains("已解决 1 件"))
        #expect(after.text.contains("href=\"/m/\(play.number.text)\">村口三盏路灯不亮</a>"))
        #expect(after.seen.contains("办之前村口到学校的三盏路灯不亮，晚上看不见路。"))
        #expect(after.seen.contains("办之后三盏路灯的灯头和线路已经换好。"))
        #expect(!after.text.contains("张秀英") && !after.text.contains("19900001234"))
        let other = try await page(of: province.secondDeputy(of: .town), in: province)
        #expect(other.seen.contains("还没有审核公开的") && !other.text.contains(play.number.text))
        let mine = try await Resident(province).open(Slip(play))
        #expect(mine.seen.contains("路灯修好了") && mine.seen.contains(Play.solved.done))
    }

    @Test("row 80: the voter is told of the answer in the channel she chose, and her page names it")
    func ownChannel() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        let voter = try await Resident(province)
        _ = try await voter.open(Slip(play))
        let chosen = try await voter.browser.post(
            "/my/\(play.number.text)/channel", ["way": "call", "telephone": "19900005678"])

        try await play.answered()
        await province.work()

        #expect(chosen.status == .seeOther)
        #expect(try await play.toldToReporter.contains(.answered))
        let sending: Int64? = try await province.value(
            """
            SELECT s.id FROM sending s JOIN message g ON g.id = s.message
            WHERE g.kind = 'answered' AND g.recipient = 'reporter'
            """)
        let clerk = try await province.browser(as: province.clerk(of: .town))
        _ = try await clerk.get("/calls")
        let call = try await clerk.post("/calls/\(#require(sending))/opening")
        #expect(call.text.contains("tel:19900005678"))
        let mine = try await Resident(province).open(Slip(play))
        #expect(mine.seen.contains(Play.solved.done) && mine.seen.contains("有了消息，打您尾号 5678 的电话告诉您"))
    }

    @Test("what was taken back from the public goes off the deputy's page; only what she looks after stands there")
    func takenBack() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.answered()
        try await play.reporter(.rate(.satisfied, source: .ownHand, comment: ""))
        let head = province.head(of: .town)
        try await play.act(
            .publish(title: "村口三盏路灯不亮", summary: "村口到学校的三盏路灯不亮，晚上看不见路。", answer: ""), by: head)
        #expect(try await page(of: province.deputy(of: .town), in: province).text.contains(play.number.text))

        try await play.act(.unpublish(reason: "摘要里的地点写错了，先撤回来改。"), by: head)

        #expect(try await !page(of: province.deputy(of: .town), in: province).text.contains(play.number.text))
    }

    @Test("the page leads to saying something to this deputy, and shows nothing but what is public by law")
    func contact() async throws {
        let province = try await TestProvince()
        let deputy = province.deputy(of: .town)

        let shown = try await page(of: deputy, in: province)

        #expect(shown.text.contains(/href="\/say\?station=YC100&amp;deputy=D\d+"/))
        #expect(!shown.text.contains(deputy.phone))
        for word in ResidentWordsTests.officeWords { #expect(!shown.text.contains(word)) }
    }

    private func page(of deputy: TestPerson, in province: TestProvince) async throws -> Answer {
        let card: String? = try await province.value("SELECT card FROM mandate WHERE person = \(deputy.person)")
        return try await province.browser().get("/deputies/" + #require(card))
    }
}
