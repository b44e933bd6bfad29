import Domain
import Outbox
import Web

struct InboxView {
    let shown: [InboxPage.Shown]
    let next: String?
    let isFirst: Bool
    let seen: Instant
    /// What addresses of our own begin with.
    let site: String
    let parts: FormParts

    var html: HTML {
        """
        <h1>消息</h1>
        \(shown.isEmpty ? nothing : list)
        \(Pager(first: Address("/inbox"), next: next, isFirst: isFirst).html)
        <p><a href="/account">把消息也发到我的邮箱</a></p>
        """
    }

    private var nothing: HTML {
        Notice.empty("还没有消息", "有事等您处理时，这里会先告诉您。\(Inbox.keptDays) 天以前的消息不再保留。")
    }

    private var list: HTML {
        """
        \(if: shown.contains { $0.message.readAt == nil }, parts.form(
            action: "/inbox/read", submit: "都看过了", parts.hidden("seen", String(seen.ms))))
        <ul class="messages">
        \(each: shown, item)</ul>
        """
    }

    private func item(_ one: InboxPage.Shown) -> HTML {
        let message = one.message
        return """
            <li>
            <p>\(if: message.readAt == nil, StatusLabel("没看过", .running).html) <strong>\(message.kind.chinese)</strong>
            <span class="when">\(message.notBefore.spoken(from: Day(of: seen)))</span></p>
            <p class="text">\(one.text)</p>
            \(link(of: message).map { "<p><a href=\"\(address: $0.path)\">\($0.word)</a></p>" as HTML })
            </li>

            """
    }

    /// Only ways within the site: nobody gets used to following others here.
    private func link(of message: StoredMessage) -> (path: String, word: String)? {
        let given = message.values["link"].map { $0.hasPrefix(site) ? String($0.dropFirst(site.count)) : $0 }
        let word = message.matter.map { "打开 " + $0.number } ?? "打开"
        if let path = Address.local(given) { return (path, word) }
        return message.matter.map { ("/matters/" + $0.number, word) }
    }
}
