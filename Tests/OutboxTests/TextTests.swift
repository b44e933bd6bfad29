import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When a message is put into words")
struct TextTests {
    @Test("a bracket is said when all its places are known, and left out otherwise")
    func brackets() throws {
        let text = try MessageText("编号 {number} 有答复[，最迟 {day} 前][，电话 {phone}]。")

        #expect(text.filled(with: ["number": "1", "day": "6月8日"]) == "编号 1 有答复，最迟 6月8日 前。")
        #expect(text.filled(with: ["number": "1"]) == "编号 1 有答复。")
        #expect(text.filled(with: [:]) == "编号 …… 有答复。")
    }

    @Test(
        "what cannot be read is refused with its reason",
        arguments: [
            ("{title} 有答复", MessageText.Fault.unknownPlace("title")), ("{name}", .unknownPlace("name")),
            ("{}", .unknownPlace("")), ("{number", .bracket("{")), ("number}", .bracket("}")),
            ("[a", .bracket("[")), ("a]", .bracket("]")), ("[a[b]]", .bracket("[")), ("{num[ber]}", .bracket("{")),
        ])
    func unreadable(text: String, fault: MessageText.Fault) {
        #expect(throws: fault) { try MessageText(text) }
    }

    @Test("every built-in text keeps to what is asked of those that places write", arguments: MessageKind.allCases)
    func builtIn(kind: MessageKind) throws {
        for channel in ChannelKind.allCases {
            let text = BuiltInText.text(kind, by: channel)
            try TextCheck.check(text, of: kind, by: channel)
            #expect(text.count > 8)
            _ = try MessageText(kind.subject)
        }
    }

    @Test("given everything there is no hole, and given the least there is none but the number")
    func holes() throws {
        let all = Dictionary(uniqueKeysWithValues: MessageText.places.map { ($0.name, "甲") })
        for kind in MessageKind.allCases {
            for channel in ChannelKind.allCases {
                let text = try MessageText(BuiltInText.text(kind, by: channel))
                #expect(!text.filled(with: all).contains("……"), "\(kind) \(channel)")
                let least = ["number": "1", "station": "站", "code": "2", "link": "网址", "count": "3"]
                #expect(!text.filled(with: least).contains("……"), "\(kind) \(channel)")
            }
        }
    }

    @Test(
        "what a place may not write is refused with a sentence",
        arguments: [
            (MessageKind.answered, ChannelKind.sms, "编号 {number} 已办结", "办结"),
            (.answered, .sms, "编号 {number} 已经受理", "受理"), (.answered, .sms, "有答复", "{number}"),
            (.signInCode, .sms, "请登录", "{code}"), (.oneTimeLink, .email, "请打开", "{link}"),
            (.answered, .sms, "{number} {title}", "事情的题目"), (.answered, .sms, "{number}[", "没有配对"),
            (.answered, .sms, String(repeating: "长", count: 300) + "{number}", "最多 300 字"),
        ])
    func refused(kind: MessageKind, channel: ChannelKind, text: String, reason: String) {
        let errors = #expect(throws: FormErrors.self) { try TextCheck.check(text, of: kind, by: channel) }

        #expect(errors?.message(for: "text")?.contains(reason) == true, "\(errors?.fields.map(\.message) ?? [])")
    }

    @Test("offices may say to offices what they say among themselves")
    func officeWords() throws {
        try TextCheck.check("编号 {number} 已交办，请受理", of: .handlerAssigned, by: .email)
    }

    @Test("the nearest place that wrote a text is heard, and one that gave it back is passed over")
    func inherited() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        try await write(ground, "区里说：{number}", by: ground.province.officer(of: .county), at: .county, version: 0)
        let first = try await said(ground, matter.id, "a")
        try await write(ground, "镇里说：{number}", by: ground.province.officer(of: .town), at: .town, version: 0)
        let second = try await said(ground, matter.id, "b")
        try await write(ground, "", by: ground.province.officer(of: .town), at: .town, version: 1)
        let third = try await said(ground, matter.id, "c")

        #expect(first == "区里说：\(matter.number)")
        #expect(second == "镇里说：\(matter.number)")
        #expect(third == "区里说：\(matter.number)")
    }

    @Test("a text from before stays with what was sent by it")
    func kept() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        let officer = ground.province.officer(of: .town)
        try await write(ground, "从前：{number}", by: officer, at: .town, version: 0)
        _ = try await said(ground, matter.id, "a")
        try await write(ground, "如今：{number}", by: officer, at: .town, version: 1)
        let content = try #require(try await ground.sending("a"))
        let (now, site) = (ground.province.now, ground.province.installation.settings.publicURL)

        let text = try await ground.province.write { db, _, snapshot in
            let book = try TemplateBook(
                kinds: [.answered], areas: [content.area], atlas: snapshot.atlas, at: now, in: db)
            return Composer(atlas: snapshot.atlas, site: site, book: book).compose(content, hidesSecrets: true).text
        }

        #expect(text == "从前：\(matter.number)")
    }

    @Test("somebody else's later text makes a page stale, and who may settle nothing there finds nothing")
    func rights() async throws {
        let ground = try await OutboxGround()
        let officer = ground.province.officer(of: .town)
        try await write(ground, "一：{number}", by: officer, at: .town, version: 0)

        await #expect(throws: Stale.self) {
            try await write(ground, "二：{number}", by: officer, at: .town, version: 0)
        }
        for person in [ground.province.clerk(of: .town), ground.province.officer(of: .street)] {
            await #expect(throws: NotFound.self) {
                try await write(ground, "三：{number}", by: person, at: .town, version: 1)
            }
        }
    }

    private func write(
        _ ground: OutboxGround, _ text: String, by person: TestPerson, at place: TestPlace, version: Int64
    ) async throws {
        let (area, now) = (ground.province.division(place), ground.province.now)
        try await ground.province.write { db, ids, snapshot in
            try WriteTemplate.run(
                db, text, of: .answered, by: .sms, at: area, version: version, signed: person.signed, now: now,
                ids: &ids, atlas: snapshot.atlas)
        }
    }

    private func said(_ ground: OutboxGround, _ matter: MatterID, _ key: String) async throws -> String? {
        try await ground.put(ground.news(matter, key: key))
        try await ground.deliver()
        return ground.texts.last?.text
    }
}
