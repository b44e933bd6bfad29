import Database
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a resident follows a matter")
struct ResidentMatterTests {
    @Test("number and code, typed in any manner, open the time line with what comes next and by when")
    func open() async throws {
        let resident = try await Resident(TestProvince())
        let slip = try resident.slip(try await resident.say())
        _ = try await resident.browser.get("/my")

        let entered = try await resident.browser.post(
            "/my", ["number": "编号：" + slip.number.replacing("-", with: "—"), "code": slip.code])
        let page = try await resident.browser.follow(entered)

        #expect(entered.location == "/my/" + slip.number)
        #expect(page.status == .ok)
        #expect(page.seen.contains(Resident.words))
        #expect(page.seen.contains("北关街道代表联络站正在看这件事该由谁来办"))
        #expect(page.seen.contains("下一步 还有 5 个工作日，最迟 6月1日"))
        #expect(page.text.contains("href=\"tel:1990000800"))
        #expect(page.headers[.cacheControl] == "no-store")
    }

    @Test("what an organ did begins with its name and names it no second time")
    func oneSubject() async throws {
        let play = try await Play(TestProvince())
        try await play.inHandling()

        let page = try await Resident(play.province).open(Slip(play))

        #expect(page.text.contains("</strong> 开始办了") && !page.seen.contains("办事的单位开始办了"))
    }

    @Test("a wrong code and a number that nobody has look the same")
    func wrong() async throws {
        let resident = try await Resident(TestProvince())
        let slip = try resident.slip(try await resident.say())
        let none = MatterNumber(city: 1407, year: 2026, sequence: 999_999)!.text

        let code = try await resident.open(Slip(number: slip.number, code: "0000 0000"))
        let number = try await resident.open(Slip(number: none, code: slip.code))

        #expect(code.status == .notFound && number.status == .notFound)
        #expect(code.seen.contains("编号和查询码对不上"))
        #expect(code.shape(without: slip.number) == number.shape(without: none))
    }

    @Test(
        "what is no number and no code is said at its field",
        arguments: [("1407-2026-000123-9", "编号不对"), ("", "请填写编号")])
    func malformed(number: String, sentence: String) async throws {
        let resident = try await Resident(TestProvince())

        let answer = try await resident.open(Slip(number: number, code: "12"))

        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains(sentence))
        #expect(answer.seen.contains("查询码是 8 个数字"))
    }

    @Test("after ten wrong codes even the right one has to wait, in words")
    func guessing() async throws {
        let resident = try await Resident(TestProvince())
        let slip = try resident.slip(try await resident.say())
        for guess in 10...19 {
            #expect(try await resident.open(Slip(number: slip.number, code: "000000\(guess)")).status == .notFound)
        }

        let answer = try await resident.open(slip)

        #expect(answer.status == .tooManyRequests)
        #expect(answer.seen.contains("请等 60 分钟后再试"))
        #expect(answer.headers[.retryAfter] != nil)
        resident.province.clock.pass(hours: 1)
        #expect(try await resident.open(slip).status == .ok)
    }

    @Test("a visitor without the code is led to the form, whether the number exists or not")
    func visitor() async throws {
        let play = try await Play(TestProvince())
        let visitor = try await play.province.browser()
        let none = MatterNumber(city: 1407, year: 2026, sequence: 999_999)!.text

        for number in [play.number.text, none] {
            #expect(try await visitor.get("/my/" + number).location == "/my?number=" + number)
        }
        #expect(try await visitor.get("/my/abc").status == .notFound)
    }

    @Test("with the code of one matter another one is not found, and nothing can be done to it")
    func another() async throws {
        let province = try await TestProvince()
        let (mine, other) = (try await Play(province), try await Play(province))
        let resident = try await Resident(province)
        _ = try await resident.open(Slip(mine))

        let read = try await resident.browser.get("/my/" + other.number.text)
        let wrote = try await resident.browser.post(
            "/my/\(other.number.text)/remark", ["words": "别人的事", "version": "1"])

        #expect(read.status == .notFound)
        #expect(wrote.status == .notFound)
        #expect(try await other.events == ["registered"])
    }

    @Test("after half an hour of quiet, or after leaving, the code is asked for again")
    func idle() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        let path = "/my/" + play.number.text
        _ = try await resident.open(Slip(play))

        play.province.clock.pass(minutes: 29)
        #expect(try await resident.browser.get(path).status == .ok)
        play.province.clock.pass(minutes: 29)
        #expect(try await resident.browser.get(path).status == .ok)
        play.province.clock.pass(minutes: 31)
        #expect(try await resident.browser.get(path).status == .seeOther)

        _ = try await resident.open(Slip(play))
        _ = try await resident.browser.post("/my/exit")
        #expect(try await resident.browser.get(path).status == .seeOther)
    }

    @Test("words written while the time ran out are given back")
    func late() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))
        play.province.clock.pass(minutes: 31)

        let answer = try await resident.browser.post(
            "/my/\(play.number.text)/remark", ["words": "昨天又坏了两盏"])

        #expect(answer.status == .unauthorized)
        #expect(answer.text.contains("昨天又坏了两盏"))
        #expect(answer.text.contains("value=\"\(play.number.text)\""))
    }

    @Test("a forged cookie, and one from before the code was replaced, open nothing")
    func forged() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        let path = "/my/" + play.number.text
        let forged = try await resident.browser.send(
            .get, path,
            [.cookie: "lx_my=\(play.receipt.id).\(play.province.now.ms).\(String(repeating: "0", count: 66))"])
        _ = try await resident.open(Slip(play))

        let other = [UInt8](repeating: 0, count: 33)
        try await play.province.write { db, _, _ in try db.run("UPDATE reporter SET code_digest = \(other)") }

        #expect(forged.status == .seeOther)
        #expect(try await resident.browser.get(path).status == .seeOther)
    }

    @Test("row 68: said on paper at the station, the same matter is seen in web, telephone's browser and by the clerk")
    func oneNumber() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get("/matters/new")
        let paper = try await clerk.post(
            "/matters/new",
            ["heard": "letter", "words": Resident.words, "bypass": "no", "read_back": "yes", "name": "张秀英"])
        let slip = try Slip(paper.text)

        let web = try await Resident(province).open(slip)
        let phone = try await Resident(province)
        _ = try await phone.browser.get("/my?elder=1")
        let elder = try await phone.open(slip)

        #expect(web.seen.contains(Resident.words) && web.seen.contains(slip.number))
        #expect(elder.seen.contains(Resident.words) && elder.text.contains("class=\"elder\""))
        let desk = try await clerk.get("/matters/" + slip.number)
        #expect(desk.status == .ok && desk.seen.contains(slip.number) && desk.seen.contains(Resident.words))
        let row = try await province.read { db in try db.row("SELECT channel, number FROM matter") }
        #expect(try row?[0] as String? == "letter")
        #expect(try row?[1] as String? == slip.number)
    }
}

extension Slip {
    init(number: String, code: String) {
        self.number = number
        self.code = code
    }
}

extension Answer {
    /// The page without what differs from one answer to the next.
    func shape(without number: String) -> String {
        text.replacing(number, with: "").replacing(/value="[A-Za-z0-9_-]{30,}"/, with: "")
    }
}
