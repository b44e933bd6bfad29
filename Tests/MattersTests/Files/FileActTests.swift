import Domain
import Files
import TestSupport
import Testing

@testable import Matters

@Suite("When an act brings files")
struct FileActTests {
    @Test("a reporter adds a photo to what she said, in her own words")
    func remark() async throws {
        let ground = try await FileGround()
        let reporter = try await ground.reporter()

        let answer = try await reporter.browser.post(
            ground.ownPage + "/remark", ["words": "今天又坏了一盏。", "photo_text": "东口的灯也不亮了"],
            file: ("photo", SampleFiles.webp))

        #expect(answer.location == ground.ownPage + "?done=remark")
        let file = try #require(try await ground.later().first)
        #expect(file.kind == .photo && file.description.opened == "东口的灯也不亮了" && file.addedBy == nil)
        #expect(try await reporter.browser.get(ground.ownPage).text.contains("alt=\"东口的灯也不亮了\""))
        let clerk = ground.province.clerk(of: .town)
        #expect(try await ground.status(file.id, by: clerk) == 200)
        #expect(try await ground.province.faults() == [])
    }

    @Test("sent twice the photo is there once")
    func twice() async throws {
        let ground = try await FileGround()
        let reporter = try await ground.reporter()
        let path = ground.ownPage + "/remark"

        for _ in 1...2 {
            let answer = try await reporter.browser.post(path, ["words": "又坏了一盏。"], file: ("photo", SampleFiles.webp))
            #expect(answer.status == .seeOther)
        }

        #expect(try await ground.later().count == 1)
        #expect(try await ground.play.events == ["registered", "remarked"])
    }

    @Test("what is no photo is said at its field; the words stay and nothing is written")
    func refused() async throws {
        let ground = try await FileGround()
        let reporter = try await ground.reporter()

        let answer = try await reporter.browser.post(
            ground.ownPage + "/remark", ["words": "今天又坏了一盏路灯，请来看看。"], file: ("photo", FileGround.pdf()))

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#remark-photo\">这个文件不是照片"))
        #expect(answer.text.contains("今天又坏了一盏路灯，请来看看。</textarea>"))
        #expect(answer.seen.contains("请再选一次"))
        #expect(try await ground.play.events == ["registered"])
        #expect(try await ground.later().isEmpty)
    }

    @Test("the photos of a reply are seen by who checks it, and by the reporter once she was told")
    func reply() async throws {
        let ground = try await FileGround()
        let province = ground.province
        try await ground.play.inHandling()
        let handler = try await province.browser(as: province.handler(of: .town))
        _ = try await handler.get(ground.staffPage)

        let answer = try await handler.post(
            ground.staffPage + "/reply", ["outcome": "solved", "done": Said.done, "signer": "王建国"],
            file: ("after", SampleFiles.png))

        #expect(answer.status == .seeOther)
        let file = try #require(try await ground.later().first)
        #expect(file.description.opened == "办理后的照片" && file.addedBy == province.handler(of: .town).account)
        let deputy = try await province.browser(as: province.deputy(of: .town)).get(ground.staffPage)
        #expect(deputy.text.contains("alt=\"办理后的照片\""))
        #expect(try await ground.status(file.id, by: province.handler(of: .town)) == 200)
        let reporter = try await ground.reporter()
        let path = "\(ground.ownPage)/files/\(file.id)"
        #expect(try await reporter.browser.get(path).status == .notFound)

        try await ground.play.act(.passCheck(note: ""), by: province.deputy(of: .town))
        try await ground.play.act(.deliver(.phone, words: "路灯修好了"), by: province.deputy(of: .town))
        #expect(try await reporter.browser.get(path).status == .ok)
        #expect(try await reporter.browser.get(ground.ownPage).text.contains("alt=\"办理后的照片\""))
    }

    @Test("a clerk who writes for a handler adds the stamped letter, and the event names it by its hash")
    func letter() async throws {
        let ground = try await FileGround()
        let province = ground.province
        try await ground.play.inHandling()
        let clerk = try await province.browser(as: province.clerk(of: .town))
        let letter: KeyValuePairs = [
            "outcome": "solved", "done": Said.done, "signer": "王建国", "document": "乌政函〔2026〕8号", "letter_signer": "王建国",
        ]
        let path = ground.staffPage + "/reply"

        #expect(try await clerk.get(ground.staffPage).text.contains("name=\"scan\""))
        let script = try await clerk.post(path, letter, file: ("scan", FileGround.pdf("<</S/JavaScript>>")))
        #expect(script.status == .unprocessableContent && script.seen.contains("这个 PDF 里有会自动运行的内容"))
        _ = try await clerk.get(ground.staffPage)
        #expect(try await clerk.post(path, letter, file: ("scan", FileGround.pdf())).status == .seeOther)

        let file = try #require(try await ground.later().first)
        let event = try await province.lastEvent(of: ground.play.number)
        let draft = try await province.app.files.keep(FileGround.pdf(), as: .document)
        #expect(event.name == "replied" && event.facts.code("scan") == draft.fingerprint)
        let shown = try await clerk.get("\(ground.staffPage)/files/\(file.id)")
        #expect(shown.bytes == FileGround.pdf())
        #expect(shown.headers[.contentDisposition] == "attachment; filename=\"document.pdf\"")
        let reporter = try await ground.reporter()
        #expect(try await reporter.browser.get("\(ground.ownPage)/files/\(file.id)").status == .notFound)
        #expect(try await province.faults() == [])
    }

    @Test(
        "while the database is full or locked the words stay, the photo is asked for again, nothing is lost or doubled",
        arguments: Hindrance.allCases)
    func hindered(_ hindrance: Hindrance) async throws {
        let province = try await TestProvince { $0.patience = 0.1 }
        let ground = try await FileGround(province)
        let reporter = try await ground.reporter()
        let words = String(repeating: "今天又坏了一盏路灯。", count: 400)
        let path = ground.ownPage + "/remark"

        let refused = try await hindrance.during(in: province) {
            try await reporter.browser.post(path, ["words": words], file: ("photo", SampleFiles.webp))
        }
        let events = try await ground.play.events
        let taken = try await reporter.browser.post(path, ["words": words])

        #expect(refused.status == .serviceUnavailable && refused.text.contains(words))
        #expect(refused.seen.contains("照片和文件没有留下来") && !refused.text.contains("sha256:"))
        #expect(events == ["registered"])
        #expect(taken.status == .seeOther)
        #expect(try await ground.play.events == ["registered", "remarked"])
    }

    @Test("more than is taken is refused; the words in front of it are shown")
    func tooLarge() async throws {
        let ground = try await FileGround()
        let reporter = try await ground.reporter()
        let words = "今天又坏了一盏路灯，请快来看一看。"

        let answer = try await reporter.browser.post(
            ground.ownPage + "/remark", ["words": words],
            file: ("photo", FileGround.photo + [UInt8](repeating: 0, count: 24 << 20)))

        #expect(answer.status == .contentTooLarge && answer.text.contains(words))
        #expect(try await ground.play.events == ["registered"])
    }
}
