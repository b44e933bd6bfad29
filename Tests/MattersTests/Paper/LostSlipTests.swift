import Database
import Domain
import Record
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody lost her slip")
struct LostSlipTests {
    private static let path = "/station/YC100/lost-slips"

    private static func search(_ browser: Browser, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
        _ = try await browser.get(path)
        return try await browser.post(path, fields)
    }

    private static func reissue(_ browser: Browser, _ number: MatterNumber) async throws -> Answer {
        try await browser.post(
            "/matters/\(number.text)/slip", ["identity": "paper", "reason": "纸条洗坏了"])
    }

    @Test("a visitor is led to sign in; whoever does not work at the station finds no such page")
    func others() async throws {
        let province = try await TestProvince()

        #expect(try await province.browser().get(Self.path).location?.hasPrefix("/sign-in") == true)
        for person in [province.clerk(of: .street), province.officer(of: .town), province.deputy(of: .town)] {
            #expect(try await province.browser(as: person).get(Self.path).status == .notFound)
        }
        #expect(try await province.browser(as: province.clerk(of: .town)).get(Self.path).status == .ok)
    }

    @Test(
        "found by telephone, she gets a new slip; the old code and the page opened with it die at once, and she reads why"
    )
    func byTelephone() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        let resident = try await Resident(province)
        _ = try await resident.open(Slip(play))
        let clerk = try await province.browser(as: province.clerk(of: .town))

        let found = try await Self.search(clerk, ["phone": "19900001234", "reason": "张秀英到站，纸条丢了"])
        let paper = try await Self.reissue(clerk, play.number)

