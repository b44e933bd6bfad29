import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a blank form or a poster is printed")
struct IntakeTests {
    @Test("anybody may print the form: large boxes, the same questions as on the web, one sheet of A4")
    func form() async throws {
        let page = try await TestProvince().browser().get("/paper/intake")

        #expect(page.status == .ok && page.text.contains("<article class=\"sheet a4 intake\">"))
        #expect(page.text.contains("/paper.css\"") && page.text.contains("intake-box tall"))
        for words in ["要说的事", "具体在哪里", "反映的是本站、本乡镇的人或单位吗？", "怎么称呼", "电话", "住址", "19900000000"] {
            #expect(page.text.seen.contains(words), "\(words)")
        }
    }

    @Test("a station's own carries its name, telephone and the square to say something there")
    func own() async throws {
        let province = try await TestProvince()
        let browser = try await province.browser()

        let page = try await browser.get("/paper/intake?station=YC001")

        #expect(page.text.seen.contains("北关街道代表联络站　意见登记表") && page.text.seen.contains("电话 1990000800"))
        #expect(page.text.contains("<svg class=\"qr\""))
        #expect(try await browser.get("/paper/intake?station=NOBODY").status == .notFound)
    }

    @Test("the square leads to the form with the station chosen")
    func square() async throws {
        let province = try await TestProvince()
        let station = try await province.snapshot().atlas.station(code: "YC001")

        #expect(SaySquare(station: station, site: "https://a.test").address == "https://a.test/say?station=YC001")
        #expect(SaySquare(station: nil, site: "https://a.test").address == "https://a.test/say")
    }

    @Test("the poster says who, how and where to call; a code that no sign carries is not found")
    func poster() async throws {
        let browser = try await TestProvince().browser()

        let page = try await browser.get("/s/YC100/poster")

        #expect(page.text.contains("输入站号 <strong class=\"figures\">YC100</strong>"))

        #expect(page.text.contains("<article class=\"sheet a4 poster\">") && page.text.contains("<svg class=\"qr\""))
        #expect(page.text.seen.contains("乌金山镇代表联络站") && page.text.seen.contains("1990000800"))
        #expect(try await browser.get("/s/NOBODY/poster").status == .notFound)
    }

    @Test("both are offered as files; where there is no press, it says how a browser prints them")
    func files() async throws {
        let province = try await TestProvince { $0.weasyprint = "/nowhere/weasyprint" }
        let browser = try await province.browser()

        for (page, file) in [
            ("/paper/intake", "/paper/intake?as=pdf"),
            ("/paper/intake?station=YC001", "/paper/intake?station=YC001&amp;as=pdf"),
            ("/s/YC100/poster", "/s/YC100/poster?as=pdf"),
        ] {
            #expect(try await browser.get(page).text.contains("href=\"\(file)\""), "\(page)")
            let answer = try await browser.get(file.replacing("&amp;", with: "&"))
            #expect(answer.status == .conflict && answer.text.seen.contains("另存为 PDF"), "\(page)")
        }
    }

    @Test("the desk leads to everything on paper")
    func desk() async throws {
        let province = try await TestProvince()

        let page = try await province.browser(as: province.clerk(of: .town)).get("/station/YC100").text

        for path in [
            "/paper/intake?station=YC100", "/s/YC100/poster", "/s/YC100/board", "/station/YC100/slips",
            "/station/YC100/lost-slips",
        ] {
            #expect(page.contains("href=\"\(path)\""))
        }
    }
}
