import Directory
import Domain
import Outbox
import Web

struct WebhooksView {
    let webhooks: [Webhook]
    let atlas: Atlas
    let now: Instant

    var html: HTML {
        """
        <h1>对接</h1>
        <p class="lead">别的平台（12345 热线、网格平台）要跟上事项的进展，就在这里登记它的接收地址，有了进展自动通知它。</p>
        <p><a class="button" href="/admin/webhooks/new">登记一个新的对接</a></p>
        \(webhooks.isEmpty ? nothing : table)
        """
    }

    private var nothing: HTML {
        Notice.empty("还没有对接", "登记一个以后，这里会列出来，可以暂停、测试、看发送记录。")
    }

    private var table: HTML {
        Table(
            "对接着 \(webhooks.count) 个", [.init("对方"), .init("地区"), .init("字段"), .init("现在")],
            rows: webhooks.map { webhook in
                [
                    "<a href=\"\(address: "/admin/webhooks/\(webhook.id)")\">\(webhook.name)</a>",
                    "\(atlas.fullName(of: webhook.area))", "\(webhook.map.chinese)",
                    "\(WebhookCondition(webhook, now: now).label.html)",
                ]
            }
        ).html
    }
}

/// How a receiver fares, in a word.
struct WebhookCondition {
    let label: StatusLabel

    init(_ webhook: Webhook, now: Instant) {
        if webhook.isPaused {
            label = StatusLabel("已暂停", .calm)
        } else if webhook.failures > 0 {
            label = StatusLabel("连不上，会再试", .late)
        } else {
            label = StatusLabel("正常", .done)
        }
    }
}

struct NewWebhookView {
    /// The areas out of which one is chosen, each with those directly below it.
    let within: [Division]
    let choices: [Division]
    let parts: FormParts
    let allowsPrivate: Bool

    var html: HTML {
        """
        <h1>登记一个新的对接</h1>
        \(parts.summary)
        \(deeper)
        \(parts.form(action: "/admin/webhooks", submit: "保存，看密钥", fields))
        <p><a href="/admin/webhooks">回到对接</a></p>
        """
    }

    private var fields: HTML {
        """
        \(within.count == 1 ? parts.hidden("within", within[0].key) : HTML())
        \(parts.select("area", "对方管哪个地区", choices.map { Choice($0.key, $0.fullName) }, notes: "只通知这个地区里的事"))
        \(WebhookFields(parts: parts, webhook: nil, allowsPrivate: allowsPrivate).html)
        """
    }

    private var deeper: HTML {
        let below = choices.filter { area in !within.contains(area) && area.level > .township }
        guard !below.isEmpty else { return HTML() }
        return """
            <p>下面没有要找的地区？先到：\(each: below, { area in
                let deeper = Address("/admin/webhooks/new").with("area", area.key)
                return "<a href=\"\(address: deeper)\">\(area.name)</a> " as HTML
            })</p>
            """
    }
}

/// The one time a secret is shown.
struct WebhookSecretView {
    let id: String
    let name: String
    /// Nil where it was shown already.
    let secret: String?

    var html: HTML {
        """
        <h1>\(name)</h1>
        \(shown)
        <p>对方用它核对每条通知的签名，怎么核对写在系统文档“对接”一节里。</p>
        <p><a class="button" href="\(address: "/admin/webhooks/" + id)">看发送记录，测试一下</a></p>
        """
    }

    private var shown: HTML {
        guard let secret else {
            return Notice.warning("密钥已经显示过，不再显示。没有抄下来，请在这个对接的页面上换一个新的。")
        }
        return """
            \(Notice.warning("密钥只显示这一次，请马上交给对方的管理员，不要发到群里。"))
            <p>密钥<br><strong class="figures">\(secret)</strong></p>
            """
    }
}
