import Database
import Domain
import Foundation
import TestSupport
import Testing
import Web

@testable import Matters

@Suite("When a station has a book of slips")
struct SlipBookTests {
    private static let path = "/station/YC100/slips"

    @Test("the head orders a book: real numbers of the city and year, one after the other, each with a code of its own")
    func order() async throws {
        let ground = try await SlipGround(count: 12)

        let slips = try await ground.slips
        let numbers = slips.map(\.number)
        #expect(numbers.count == 12 && Set(numbers.map(\.text)).count == 12)
        #expect(numbers.allSatisfy { $0.city == 1407 && $0.year == 2026 && MatterNumber($0.text) != nil })
        #expect(numbers.map(\.sequence) == Array(numbers[0].sequence..<numbers[0].sequence + 12))
        #expect(Set(slips.map(\.code.digits)).count > 1)
        let said = try await Play(ground.province)
        #expect(said.number.sequence == numbers[11].sequence + 1)
        #expect(try !ground.province.holds(slips[0].code.digits))
    }

    @Test("a visitor is led to sign in, the clerk sees the books and orders none, another station finds nothing")
    func others() async throws {
        let ground = try await SlipGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .town))

        #expect(try await province.browser().get(Self.path).location?.hasPrefix("/sign-in") == true)
        #expect(try await clerk.get(Self.path).seen.contains("要再印一册，请站长登录"))
        _ = try await clerk.get("/matters/new")
        let raw = try await clerk.post(
            Self.path, ["count": "20", "submission": "6f1d9a10-0000-4000-8000-000000000001"])
        #expect(raw.status == .forbidden)
        #expect(try await clerk.get(ground.book).status == .ok)
        for printing in ["?as=paper", "?as=pdf"] {
            #expect(try await clerk.get(ground.book + printing).status == .forbidden)
        }
        let street = try await province.browser(as: province.head(of: .street))
        #expect(try await street.get(Self.path).status == .notFound)
        #expect(try await street.get(ground.book).status == .notFound)
        #expect(try await street.get(ground.book.replacing("YC100", with: "YC001")).status == .notFound)
        #expect(try await province.count("SELECT COUNT(*) FROM slip_book") == 1)
    }

    @Test("too few or too many are refused with the words kept", arguments: ["0", "9", "201", "viele"])
    func size(count: String) async throws {
        let province = try await TestProvince()
        let head = try await province.browser(as: province.head(of: .town))
        _ = try await head.get(Self.path)

        let answer = try await head.post(Self.path, ["count": count])

        #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"\(count)\""))
        #expect(try await province.count("SELECT COUNT(*) FROM slip") == 0)
    }

    @Test("the sheet has counterfoil, number, code and square of every open slip; after a week codes are forgotten")
    func sheet() async throws {
        let ground = try await SlipGround()
        let slips = try await ground.slips

        let sheet = try await ground.head.get(ground.book + "?as=paper")
        ground.province.clock.pass(days: 8)
        await ground.province.work()
        let late = try await ground.head.get(ground.book + "?as=paper")

        for slip in slips {
            #expect(sheet.seen.contains(slip.number.text) && sheet.seen.contains(slip.code.shown))
        }
        #expect(sheet.text.components(separatedBy: "<svg class=\"qr\"").count == slips.count + 1)
        #expect(sheet.seen.contains("存根 1") && sheet.seen.contains("存根 \(slips.count)"))
        #expect(late.status == .conflict && late.seen.contains("过了可以打印的期限"))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM slip WHERE code_sealed IS NOT NULL") == 0)
    }

    @Test(
        "before it is keyed in, number and code show that the slip is good and whom to call; a wrong code shows nothing"
    )
    func waiting() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[0]
        let resident = try await Resident(ground.province)

        let page = try await resident.open(slip.paper)
        let wrong = try await resident.open(Slip(number: slip.number.text, code: "0000 0000"))
        let program = try await ground.province.api().send(
            .get, "/api/v1/matters/" + slip.number.text, [.init("X-Query-Code")!: slip.code.digits])

        #expect(page.status == .ok && page.seen.contains("纸条有效，正在录入"))
        #expect(page.seen.contains("乌金山镇代表联络站") && page.text.contains("href=\"tel:1990000800"))
        #expect(wrong.status == .notFound)
        #expect(program.status == .conflict && program.text.contains("slip-waiting"))
    }

    @Test("row 68: said on a slip out of a book and keyed in later, it has the slip's number and code in every channel")
    func keyedIn() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[3]

        let done = try await ground.keyIn(slip)

        #expect(done.status == .ok && done.seen.contains("录好了") && done.seen.contains(slip.number.text))
        #expect(!done.seen.contains(slip.code.shown))
        let web = try await Resident(ground.province).open(slip.paper)
        #expect(web.seen.contains(Resident.words) && web.seen.contains(slip.number.text))
        let clerk = try await ground.clerk.get("/matters/" + slip.number.text)
        #expect(clerk.seen.contains("登记（书信或纸条，5月20日写在纸条上）"))
        let row = try await ground.province.read { db in try db.row("SELECT number, channel FROM matter") }
        #expect(try row?[0] as String? == slip.number.text)
        #expect(try row?[1] as String? == "letter")
        #expect(try await ground.clerk.get(ground.book).seen.contains("已经录入"))
        #expect(try await ground.province.faults() == [])
    }

    @Test("two who key in one slip at the same moment make one matter; the other is told")
    func parallel() async throws {
        let ground = try await SlipGround()
        let province = ground.province
        let slip = try await ground.slips[0]
        let people = [province.clerk(of: .town), province.head(of: .town), province.deputy(of: .town)]

        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for person in people {
                group.addTask { try await ground.keyIn(slip, in: province.browser(as: person)) }
            }
            return try await group.reduce(into: [Answer]()) { $0.append($1) }
        }

        #expect(answers.filter { $0.status == .ok && $0.seen.contains("录好了") }.count == 1)
        #expect(answers.filter { $0.seen.contains("一张纸条只录一次") }.count == 2)
        #expect(try await province.matters == 1)
    }

    @Test("the same form sent twice is keyed in once and answered alike")
    func twice() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[0]
        let submission = "6f1d9a10-0000-4000-8000-000000000009"

        let first = try await ground.keyIn(slip, submission: submission)
        _ = try await ground.clerk.get("/matters/new")
        let again = try await ground.clerk.post("/matters/new", ground.fields(slip, submission))

        #expect(first.seen.contains("录好了") && again.seen.contains("录好了"))
        #expect(try await ground.province.matters == 1)
    }

    @Test("without the day or the check nothing is keyed in, and the words stay; tomorrow is no day")
    func unfilled() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[0]
        _ = try await ground.clerk.get("/matters/new?slip=" + slip.number.text)

        let empty = try await ground.clerk.post("/matters/new", ["words": Resident.words, "bypass": "no"])
        let ahead = try await ground.clerk.post(
            "/matters/new",
            ["words": Resident.words, "bypass": "no", "heard": "letter", "read_back": "yes", "said_on": "2026-05-26"])

        #expect(empty.status == .unprocessableContent && empty.text.contains("href=\"#said_on\""))
        #expect(empty.text.contains(Resident.words))
        #expect(ahead.seen.contains("写的日子还没有到"))
        #expect(try await ground.province.matters == 0)
    }

    @Test(
        "a spoilt slip is voided with a reason; its code opens nothing, it is never keyed in, its number goes to nobody"
    )
    func void() async throws {
        let ground = try await SlipGround()
        let slip = try await ground.slips[1]
        _ = try await ground.clerk.get(ground.book)
        let unreasoned = try await ground.clerk.post(ground.book + "/voids", ["number": slip.number.text])

        let done = try await ground.clerk.post(
            ground.book + "/voids", ["number": slip.number.text, "reason": "打印时卡纸"])
        let page = try await ground.clerk.follow(done)

        #expect(unreasoned.status == .unprocessableContent && done.status == .seeOther)
        #expect(page.seen.contains("作废") && page.seen.contains("打印时卡纸"))
        let own = try await Resident(ground.province).open(slip.paper)
        #expect(own.seen.contains("这张纸条作废了"))
        #expect(try await ground.keyIn(slip).seen.contains("已经作废"))
        #expect(try await !ground.slips.map(\.number).contains(slip.number))
        let next = try await SlipGround(in: ground.province)
        #expect(try await !next.slips.map(\.number).contains(slip.number))
        #expect(try await ground.province.matters == 0)
    }

    @Test("a used slip cannot be voided, another station's slip cannot be keyed in")
    func limits() async throws {
        let ground = try await SlipGround()
        let slips = try await ground.slips
        _ = try await ground.keyIn(slips[0])
        _ = try await ground.clerk.get(ground.book)

        let void = try await ground.clerk.post(
            ground.book + "/voids", ["number": slips[0].number.text, "reason": "不要了"])
        let street = try await ground.province.browser(as: ground.province.clerk(of: .street))
        let other = try await street.get("/matters/new?slip=" + slips[1].number.text)

        #expect(void.status == .conflict)
        #expect(other.status == .conflict && other.seen.contains("本站没有这个编号的纸条"))
        #expect(!other.seen.contains("乌金山"))
    }

    @Test("a book is a file of A4 too", .enabled(if: SlipGround.hasPress, "WeasyPrint is not installed here"))
    func pdf() async throws {
        let ground = try await SlipGround()

        let file = try await ground.head.get(ground.book + "?as=pdf")

        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.bytes.starts(with: Array("%PDF-".utf8)))
    }

    @Test(
        "whoever runs the program gets a book in one file",
        .enabled(if: SlipGround.hasPress, "WeasyPrint is not installed here"))
    func command() async throws {
        let province = try await TestProvince()
        let now = province.now
        let human = Site.HumanLine(telephone: "12345", hours: "每天")

        let bytes = try await PrintSlipBook.run(
            station: "YC100", count: 10, human: human, style: try Assets.load().style("paper.css"), at: now,
            in: province.installation)

        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(try await province.count("SELECT COUNT(*) FROM slip WHERE state = 'open'") == 10)
    }

    @Test("without WeasyPrint no number is given out")
    func withoutPress() async throws {
        let province = try await TestProvince { $0.weasyprint = "/nowhere/weasyprint" }
        let human = Site.HumanLine(telephone: "12345", hours: "每天")

        await #expect(throws: Refusal.self) {
            _ = try await PrintSlipBook.run(
                station: "YC100", count: 10, human: human, style: HTML(), at: province.now, in: province.installation)
        }

        #expect(try await province.count("SELECT COUNT(*) FROM slip") == 0)
    }
}
