import Database
import Domain
import Outbox
import TestSupport

@testable import Publicity

/// Somebody with a mailbox in front of the pages of following.
struct FollowGround {
    static let mailbox = "liu@example.cn"

    let province: TestProvince
    let published: PublishedGround
    let browser: Browser

    init() async throws {
        province = try await TestProvince()
        published = PublishedGround(province: province)
        browser = try await province.browser()
    }

    /// Opens the page of something and sends the form.
    func ask(_ subject: String, mailbox: String = mailbox) async throws -> Answer {
        _ = try await browser.get("/follow?" + subject)
        // What else the subject says stands in hidden fields of the page.
        let parts = subject.prefix { $0 != "&" }.split(separator: "=").map(String.init)
        return try await browser.post("/follow", ["\(parts[0])": parts[1], "mailbox": mailbox])
    }

    /// Asks, opens the link of the message and presses the button. Returns the link's path.
    @discardableResult
    func follow(_ subject: String, mailbox: String = mailbox) async throws -> String {
        _ = try await ask(subject, mailbox: mailbox)
        let path = try await links(to: mailbox).last ?? ""
        _ = try await browser.get(path)
        _ = try await browser.post(path + "/confirmation")
        return path
    }

    /// The links of the messages that ask to confirm.
    func links(to mailbox: String = mailbox) async throws -> [String] {
        try await sent(.followConfirm).filter { $0.mailbox == mailbox }
            .compactMap { $0.values["link"]?.path }
    }

    func news(to mailbox: String = mailbox) async throws -> [SentNews] {
        try await sent(.followedNews).filter { $0.mailbox == mailbox }
    }

    /// Messages as they were written; the one place here that knows how they lie in their table.
    func sent(_ kind: MessageKind) async throws -> [SentNews] {
        let keys = province.installation.keys
        return try await province.read { db in
            try db.rows(
                """
                SELECT id, person, address_sealed, values_sealed FROM message WHERE kind = \(kind.rawValue)
                ORDER BY created_at, id
                """
            ).map { row in
                let id: Int64 = try row[0]
                let mailbox = try (row[2] as [UInt8]?).map {
                    try keys.openText($0, table: "message", column: "address_sealed", row: id)
                }
                let text =
                    try (row[3] as [UInt8]?).map {
                        try keys.openText($0, table: "message", column: "values_sealed", row: id)
                    } ?? ""
                return SentNews(mailbox: mailbox, person: try row[1], values: SentNews.values(text))
            }
        }
    }
}

struct SentNews: Hashable, Sendable {
    var mailbox: String?
    var person: PersonID?
    var values: [String: String]

    static func values(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "\u{1E}").map { $0.split(separator: "\u{1F}", maxSplits: 1) }
        return Dictionary(pairs.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }) { first, _ in first
        }
    }
}

extension String {
    /// Of an address on this site, what stands behind the host.
    var path: String {
        guard let scheme = firstRange(of: "://") else { return self }
        let rest = self[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
