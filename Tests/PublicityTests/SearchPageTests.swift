import Domain
import Stations
import TestSupport
import Testing
import Web

@testable import Publicity

@Suite("When somebody looks for anything public")
struct SearchPageTests {
    private static func search(_ words: String, in province: TestProvince) async throws -> Answer {
        try await province.browser().get("/search?q=" + Address.encoded(words))
    }

    private static func post(_ title: String, _ body: String, isReviewed: Bool, in province: TestProvince) async throws
    {
        let (station, now, head) = (province.station(.street), province.now, province.head(of: .street))
        try await province.write { db, ids, _ in
            let review = Review(account: head.account, name: head.name, at: now)
            try StationPostTable.insert(
                [
                    StationPost(
                        id: ids.next(), station: station, kind: .announcement, title: title, body: body, writtenAt: now,
                        review: isReviewed ? review : nil)
                ], in: db)
        }
    }

    @Test("matters, stations, deputies and posts stand under their headings, with the words marked")
    func sections() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let province = ground.province
        let number = try await ground.publish("北关街道的路灯不亮了", in: .street)
        try await Self.post("路灯检修", "北关街道的路灯本周检修。", isReviewed: true, in: province)
        let deputy = province.deputy(of: .street)

        let lamps = try await Self.search("路灯", in: province)
        let place = try await Self.search("北关", in: province)
        let person = try await Self.search(deputy.name, in: province)

        #expect(lamps.text.contains("href=\"/m/\(number.text)\">北关街道的<mark>路灯</mark>不亮了</a>"))
        #expect(lamps.text.contains("#post-") && lamps.seen.contains("联络站的公告和动态"))
        #expect(!lamps.text.contains("<h2>联络站</h2>") && place.text.contains("<h2>联络站</h2>"))
        #expect(place.text.contains("href=\"/s/YC001\"><mark>北关</mark>街道代表联络站</a>"))
        #expect(person.seen.contains("人大代表") && person.text.contains("<mark>\(deputy.name)</mark>"))
    }

    @Test("what nobody reviewed is not found, and neither are the words as they were said")
    func unreviewed() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("学校门口没有画斑马线")
        try await Self.post("没有审核的公告", "井盖检修。", isReviewed: false, in: ground.province)

        for words in ["坏了三盏", "井盖", "张秀英", "13834567890"] {
            let page = try await Self.search(words, in: ground.province)
            #expect(page.status == .ok)
            #expect(!page.text.contains("href=\"/m/") && !page.text.contains("#post-"), "\(words)")
        }
    }

    @Test("a number leads to what is public of it; of one that is not, nobody learns whether it exists")
    func number() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let shown = try await ground.publish("村口到学校的路灯不亮了")
        let hidden = try await ground.register()
        let none = try #require(MatterNumber(city: 1407, year: 2026, sequence: 999_999))

        let first = try await Self.search(shown.text, in: ground.province)
        let second = try await Self.search(hidden.text, in: ground.province).text
        let third = try await Self.search(none.text, in: ground.province).text

        #expect(first.text.contains("href=\"/m/\(shown.text)\""))
        #expect(second.replacing(hidden.text, with: "") == third.replacing(none.text, with: ""))
        #expect(second.contains("没有公开的内容"))
    }

    @Test(
        "whatever is the same for everybody may be kept by a visitor's browser, and weighs little",
        arguments: ["/", "/ledger", "/results", "/search", "/who", "/s/YC001", "/deputies/D1", "/ledger.atom"])
    func kept(path: String) async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了")

        let answer = try await ground.province.browser().get(path)

        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl]?.hasPrefix("public, max-age=") == true)
        #expect(answer.headers[values: .setCookie].isEmpty)
        // Uncompressed; the style sheet comes once.
        #expect(answer.bytes.count < 40_000)
    }

    @Test("nothing found says what to do; nothing asked shows the form alone; no word of offices anywhere")
    func empty() async throws {
        let province = try await TestProvince()

        let none = try await Self.search("没有这样的词", in: province)
        let blank = try await province.browser().get("/search")

        #expect(none.seen.contains("没有找到“没有这样的词”"))
        #expect(blank.status == .ok && !blank.seen.contains("没有找到"))
        for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!none.text.contains(word)) }
    }
}
