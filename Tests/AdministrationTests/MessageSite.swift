import Database
import Domain
import Matters
import Outbox
import Record
import TestSupport

/// The small province with messages in it, for the pages of messages.
struct MessageSite: Sendable {
    let province: TestProvince

    init() async throws {
        province = try await TestProvince()
    }

    /// Somebody says something. What registering tells by itself is taken away: these tests write their own messages.
    func matter(
        phone: String? = "19900001234", home: String? = nil, isBypassed: Bool = false
    ) async throws -> (id: MatterID, number: String) {
        let (area, now, installation) = (province.division(.town), province.now, province.installation)
        return try await province.write { db, ids, _ in
            let reporter = ReporterDraft(
                name: Sensitive("张秀英"), phone: phone.map { Sensitive($0) }, address: home.map { Sensitive($0) })
            let draft = OpinionDraft(
                area: area, words: "村口到学校的路灯坏了三盏，晚上看不见路。", place: "村口", channel: .web,
                isBypassed: isBypassed, reporter: reporter)
            let receipt = try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
            let id: MatterID? = try db.value("SELECT id FROM matter WHERE number = \(receipt.number.text)")
            guard let id else { throw NotFound() }
            try db.run("DELETE FROM message WHERE matter = \(id)")
            return (id, receipt.number.text)
        }
    }

    func put(_ drafts: MessageDraft...) async throws {
        let (now, keys) = (province.now, province.installation.keys)
        try await province.write { db, ids, _ in
            try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: keys)
        }
    }

    /// There is an answer, told to the reporter.
    func tellReporter(of matter: MatterID, key: String = "a", day: String = "6月8日") async throws {
        try await put(
            MessageDraft(
                .answered, to: .reporter(matter), area: province.division(.town), matter: matter,
                values: ["day": day], key: key))
        try await deliver()
    }

    /// What the worker does about messages; the rest of its work would write more of them.
    func deliver() async throws {
        let folder = province.app.settings.dataDirectory + "/outbox"
        try await DeliverMessages.run(in: province.installation, at: province.now, through: .files(in: folder))
    }

    /// The id of the sending of a message.
    func sending(_ key: String = "a") async throws -> Int64 {
        let id: Int64? = try await province.value(
            "SELECT s.id FROM sending s JOIN message g ON g.id = s.message WHERE g.key = \(key)")
        guard let id else { throw NotFound() }
        return id
    }

    func state(_ key: String = "a") async throws -> String? {
        try await province.value(
            "SELECT s.state FROM sending s JOIN message g ON g.id = s.message WHERE g.key = \(key)")
    }
}

extension Answer {
    /// What a person reads of it.
    var seen: String { text.replacing(/<[^>]*>/, with: "") }
}
