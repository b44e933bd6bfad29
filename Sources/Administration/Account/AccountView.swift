import Outbox
import Web

struct AccountView {
    struct RoleLine {
        var role: String
        var place: String
    }

    /// What has just been done; the raw value stands in the address.
    enum Done: String {
        case password = "1"
        case asked, proved, removed

        var sentence: String {
            switch self {
            case .password: "密码已经改好，其他地方的登录都已退出。"
            case .asked: "验证码已经发到邮箱，请把它填在下面。几分钟还没有收到，看看是不是进了垃圾邮件。"
            case .proved: "邮箱已经确认，以后的消息也会发到这里。"
            case .removed: "以后不再往邮箱发消息。"
            }
        }
    }

    let name: String
    let roles: [RoleLine]
    let done: Done?
    let mailbox: Mailbox
    let parts: FormParts

    var html: HTML {
        """
        <h1>我的账号</h1>
        \(parts.summary)
        \(done.map { Notice.done("\($0.sentence)") })
        <h2>\(name)的角色</h2>
        \(roleList)
        \(MailboxFields(mailbox: mailbox, parts: parts).html)
        <p><a href="/follows">我关注的</a></p>
        <h2>修改密码</h2>
        \(parts.form(action: "/account/password", submit: "修改密码", fields))
        """
    }

    private var roleList: HTML {
        guard !roles.isEmpty else {
            return Notice.empty("现在没有角色", "角色由安全管理员授予，请与本单位的安全管理员联系。")
        }
        return """
            <ul>
            \(each: roles, { "<li><strong>\($0.role)</strong>：\($0.place)</li>\n" })</ul>
            """
    }

    private var fields: HTML {
        """
        \(parts.textField("old_password", "现在的密码", kind: .password))
        \(NewPasswordFields(parts: parts, name: "password").html)
        """
    }
}
