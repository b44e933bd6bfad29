import Domain
import Files
import TestSupport
import Testing

@testable import Matters

@Suite("When a handler answers by a link, with photos")
struct LinkReplyTests {
    private static let reply: KeyValuePairs = ["outcome": "solved", "done": Said.done, "signer": "王建国"]

    /// A handler before the link that asks for the answer.
    private func answering(_ ground: FileGround) async throws -> LinkReader {
        let province = ground.province
        try await ground.play.inHandling()
        let path = try await province.link(to: province.handler(of: .town), on: ground.play.number, [.reply])
        let link = try await LinkReader(path, in: province)
        _ = try await link.open()
        return link
    }

    @Test("the photo is on the matter, in the handler's name, before the deputy who checks")
    func photo() async throws {
        let ground = try await FileGround()
        let province = ground.province
        let link = try await answering(ground)

        let answer = try await link.browser.post(link.path + "/reply", Self.reply, file: ("after", SampleFiles.png))

        #expect(answer.status == .seeOther)
        let file = try #require(try await ground.later().first)
        #expect(file.kind == .photo && file.description.opened == "办理后的照片")
        #expect(file.addedBy == province.handler(of: .town).account)
        let event = try await province.lastEvent(of: ground.play.number)
        #expect(event.name == "replied" && event.facts.code("via") == "link")
        let deputy = try await province.browser(as: province.deputy(of: .town)).get(ground.staffPage)
        #expect(deputy.text.contains("alt=\"办理后的照片\""))
        #expect(try await province.faults() == [])
    }

    @Test("the form takes files, watches for empty phrases, and leaves nothing on a telephone that is others' too")
    func page() async throws {
        let ground = try await FileGround()
        let link = try await answering(ground)

        let page = try await link.open().text

        #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("name=\"before\""))
        #expect(page.contains("reply.js") && page.contains("data-watches=\"reply-done\""))
        #expect(page.contains("id=\"reply-done\""))
        #expect(!page.contains("data-keep"))
    }

    @Test("refused it loses no word and uses nothing up, and says that the photo must be chosen again")
    func refused() async throws {
        let ground = try await FileGround()
        let link = try await answering(ground)
        let path = link.path + "/reply"

        let noPhoto = try await link.browser.post(path, Self.reply, file: ("before", FileGround.pdf()))
        let unsigned = try await link.browser.post(
            path, ["outcome": "solved", "done": Said.done], file: ("after", SampleFiles.png))
        let short = try await link.browser.post(
            path, ["outcome": "solved", "done": "修好了", "signer": "王建国"], file: ("after", SampleFiles.png))
        let used = try await ground.province.usedLinkActs()
        let none = try await ground.later().isEmpty
        let taken = try await link.browser.post(path, Self.reply, file: ("after", SampleFiles.png))

        #expect(noPhoto.status == .unprocessableContent && noPhoto.text.contains("这个文件不是照片"))
        #expect(noPhoto.text.contains("\(Said.done)</textarea>") && noPhoto.seen.contains("请再选一次"))
        #expect(unsigned.status == .unprocessableContent && unsigned.text.contains("\(Said.done)</textarea>"))
        #expect(short.status == .conflict && short.text.contains("修好了</textarea>"))
        #expect(used == 0 && none)
        #expect(taken.status == .seeOther)
        #expect(try await ground.later().count == 1)
        #expect(try await ground.province.faults() == [])
    }

    @Test("sent twice the photo is there once")
    func twice() async throws {
        let ground = try await FileGround()
        let link = try await answering(ground)

        for _ in 1...2 {
            let answer = try await link.browser.post(
                link.path + "/reply", Self.reply, file: ("after", SampleFiles.png))
            #expect(answer.status == .seeOther)
        }

        #expect(try await ground.later().count == 1)
    }

    @Test("where the step has become impossible the words are shown, and nothing of the photo's digest")
    func moved() async throws {
        let ground = try await FileGround()
        let province = ground.province
        let link = try await answering(ground)
        try await ground.play.act(.reply(Play.solved), by: province.handler(of: .town))

        let answer = try await link.browser.post(link.path + "/reply", Self.reply, file: ("after", SampleFiles.png))

        #expect(answer.status == .conflict && answer.text.contains("\(Said.done)</textarea>"))
        #expect(!answer.text.contains("sha256:"))
    }

    @Test("whoever sends photos again and again has to wait, and keeps her words")
    func tooMany() async throws {
        let ground = try await FileGround()
        try await ground.province.set(.opinionsPerHour, "1", in: .province)
        let link = try await answering(ground)
        let path = link.path + "/reply"

        let first = try await link.browser.post(path, Self.reply, file: ("after", FileGround.pdf()))
        let second = try await link.browser.post(path, Self.reply, file: ("after", FileGround.pdf()))

        #expect(first.status == .unprocessableContent)
        #expect(second.status == .tooManyRequests && second.text.contains(Said.done))
    }

    @Test("a letter of its own goes along: its number and its scan are in the record, and it is the handler's own act")
    func letter() async throws {
        let ground = try await FileGround()
        let province = ground.province
        let link = try await answering(ground)

        let answer = try await link.browser.post(
            link.path + "/reply",
            ["outcome": "solved", "done": Said.done, "signer": "王建国", "document": "乌政函〔2026〕8号"],
            file: ("scan", FileGround.pdf()))

        #expect(answer.status == .seeOther)
        let event = try await province.lastEvent(of: ground.play.number)
        let draft = try await province.app.files.keep(FileGround.pdf(), as: .document)
        #expect(event.facts.code("scan") == draft.fingerprint && event.author.onBehalf == nil)
        #expect(try await province.count("SELECT COUNT(*) FROM behalf_act") == 0)
        let deputy = try await province.browser(as: province.deputy(of: .town)).get(ground.staffPage)
        #expect(deputy.text.contains("乌政函〔2026〕8号") && deputy.text.contains("盖章的来函"))
        #expect(try await province.faults() == [])
    }
}
