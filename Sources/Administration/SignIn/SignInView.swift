import Web

struct SignInView {
    let parts: FormParts
    let next: String?
    /// Text messages can be sent here.
    let hasCode: Bool

    var html: HTML {
        """
        <h1>登录</h1>
        \(parts.summary)
        \(parts.form(action: "/sign-in", submit: "登录", fields))
        \(if: hasCode, "<p><a href=\"\(address: Address("/sign-in/code").with("next", next))\">用手机验证码登录</a></p>")
        <p>第一次登录，或者忘记了密码：<a href="/activate">用激活码设置密码</a>。\
        没有激活码，请找本单位的系统管理员领取。</p>
        <p>反映意见、查进度不用登录：<a href="/">回到首页</a>。</p>
        """
    }

    private var fields: HTML {
        """
        \(next.map { parts.hidden("next", $0) })\
        \(parts.textField("login", "登录名", autocomplete: "username"))
        \(parts.textField("password", "密码", kind: .password))
        """
    }
}
