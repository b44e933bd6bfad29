import Database
import Directory
import Domain
import Outbox
import Record
import Web

/// Somebody without an account wants news by mail. Nothing goes to the address but one message with a link, until the
/// link was opened: nobody follows for others.
enum FollowByMail {
    /// So much one address may follow.
    static let most = 30
    private static let mailsPerDay = RateRule("follow.mailbox", most: 5, seconds: 86_400)

    static func run(
        _ db: Transaction, _ subject: FollowSubject, mailbox: Sensitive<String>, at now: Instant, ids: inout IDs,
        in installation: Installation
    ) throws {
        let keys = installation.keys
        // Of one mailbox under two spellings there would be two follows, and two messages.
        let index = keys.blindIndex("follow.address", mailbox.opened.lowercased())
        let earlier = try FollowTable.find(index, subject.key, in: db)
        // Who follows already is told nothing new; on the page it looks the same, so that nobody learns who does.
        if earlier?.isConfirmed == true { return }
        try countMail(to: index, at: now, in: db, installation)
        let id = earlier?.id ?? ids.next()
        if earlier == nil {
            guard try FollowTable.count(index, in: db) < most else {
                throw FormErrors("mailbox", "这个邮箱关注的太多了，请先取消几个：每封邮件里都有取消的链接。")
            }
            try FollowTable.insert(id, subject.key, mailbox: mailbox, index: index, at: now, in: db, keys: keys)
        }
        guard let area = subject.place(in: try installation.snapshot(in: db).atlas) else { throw NotFound() }
        let link = installation.settings.publicURL + FollowLink(id, keys: keys).path
        try Outbox.put(
            [
                MessageDraft(
                    .followConfirm, to: .address(.email, mailbox), area: area,
                    values: ["station": subject.neutralName, "link": link], key: "follow/\(id)/confirm/\(ids.next())",
                    isUrgent: true)
            ], in: db, at: now, ids: &ids, keys: keys)
    }

    private static func countMail(
        to index: [UInt8], at now: Instant, in db: Transaction, _ installation: Installation
    ) throws {
        let key = index.map(String.init).joined(separator: ".")
        guard case .exceeded = try installation.limits.take(mailsPerDay, key: key, at: now, in: db) else { return }
        throw FormErrors("mailbox", "今天发到这个邮箱的确认邮件已经够多了，请看看收件箱和垃圾箱，或者明天再试。")
    }
}

/// How often a browser, and an address with a village behind it, may ask in an hour.
struct FollowOrigin: Sendable {
    private static let perBrowser = RateRule("follow", most: 10, seconds: 3600)
    private static let perAddress = RateRule("follow.address", most: 100, seconds: 3600)

    let browser: String
    let address: String?

    func count(at now: Instant, in db: Transaction, _ installation: Installation) throws {
        try take(Self.perBrowser, browser, at: now, in: db, installation)
        if let address { try take(Self.perAddress, address, at: now, in: db, installation) }
    }

    private func take(
        _ rule: RateRule, _ key: String, at now: Instant, in db: Transaction, _ installation: Installation
    ) throws {
        if case .exceeded(let seconds) = try installation.limits.take(rule, key: key, at: now, in: db) {
            throw TooMany(retryAfter: seconds)
        }
    }
}
