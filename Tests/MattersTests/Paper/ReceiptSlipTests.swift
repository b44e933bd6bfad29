import Domain
import TestSupport
import Testing
import Web

@testable import Matters

@Suite("When a slip is printed")
struct ReceiptSlipTests {
    @Test("the square leads to the page of the matter, with number and code behind the # alone")
    func address() throws {
        let number = try #require(MatterNumber(city: 1407, year: 2026, sequence: 1))
        let code = try #require(QueryCode("12345678"))

        let square = SlipCode(number: number, code: code, site: "https://example.test")

        #expect(square.address == "https://example.test/my#n=\(number.text)&c=12345678")
        #expect(square.html.text.hasPrefix("<svg class=\"qr\" role=\"img\""))
    }

    @Test("it is one sheet of A5 with square, station, address, telephone and what comes next, in no frame")
    func sheet() async throws {
        let resident = try await Resident(TestProvince())

        let page = try await resident.say()

        #expect(page.text.contains("/paper.css\"") && page.text.contains("<div class=\"a5\">"))
        #expect(page.text.contains("<svg class=\"qr\""))
        for words in ["北关街道代表联络站", "文化路 1 号", "电话 1990000800", "每月 15 日", "扫一扫", "定下"] {
            #expect(page.seen.contains(words), "\(words)")
        }
    }

    @Test("the page that the square opens fills itself in by its own module, and asks for number and code without it")
    func entry() async throws {
        let page = try await TestProvince().browser().get("/my")

        #expect(page.text.contains("/slip.js\"") && page.text.contains("name=\"number\""))
    }

    @Test("half an hour later there is no square any more")
    func later() async throws {
        let province = try await TestProvince()
        let browser = try await province.browser()
        var walk = try await SayWalk(browser, at: "/say?division=140702001")
        try await walk.walkToCheck()
        let form = try #require(ShownForm.all(on: walk.page.text).first { $0.action == "/say" })
        let sent = form.filled([:]) + [("go", "next")]
        #expect(try await browser.post(raw: "/say", sent).text.contains("<svg class=\"qr\""))
        province.clock.pass(minutes: 31)

        let again = try await browser.post(raw: "/say", sent)

        #expect(again.seen.contains("已经显示过") && !again.text.contains("<svg class=\"qr\""))
    }

    @Test("what is kept for a repeated sending comes back whole", arguments: [nil, "您的意见已经收到。"])
    func kept(standing: String?) async throws {
        let play = try await Play(TestProvince())
        let receipt =
            standing.map {
                Receipt(of: play.receipt.change.matter, code: play.receipt.code, standing: $0, at: play.now)
            }
            ?? Receipt(play.receipt, at: play.now)

        let again = try #require(Receipt(text: receipt.text))

        #expect(again.number == receipt.number && again.code.digits == receipt.code.digits)
        #expect(again.station == receipt.station && again.dueOn == receipt.dueOn)
        #expect(again.registeredAt == receipt.registeredAt && again.issuedAt == receipt.issuedAt)
        #expect(again.standing == standing)
    }
}

extension Play {
    var now: Instant { province.now }
}
