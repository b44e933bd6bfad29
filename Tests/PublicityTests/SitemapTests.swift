import Domain
import TestSupport
import Testing

@testable import Publicity

@Suite("When a search engine asks what there is")
struct SitemapTests {
    @Test("pages, stations, deputies and published matters are listed with whole addresses, nothing else is")
    func all() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let shown = try await ground.publish("村口到学校的路灯不亮了")
        let hidden = try await ground.register()
        let site = ground.province.installation.settings.publicURL

        let answer = try await ground.province.browser().get("/sitemap.xml")

        #expect(answer.headers[.contentType] == "application/xml; charset=utf-8")
        for path in ["/", "/ledger", "/s/YC001", "/deputies/D1", "/m/" + shown.text] {
            #expect(answer.text.contains("<loc>\(site)\(path)</loc>"), "\(path)")
        }
        #expect(!answer.text.contains(hidden.text))
        #expect(answer.text.contains("<urlset"))
    }

    @Test("the parts of a long one hold each its own")
    func parts() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let shown = try await ground.publish("村口到学校的路灯不亮了")
        let browser = try await ground.province.browser()

        let stations = try await browser.get("/sitemap.xml?part=stations").text
        let deputies = try await browser.get("/sitemap.xml?part=deputies&area=140702").text
        let may = try await browser.get("/sitemap.xml?part=matters&month=2026-05").text
        let april = try await browser.get("/sitemap.xml?part=matters&month=2026-04").text

        #expect(stations.contains("/s/YC100<") && !stations.contains("/deputies/"))
        #expect(deputies.contains("/deputies/") && !deputies.contains("/s/"))
        #expect(may.contains(shown.text) && !april.contains(shown.text))
        for wrong in ["part=nothing", "part=matters", "part=matters&month=x", "part=deputies&area=9"] {
            #expect(try await browser.get("/sitemap.xml?" + wrong).status == .notFound, "\(wrong)")
        }
    }

    @Test("what is for one person only is not for search engines, and the map is named")
    func robots() async throws {
        let province = try await TestProvince()

        let answer = try await province.browser().get("/robots.txt")

        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.text.contains("Disallow: /my\n"))
        #expect(answer.text.contains("Sitemap: \(province.installation.settings.publicURL)/sitemap.xml"))
    }
}
