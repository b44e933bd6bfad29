import Database
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When photos and a recording come along")
struct SayFilesTests {
    private static let place = "/say?division=140702001"

    let province: TestProvince
    let browser: Browser

    init() async throws {
        province = try await TestProvince()
        browser = try await province.browser()
        _ = try await browser.get(Self.place)
    }

    private func files(_ kind: String) async throws -> Int {
        try await province.count("SELECT COUNT(*) FROM stored_file WHERE kind = \(kind)")
    }

    /// Sends the screen of the words with one file, and stays on it.
    private func add(_ file: [UInt8], to name: String = "photo") async throws -> Answer {
        try await browser.post(
            "/say", ["words": Resident.words, "bypass": "no", "go": "what"], file: (name, file))
    }

    private func marks(_ page: Answer, _ name: String = "kept") -> [String] {
        page.text.matches(of: /<input type="hidden" name="([a-z]+)" value="([^"]+)">/)
            .filter { $0.1 == name }.map { String($0.2) }
    }

    @Test("a photo survives a refusal, the way back and the other screens, and belongs to the matter in the end")
    func survives() async throws {
        let refused = try await browser.post(
            "/say", ["words": "", "bypass": "no"], file: ("photo", SayFiles.photos[0]))
        #expect(refused.status == .unprocessableContent)
        #expect(refused.seen.contains("第 1 张照片"))

        _ = try await browser.post("/say", ["words": Resident.words, "bypass": "no"])
        let back = try await browser.post("/say", ["go": "back", "phone": "19900001234"])
        #expect(back.seen.contains("第 1 张照片"))
        _ = try await browser.post("/say", ["words": Resident.words, "bypass": "no"])
        let check = try await browser.post("/say", ["phone": "19900001234"])
        #expect(check.seen.contains("照片 1 张"))
        #expect(try await files("photo") == 0)
        let slip = try await browser.post("/say")

        #expect(slip.status == .ok)
        let owner: Int64? = try await province.value("SELECT owner FROM stored_file WHERE owner_kind = 'matter'")
        #expect(try await owner == province.value("SELECT id FROM matter"))
        #expect(try await files("photo") == 1)
        #expect(try await province.faults() == [])
    }

    @Test("four photos are taken, the same one twice is one, a fifth is said and the four stay")
    func four() async throws {
        _ = try await add(SayFiles.photos[0])
        #expect(marks(try await add(SayFiles.photos[0])).count == 1)
        for photo in SayFiles.photos[1...3] { _ = try await add(photo) }

        let fifth = try await browser.post(
            "/say", ["words": Resident.words, "bypass": "no"], file: ("photo", SayFiles.photos[4]))

        #expect(fifth.status == .unprocessableContent)
        #expect(fifth.seen.contains("照片最多 4 张"))
        #expect(fifth.text.contains("href=\"#photo\"") && fifth.text.contains("id=\"photo\""))
        #expect(marks(fifth).count == 4)
    }

    @Test("one that is not wanted any more is left out by its box")
    func dropped() async throws {
        _ = try await add(SayFiles.photos[0])
        let two = try await add(SayFiles.photos[1])

        let one = try await browser.post("/say", ["words": Resident.words, "bypass": "no", "drop": marks(two)[0]])
        _ = try await browser.post("/say")
        _ = try await browser.post("/say")

        #expect(marks(one) == [marks(two)[1]])
        #expect(try await files("photo") == 1)
    }

    @Test("what is no photo is said at its field in a sentence, with the words kept")
    func unknown() async throws {
        let answer = try await browser.post(
            "/say", ["words": Resident.words, "bypass": "no"], file: ("photo", Array("<script>alert(1)</script>".utf8)))

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#photo\"") && answer.seen.contains("这个文件不是照片"))
        #expect(answer.text.contains("\n\(Resident.words)</textarea>"))
        #expect(!answer.text.contains("sha256:"))
    }

    @Test("a mark of another browser, or an old one, brings nothing in, and that is said")
    func foreign() async throws {
        let mark = try #require(marks(try await add(SayFiles.photos[0])).first)
        let stranger = try await province.browser()
        _ = try await stranger.get(Self.place)

        let taken = try await stranger.post(
            "/say", ["step": "check", "kept": mark, "words": Resident.words, "bypass": "no"])
        province.clock.pass(hours: 23)
        let late = try await browser.post(
            "/say", ["step": "check", "words": Resident.words, "bypass": "no"])

        for answer in [taken, late] {
            #expect(answer.status == .unprocessableContent)
            #expect(answer.seen.contains("请重新选一次照片"))
            #expect(answer.text.contains(Resident.words))
        }
        #expect(try await province.matters == 0)
    }

    @Test("sent twice the matter and its photo are there once")
    func twice() async throws {
        _ = try await add(SayFiles.photos[0])
        _ = try await browser.post("/say", ["words": Resident.words, "bypass": "no"])
        let check = try await browser.post("/say")
        let form = try #require(ShownForm.all(on: check.text).first { $0.action == "/say" })

        let first = try await browser.post(raw: "/say", form.filled([:]))
        let second = try await browser.post(raw: "/say", form.filled([:]))

        #expect(try Slip(first.text).number == Slip(second.text).number)
        #expect(try await files("photo") == 1)
    }

    @Test("a recording needs one line and a place beside it; longer than a minute it is sent back in a sentence")
    func voice() async throws {
        let long = try await browser.post(
            "/say", ["words": "路灯坏了", "bypass": "no"], file: ("voice", SayFiles.voice(seconds: 70)))
        #expect(long.status == .unprocessableContent && long.seen.contains("录音最长 60 秒"))

        let placeless = try await browser.post(
            "/say", ["words": "路灯坏了", "bypass": "no"], file: ("voice", SayFiles.voice(seconds: 3)))
        #expect(placeless.status == .unprocessableContent && placeless.text.contains("href=\"#place\""))
        #expect(placeless.seen.contains("一段录音"))

        _ = try await browser.post("/say", ["words": "路灯坏了", "place": "东门往北", "bypass": "no"])
        let check = try await browser.post("/say")
        #expect(check.seen.contains("录音一段"))
        let slip = try await browser.post("/say")

        #expect(slip.status == .ok)
        #expect(try await files("voice") == 1)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let screen = try await clerk.get("/matters/\(try Slip(slip.text).number)")
        #expect(screen.seen.contains("请先听一遍，把听到的话写在下面的“补充情况”里"))
        let seconds: Int? = try await province.value("SELECT seconds FROM stored_file WHERE kind = 'voice'")
        #expect(seconds == 3)
    }

    @Test("while somebody else writes for too long the photo stays with the words, and no seal is shown as words")
    func locked() async throws {
        let province = try await TestProvince { $0.patience = 0.1 }
        let browser = try await province.browser()
        _ = try await browser.get(Self.place)
        _ = try await browser.post(
            "/say", ["words": Resident.words, "bypass": "no"], file: ("photo", SayFiles.photos[0]))
        _ = try await browser.post("/say")

        let busy = try await Hindrance.locked.during(in: province) { try await browser.post("/say") }
        let again = try await browser.post("/say", ["words": Resident.words])

        #expect(busy.status == .serviceUnavailable)
        #expect(busy.text.firstMatch(of: /<textarea[^>]*>\nsealed:/) == nil)
        #expect(again.status == .ok)
        #expect(try await province.count("SELECT COUNT(*) FROM stored_file WHERE kind = 'photo'") == 1)
    }

    @Test("a browser that has seen no page of ours cannot bring a file, and no other open form takes one")
    func closed() async throws {
        let stranger = try await province.browser()
        #expect(
            try await stranger.post("/say", ["words": "x"], file: ("photo", SayFiles.photos[0])).status == .forbidden)

        _ = try await browser.get("/my")
        #expect(
            try await browser.post("/my", [:], file: ("photo", SayFiles.photos[0])).status == .unsupportedMediaType)
        #expect(try await files("photo") == 0)
    }

    @Test("the page may use the microphone and play what it recorded, and nothing of other sites")
    func headers() async throws {
        let page = try await browser.get(Self.place)

        #expect(page.headers[.init("Permissions-Policy")!]?.contains("microphone=(self)") == true)
        #expect(page.headers[.init("Permissions-Policy")!]?.contains("camera=()") == true)
        #expect(page.headers[.contentSecurityPolicy]?.contains("media-src 'self' blob:") == true)
        #expect(page.text.contains("voice.js") && page.text.contains("say.js"))
    }
}