        #expect(found.status == .ok && found.seen.contains("找到 1 件") && found.seen.contains("张秀英"))
        let slip = try Slip(paper.text)
        #expect(slip.number == play.number.text && slip.digits != play.receipt.code.digits)
        #expect(paper.seen.contains("补发的回执") && paper.text.contains("<svg class=\"qr\""))
        #expect(try await resident.browser.get("/my/" + slip.number).status == .seeOther)
        #expect(try await resident.open(Slip(play)).status == .notFound)
        let own = try await resident.open(slip)
        #expect(own.status == .ok && own.seen.contains("给您补发了回执，原来的查询码不能用了"))
        #expect(!own.seen.contains("纸条洗坏了"))
        #expect(try await play.events.last == "slipReissued")
        #expect(try await province.faults() == [])
    }

    @Test("found by half a name among the weeks that are looked through, and not outside them")
    func byName() async throws {
        let play = try await Play(TestProvince())
        let clerk = try await play.province.browser(as: play.province.clerk(of: .town))

        let found = try await Self.search(clerk, ["name": "秀英", "reason": "到站来问"])
        let other = try await Self.search(clerk, ["name": "王五", "reason": "到站来问"])
        play.province.clock.pass(days: 40)
        let late = try await Self.search(clerk, ["name": "秀英", "reason": "到站来问"])
        let wide = try await Self.search(
            clerk, ["name": "秀英", "reason": "到站来问", "from": "2026-05-01", "to": "2026-05-31"])

        #expect(found.seen.contains("找到 1 件") && wide.seen.contains("找到 1 件"))
        #expect(other.seen.contains("找到 0 件") && late.seen.contains("找到 0 件"))
    }

    @Test("every search is written down with its reason, sealed, and without what was looked for")
    func recorded() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))

        _ = try await Self.search(clerk, ["phone": "19900001234", "reason": "张大爷到站问"])

        let station = province.station(.town)
        let log = province.installation.log
        let history = try await province.read { db in
            try log.history(of: Stream(kind: .station, id: station), in: db)
        }
        let last = try #require(history.last)
        #expect(last.event.name == "slipSought" && last.event.facts.code("by") == "telephone")
        #expect(last.event.author.account == province.clerk(of: .town).account)
        #expect(last.texts.map(\.text) == ["张大爷到站问"])
    }

    @Test("neither telephone nor name, no reason, or too many days: said at the field, nothing is searched")
    func unfilled() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))

        let empty = try await Self.search(clerk, [:])
        let long = try await Self.search(
            clerk, ["name": "秀英", "reason": "到站来问", "from": "2026-01-01", "to": "2026-05-25"])

        #expect(empty.status == .unprocessableContent && long.status == .unprocessableContent)
        #expect(empty.text.contains("href=\"#phone\"") && empty.text.contains("href=\"#reason\""))
        #expect(long.text.contains("href=\"#from\"") && long.text.contains("value=\"秀英\""))
        #expect(try await province.count("SELECT COUNT(*) FROM event WHERE name = 'slipSought'") == 0)
    }

    @Test("what by-passes the station is not found there, and its clerk can make no slip for it")
    func bypassed() async throws {
        let play = try await Play(TestProvince(), isBypassed: true)
        let province = play.province
        let clerk = try await province.browser(as: province.clerk(of: .town))

        let found = try await Self.search(clerk, ["phone": "19900001234", "reason": "到站来问"])
        let raw = try await clerk.post(
            "/matters/\(play.number.text)/slip",
            [
                "identity": "paper", "reason": "纸条丢了", "version": "1",
                "submission": "6f1d9a10-0000-4000-8000-000000000001",
            ])

        #expect(found.seen.contains("找到 0 件"))
        #expect(raw.status == .notFound)
        #expect(try await Resident(province).open(Slip(play)).status == .ok)
    }

    @Test("offices and handlers that may know the matter make no slips; a stale page makes none; twice is once")
    func refused() async throws {
        let play = try await Play(TestProvince())
        try await play.inHandling()
        let province = play.province
        let path = "/matters/\(play.number.text)/slip"
        for person in [province.handler(of: .town), province.officer(of: .town), province.deputy(of: .town)] {
            let browser = try await province.browser(as: person)
            _ = try await browser.get("/matters/" + play.number.text)
            let answer = try await browser.post(
                path,
                [
                    "identity": "paper", "reason": "纸条丢了", "version": String(try await play.matter.version),
                    "submission": "6f1d9a10-0000-4000-8000-00000000000\(person.account % 10)",
                ])
            #expect(answer.status == .forbidden)
        }
        let clerk = try await province.browser(as: province.clerk(of: .town))
        _ = try await Self.search(clerk, ["phone": "19900001234", "reason": "到站来问"])
        let submission = clerk.submission(of: path) ?? ""
        let version = String(try await play.matter.version)

        let first = try await Self.reissue(clerk, play.number)
        _ = try await clerk.get(Self.path)
        let again = try await clerk.post(
            path, ["identity": "paper", "reason": "纸条洗坏了", "version": version, "submission": submission])
        _ = try await clerk.get(Self.path)
        let stale = try await clerk.post(
            path,
            [
                "identity": "paper", "reason": "纸条洗坏了", "version": version,
                "submission": "6f1d9a10-0000-4000-8000-0000000000ff",
            ])

        #expect(try Slip(first.text).code == Slip(again.text).code)
        #expect(stale.status == .conflict)
        #expect(stale.seen.contains("有了新的变化") && stale.text.contains("value=\"纸条洗坏了\""))
        #expect(try await play.events.filter { $0 == "slipReissued" }.count == 1)
    }

    @Test("without saying how the person was checked there is no slip, and the old code stays good")
    func unchecked() async throws {
        let play = try await Play(TestProvince())
        let clerk = try await play.province.browser(as: play.province.clerk(of: .town))
        _ = try await Self.search(clerk, ["phone": "19900001234", "reason": "到站来问"])

        let answer = try await clerk.post("/matters/\(play.number.text)/slip", ["reason": "纸条丢了"])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains("有人丢了纸条") && answer.seen.contains("请选择怎么核对的本人"))
        #expect(answer.text.contains("value=\"纸条丢了\"") && answer.text.contains("<details class=\"act\" open>"))
        #expect(try await Resident(play.province).open(Slip(play)).status == .ok)
        let given = try await clerk.post(
            "/matters/\(play.number.text)/slip", ["identity": "paper", "reason": "纸条丢了"])
        #expect(try Slip(given.text).number == play.number.text)
    }

    @Test("the twenty-first search of an hour waits")
    func limited() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))
        _ = try await clerk.get(Self.path)
        for _ in 1...20 {
            let answer = try await clerk.post(Self.path, ["phone": "19900001234", "reason": "到站来问"])
            #expect(answer.status == .ok)
        }

        let more = try await clerk.post(Self.path, ["phone": "19900001234", "reason": "到站来问"])

        #expect(more.status == .tooManyRequests)
    }
}
