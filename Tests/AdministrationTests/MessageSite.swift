import Domain
import Outbox
import TestSupport

/// The small province with messages in it, for the pages of messages.
struct MessageSite: MessageGround {
    let province: TestProvince

    init() async throws {
        province = try await TestProvince()
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
