import Database
import Directory
import Domain
import Synchronization
import TestSupport

@testable import Outbox

/// A way out that does as it is told and keeps what was given to it.
final class ScriptedChannel: OutgoingChannel {
    let target: String
    let isReal: Bool
    var spoken: String { "测试用" }
    private let state = Mutex((given: [OutgoingMessage](), results: [SendResult]()))

    init(_ target: String, isReal: Bool = true, _ results: SendResult...) {
        self.target = target
        self.isReal = isReal
        state.withLock { $0.results = results }
    }

    /// One after the other as scripted, then everything is sent.
    func send(_ message: OutgoingMessage) async -> SendResult {
        state.withLock { state in
            state.given.append(message)
            return state.results.isEmpty ? .sent(providerID: "p", cost: 0) : state.results.removeFirst()
        }
    }

    var given: [OutgoingMessage] { state.withLock { $0.given } }
}

/// The small province with ways out that a test decides about.
struct OutboxGround: MessageGround {
    let province: TestProvince
    let sms: any OutgoingChannel
    let email: any OutgoingChannel

    init(
        _ known: TestProvince? = nil, sms: any OutgoingChannel = ScriptedChannel("sms"),
        email: any OutgoingChannel = ScriptedChannel("email")
    ) async throws {
        if let known { province = known } else { province = try await TestProvince() }
        self.sms = sms
        self.email = email
    }

    var channels: Channels { Channels(sms: sms, email: email, wechat: ScriptedChannel("wechat")) }
    /// What was given to the scripted ways.
    var texts: [OutgoingMessage] { (sms as? ScriptedChannel)?.given ?? [] }
    var mails: [OutgoingMessage] { (email as? ScriptedChannel)?.given ?? [] }

    func deliver() async throws {
        try await DeliverMessages.run(in: province.installation, at: province.now, through: channels)
    }

    /// The sendings of the message with this key, as pages see them.
    func sendings(_ key: String) async throws -> [SendingContent] {
        let keys = province.installation.keys
        return try await province.read { db in
            let ids: [Int64] = try db.rows(
                """
                SELECT x.sending FROM sending_message x JOIN message g ON g.id = x.message
                WHERE g.key = \(key) ORDER BY x.sending
                """
            ).map { try $0[0] }
            return try SendingContent.load(ids, in: db, keys: keys)
        }
    }

    func sending(_ key: String) async throws -> SendingContent? { try await sendings(key).first }

    func inbox(of person: TestPerson) async throws -> [StoredMessage] {
        let (now, keys) = (province.now, province.installation.keys)
        return try await province.read { db in
            try Inbox.messages(of: person.person, after: nil, most: 50, at: now, in: db, keys: keys)
        }
    }

    func prove(_ mailbox: String, of person: TestPerson) async throws {
        let (now, keys) = (province.now, province.installation.keys)
        try await province.write { db, _, _ in
            try ContactTable.set(Sensitive(mailbox), of: person.person, kind: .email, at: now, in: db, keys: keys)
        }
    }

    /// A message to a reporter in the town, by default that there is an answer.
    func news(
        _ matter: MatterID, key: String, _ kind: MessageKind = .answered, isUrgent: Bool = false
    ) -> MessageDraft {
        MessageDraft(
            kind, to: .reporter(matter), area: province.division(.town), matter: matter, values: ["day": "6月8日"],
            key: key, isUrgent: isUrgent)
    }

    func task(for person: TestPerson, key: String, isUrgent: Bool = false) -> MessageDraft {
        MessageDraft(
            .holderWaits, to: .person(person.person), area: province.division(.town), values: ["number": key],
            key: key, isUrgent: isUrgent)
    }
}
