import Domain
import Outbox
import Web

struct WebhookView {
    let webhook: Webhook
    let log: WebhookLog
    let area: String
    let done: WebhookDone?
    let now: Instant
    let editing: FormParts
    let parts: FormParts
    let allowsPrivate: Bool

    private var path: String { "/admin/webhooks/\(webhook.id)" }

    var html: HTML {
        """
        \(editing.summary)
        <h1>\(webhook.name)</h1>
        \(done.map { Notice.done("\($0.sentence)") })
        \(DefinitionList([
            ("地区", "\(area)"), ("接收地址", "\(webhook.address.text)"), ("字段", "\(webhook.map.chinese)"),
            ("通知的事", "\(topics)"), ("现在", condition),
        ]).html)
        \(actions)
        <h2>还没有发成的</h2>
        \(log.waiting.isEmpty ? Notice.empty("没有", "有了进展会马上发出去。") : table("最早的在前", log.waiting))
        <h2>发送记录</h2>
        \(log.newest.isEmpty ? Notice.empty("还没有发过", "可以先发一条测试通知。") : table("最近 \(log.newest.count) 条，新的在前", log.newest))
        <h2>修改</h2>
        \(editing.form(
            action: path, version: webhook.version, submit: "保存",
            WebhookFields(parts: editing, webhook: webhook, allowsPrivate: allowsPrivate).html))
        <p><a href="/admin/webhooks">回到对接</a></p>
        """
    }

    private var topics: String {
        WebhookTopic.choices.filter(webhook.topics.contains).map(\.chinese).joined(separator: "、")
    }

    private var condition: HTML {
        let label = WebhookCondition(webhook, now: now).label.html
        guard webhook.failures > 0, !webhook.isPaused, now < webhook.resumesAt else { return label }
        return "\(label) 连续 \(webhook.failures) 次没有发成，\(moment(webhook.resumesAt))再试"
    }

    private var actions: HTML {
        """
        <h2>可以做的</h2>
        \(button("/trial", "发一条测试通知"))
        \(webhook.isPaused ? button("/resumption", "恢复发送") : button("/pause", "暂停发送", class: "second"))
        <details class="act"><summary>换一个密钥</summary>
        <p>新密钥马上生效并显示一次；旧密钥再用 24 小时，两个签名一起发，对方来得及更换。</p>
        \(button("/secret", "换密钥"))
        </details>
        <details class="act"><summary>删除这个对接</summary>
        <p>不再通知对方，还没有发的和发送记录一起删掉；谁在什么时候删的，留在记录里。</p>
        \(button("/removal", "删除"))
        </details>
        """
    }

    private func button(_ noun: String, _ word: String, class manner: String? = nil) -> HTML {
        parts.form(
            action: path + noun, version: webhook.version,
            buttons: "<button type=\"submit\"\(attribute: "class", manner)>\(word)</button>", HTML())
    }

    private func table(_ caption: String, _ lines: [WebhookLog.Line]) -> HTML {
        let columns = [
            Table.Column("发生"), Table.Column("事项"), Table.Column("环节"), Table.Column("结果"),
            Table.Column("试了几次", isNumber: true), Table.Column("最后一次"),
        ]
        return Table(caption, columns, rows: lines.map(cells)).html
    }

    private func cells(_ line: WebhookLog.Line) -> [HTML] {
        let answer = [line.status.map { "回答码 \($0)" }, line.tookMs.map { "用时 \($0) 毫秒" }].compactMap(\.self)
        return [
            "\(moment(line.at))", "<span class=\"figures\">\(line.number?.text ?? "—")</span>", "\(line.topic.chinese)",
            "\(line.outcome.chinese)\(if: !answer.isEmpty, "（\(answer.joined(separator: "，"))）")",
            "\(line.attempts)", "\(line.triedAt.map(moment) ?? "还没有")",
        ]
    }

    private func moment(_ instant: Instant) -> String {
        let day = Day(of: instant)
        let minutes = (instant.ms - day.start.ms) / 60_000
        let minute = minutes % 60
        return "\(day.chinese(from: Day(of: now))) \(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
    }
}
