import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a station's news bring a picture")
struct PhotoTests {
    private static let seen = "两位代表在社区活动室和居民谈话"

    let province: TestProvince
    let clerk: Browser
    let head: Browser
    let post: String

    init() async throws {
        province = try await TestProvince()
        clerk = try await province.browser(as: province.clerk(of: .street))
        head = try await province.browser(as: province.head(of: .street))
        _ = try await clerk.get("/station/YC001/posts/new")
        let kept = try await clerk.post(
            "/station/YC001/posts", ["kind": "news", "title": "代表走访社区", "body": "走访了二十户居民。"])
        post = try #require(kept.location)
    }

    private func add(
        _ bytes: [UInt8] = SampleFiles.upright, _ description: String = seen, by browser: Browser? = nil
    ) async throws -> Answer {
        let browser = browser ?? clerk
        _ = try await browser.get(post)
        return try await browser.post(post + "/photos", ["description": description], file: ("photo", bytes))
    }

    private func photo(on page: String) -> String? {
        page.firstMatch(of: /<img class="photo" src="([^"]+)"/).map { String($0.1) }
    }

    @Test("nobody sees it before the head has published the text, and nobody after it was withdrawn")
    func withItsText() async throws {
        #expect(try await add().status == .seeOther)
        let visitor = try await province.browser()
        let id = try #require(try await province.value("SELECT id FROM stored_file") as Int64?)
        let address = "/s/YC001/photos/\(id)"
        let preview = try #require(photo(on: try await head.get(post).text))
        #expect(try await head.get(preview).status == .ok)
        #expect(try await visitor.get(preview).status == .seeOther)
        #expect(try await province.browser(as: province.head(of: .town)).get(preview).status == .notFound)
        #expect(try await visitor.get(address).status == .notFound)

        #expect(try await head.post(post + "/publication").status == .seeOther)
        let page = try await visitor.get("/s/YC001").text
        #expect(photo(on: page) == address && page.contains("alt=\"\(Self.seen)\" width=\"24\" height=\"40\""))
        let shown = try await visitor.get(address)
        #expect(shown.headers[.contentType] == "image/jpeg")
        #expect(!String(decoding: shown.bytes, as: UTF8.self).contains("Huawei"))
        #expect(try await visitor.get("/s/YC100/photos/\(id)").status == .notFound)
        #expect(try await visitor.get("/api/v1/stations/YC001").text.contains("photos/\(id)\""))

        _ = try await head.get(post)
        #expect(try await head.post(post + "/withdrawal").status == .seeOther)
        #expect(try await visitor.get(address).status == .notFound)
    }

    @Test("what was public waits for the head again when a picture is added or removed")
    func reviewedAgain() async throws {
        _ = try await head.get(post)
        _ = try await head.post(post + "/publication")
        _ = try await add()
        #expect(try await !province.browser().get("/s/YC001").text.contains("走访了二十户居民"))
        _ = try await head.get(post)
        _ = try await head.post(post + "/publication")
        #expect(try await province.browser().get("/s/YC001").text.contains("走访了二十户居民"))

        let page = try await clerk.get(post).text
        let removal = try #require(page.firstMatch(of: /action="([^"]+\/removal)"/)).1
        #expect(try await clerk.post(String(removal)).status == .seeOther)

        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 0)
        #expect(try await !province.browser().get("/s/YC001").text.contains("走访了二十户居民"))
        let names = try await province.read { db in
            try db.rows("SELECT name FROM event WHERE stream_kind = 'station' ORDER BY sequence").map {
                try $0[0] as String
            }
        }
        #expect(names == ["postWritten", "postPublished", "photoAdded", "postPublished", "photoRemoved"])
        #expect(try await province.faults() == [])
    }

    @Test("what is no picture, none, one without words for it and a seventh are refused in a sentence, the page kept")
    func refused() async throws {
        let script = try await add(Array("<script>alert(1)</script>".utf8))
        #expect(script.status == .unprocessableContent)
        #expect(script.text.contains("这个文件不是照片，请选择 JPG、PNG、WebP 或手机拍的照片") && script.text.contains("走访了二十户居民"))
        #expect(try await add(SampleFiles.bomb).text.contains("照片的长和宽太大，请先缩小再上传"))
        #expect(try await add([]).text.contains("请选择一张照片"))
        #expect(try await add(SampleFiles.png, " ").text.contains("请填写照片里是什么"))
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 0)
        for _ in 1...6 { #expect(try await add(SampleFiles.png).status == .seeOther) }

        #expect(try await add().text.contains("一篇最多 6 张照片，请先去掉一张"))
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 6)
    }

    @Test("sent twice it is there once; too large it is refused before it is read")
    func limits() async throws {
        _ = try await clerk.get(post)
        let first = try await clerk.post(
            post + "/photos", ["description": Self.seen], file: ("photo", SampleFiles.upright))
        let again = try await clerk.post(
            post + "/photos", ["description": Self.seen], file: ("photo", SampleFiles.upright))
        #expect(first.status == .seeOther && again.location == first.location)
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 1)

        let huge = try await add(SampleFiles.upright + Array(repeating: 0, count: 24 << 20))
        #expect(huge.status == .contentTooLarge)
        // No other form may bring a file, and nobody who is not signed in.
        _ = try await clerk.get(post)
        #expect(try await clerk.post(post, [:], file: ("photo", SampleFiles.upright)).status == .unsupportedMediaType)
        let visitor = try await province.browser()
        _ = try await visitor.get("/say?division=140702001")
        #expect(try await visitor.post(post + "/photos", file: ("photo", SampleFiles.upright)).status == .unauthorized)
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 1)
    }

    @Test("a picture from before there was a store of files is shown as it was, and removed like any other")
    func older() async throws {
        let (id, now) = (Int64(9_000_000_001), province.now)
        let post = try #require(Int64(self.post.split(separator: "/").last ?? ""))
        try await province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO station_photo (id, post, description, type, width, height, content, added_at)
                VALUES (\(id), \(post), '门口的牌子', 'png', 20, 10, \([1, 2, 3] as [UInt8]), \(now))
                """)
        }
        _ = try await add()
        _ = try await head.get(self.post)
        _ = try await head.post(self.post + "/publication")

        let page = try await province.browser().get("/s/YC001").text
        #expect(page.contains("alt=\"门口的牌子\"") && page.contains("alt=\"\(Self.seen)\""))
        let shown = try await province.browser().get("/s/YC001/photos/\(id)")
        #expect(shown.bytes == [1, 2, 3] && shown.headers[.contentType] == "image/png")
        _ = try await clerk.get(self.post)
        #expect(try await clerk.post(self.post + "/photos/\(id)/removal").status == .seeOther)
        #expect(try await province.count("SELECT COUNT(*) FROM station_photo") == 0)
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file") == 1)
    }
}
