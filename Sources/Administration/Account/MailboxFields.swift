import Outbox
import Web

/// 自己的邮箱 on the page of the own account: named, proved by a code, taken back.
struct MailboxFields {
    let mailbox: Mailbox
    let parts: FormParts

    var html: HTML {
        """
        <h2 id="mailbox">用邮箱收消息</h2>
        \(now)
        \(mailbox.asked.map(proof))
        \(parts.form(action: "/account/mailbox", submit: "把验证码发到这个邮箱", address))
        \(if: mailbox.proved != nil || mailbox.asked != nil, parts.form(
            action: "/account/mailbox/removal", submit: "不再用邮箱收消息", HTML()))
        """
    }

    private var now: HTML {
        guard let proved = mailbox.proved else {
            return "<p>现在在<a href=\"/inbox\">站内消息</a>里告诉您；没看的，每天早上合成一条短信发到您核实过的手机（本地停用的除外）。填了邮箱，改为随时发邮件。</p>"
        }
        return "<p>消息也发到 <strong>\(proved.masked)</strong>。</p>"
    }

    private func proof(_ asked: EmailAddress) -> HTML {
        let code = parts.textField(
            "code", "邮件里的验证码", kind: .code, notes: FieldNotes(hint: "六位数字，发到了 \(asked.masked)，30 分钟内有效"))
        return parts.form(action: "/account/mailbox/proof", submit: "确认是我的邮箱", code)
    }

    private var address: HTML {
        parts.textField(
            "mailbox", "邮箱", notes: FieldNotes(hint: "例如 name@example.cn", seenBy: "只有您自己；系统加密保存，用来发消息"),
            autocomplete: "email")
    }
}
