import Directory
import Web

struct ActivateView {
    let parts: FormParts

    var html: HTML {
        """
        <h1>用激活码设置密码</h1>
        \(parts.summary)
        \(parts.form(action: "/activate", submit: "设置密码并登录", fields))
        <p>已经有密码：<a href="/sign-in">登录</a>。</p>
        """
    }

    private var fields: HTML {
        """
        \(parts.textField("login", "登录名", autocomplete: "username"))
        \(parts.textField("code", "激活码", kind: .code, notes: "纸条上的 12 位数字，领取后 7 天内有效"))
        \(NewPasswordFields(parts: parts, name: "password").html)
        """
    }
}

/// A new password, typed twice: the same on the pages of activation and of the own account.
struct NewPasswordFields {
    let parts: FormParts
    let name: String

    var html: HTML {
        """
        \(parts.textField(
            name, "新密码", kind: .password, notes: "至少 10 个字符，大写字母、小写字母、数字、其他符号中至少用三种",
            autocomplete: "new-password"))
        \(parts.textField("password_again", "再输入一次新密码", kind: .password, autocomplete: "new-password"))
        """
    }
}
