import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

/// The rows as the part that asks reporters writes them: the messages only read them.
@Suite("When a reporter chose how to be told")
struct ReporterChoiceTests {
    @Test(
        "her choice counts before what she left",
        arguments: [
            ("sms", nil, ChannelKind.sms), ("sms", "19900005678", .sms), ("call", nil, .call),
            ("email", "zhang@example.cn", .email), ("visit", "文化路 1 号", .letter), ("letter", "文化路 1 号", .letter),
            ("none", nil, nil),
        ] as [(String, String?, ChannelKind?)])
    func chosen(way: String, address: String?, expected: ChannelKind?) async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        try await choose(way, address, isProved: true, of: matter.id, ground)

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        #expect(try await ground.sendings("a").map(\.channel) == [expected].compactMap(\.self))
        if expected == .sms { #expect(ground.texts.first?.address.opened == address ?? "19900001234") }
        if expected == .email { #expect(ground.mails.first?.address.opened == address) }
    }

    @Test("a mailbox that nobody has proved gets nothing: the telephone has to do")
    func unproved() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        try await choose("email", "zhang@example.cn", isProved: false, of: matter.id, ground)

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        #expect(ground.mails.isEmpty)
        #expect(ground.texts.map(\.address.opened) == ["19900001234"])
    }

    private func choose(
        _ way: String, _ address: String?, isProved: Bool, of matter: MatterID, _ ground: OutboxGround
    ) async throws {
        let keys = ground.province.installation.keys
        let sealed = address.map { keys.seal($0, table: "reporter_channel", column: "address", row: matter) }
        let now = ground.province.now.ms
        try await ground.province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO reporter_channel (matter, channel, address_sealed, proved_at, code_tries, chosen_at)
                VALUES (\(matter), \(way), \(sealed), \(isProved && sealed != nil ? now : nil), 0, \(now))
                """)
        }
    }
}
