import Database
import Domain
import Record
import TestSupport
import Testing

@testable import Matters

@Suite("When a matter is written down")
struct MatterRecordTests {
    @Test("a whole life leaves one event an act, a clean chain and figures that agree")
    func life() async throws {
        let play = try await Play(TestProvince())

        try await play.closed()
        await play.province.work()

        let events = try await play.events
        #expect(
            events == [
                "registered", "triaged", "accepted", "supervisorNamed", "assigned", "takenUp", "replied",
                "replyChecked", "delivered", "rated", "closed",
            ])
        #expect(try await play.province.faults() == [])
    }

    @Test("words, names and telephones are nowhere in the database as they were said")
    func sealed() async throws {
        let play = try await Play(TestProvince(), words: "请打 13834567890 找李四光，身份证 140702197001010018，路灯坏了。")

        let rows =
            try await play.province.value(
                "SELECT COUNT(*) FROM matter_words WHERE masked LIKE '%13834567890%' OR masked LIKE '%140702197001010018%'"
            ) as Int?
        let name = Array("张秀英".utf8)
        let sealed: [UInt8]? = try await play.province.value("SELECT name_sealed FROM reporter")

        #expect(rows == 0)
        #expect(sealed?.firstRange(of: name) == nil)
    }

    @Test(
        "a column changed by hand is found",
        arguments: [
            "UPDATE matter SET supervisor = NULL", "UPDATE matter SET grade = 'dissatisfied'",
            "UPDATE matter SET closed_on = closed_on - 1", "UPDATE matter SET station = station + 0, level = 4",
            "UPDATE matter SET state = 'withdrawn'", "UPDATE matter_words SET masked = '路灯没有坏'",
            "UPDATE matter_words SET place = ''", "UPDATE reporter SET phone_index = code_digest",
            "UPDATE reporter SET name_sealed = code_digest",
            "DELETE FROM matter_area WHERE area IN (SELECT area FROM matter)",
            "UPDATE counter SET total = total + 1", "UPDATE matter SET head = (SELECT code_digest FROM reporter)",
            "UPDATE event SET at = at + 1 WHERE sequence = 3",
            "UPDATE event_content SET sealed = (SELECT code_digest FROM reporter)",
        ] as [Tampering])
    func tampered(_ change: Tampering) async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        await play.province.work()

        try await play.province.write { db, _, _ in try db.run(change.sql) }

        #expect(try await play.province.faults() != [])
    }

    @Test("a clock changed by hand is found")
    func tamperedClock() async throws {
        let play = try await Play(TestProvince())

        try await play.province.write { db, _, _ in try db.run("UPDATE matter_clock SET explanation = '随便'") }

        #expect(try await play.province.faults().count == 1)
    }

    @Test("erased words leave chain and rows true")
    func erased() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        let (log, id, now) = (play.province.installation.log, play.receipt.id, play.province.now)

        try await play.province.write { db, _, _ in
            for event in try log.events(of: .matter(id), in: db) { try log.erase(event: event.id, at: now, in: db) }
        }

        #expect(try await play.province.faults() == [])
        let texts = try await play.province.read { db in
            try log.texts(of: log.events(of: .matter(id), in: db).map(\.id), in: db)
        }
        #expect(texts.isEmpty)
    }

    @Test("who acts for another says for whom and how it was heard")
    func onBehalf() async throws {
        let province = try await TestProvince()
        let heard = Attestation(speaker: .reporter, channel: .visit)
        let play = try await Play(province, by: province.clerk(of: .town).principal) { $0.onBehalf = heard }

        let (log, id) = (province.installation.log, play.receipt.id)
        let first = try await province.read { db in try log.events(of: .matter(id), in: db)[0] }

        #expect(first.author.onBehalf == "reporter")
        #expect(first.facts.code("heard-by") == "visit")
        await #expect(throws: FormErrors.self) {
            try await play.act(.withdraw(reason: "不用了"), by: province.clerk(of: .town))
        }
        try await play.act(
            .ready(.withdraw(reason: "不用了")), by: province.clerk(of: .town), onBehalf: heard)
        #expect(try await play.matter.state == .withdrawn)
    }
}

/// One statement that somebody with the database in hands could send.
struct Tampering: ExpressibleByStringLiteral, CustomTestStringConvertible, Sendable {
    let sql: SQL
    let testDescription: String

    init(stringLiteral text: StaticString) {
        sql = SQL(stringLiteral: text)
        testDescription = "\(text)"
    }
}
