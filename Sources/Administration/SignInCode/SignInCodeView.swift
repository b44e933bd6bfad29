import Web

/// Asks for the telephone.
struct SignInCodeView {
    let parts: FormParts
    let next: String?
    let isPossible: Bool

    var html: HTML {
        """
        <h1>用手机验证码登录</h1>
        \(parts.summary)
        \(isPossible ? asking : Notice.info("<p>这个系统没有开通短信，发不了验证码。请用登录名和密码登录。</p>"))
        <p><a href="\(address: Address("/sign-in").with("next", next))">用登录名和密码登录</a></p>
        """
    }

    private var asking: HTML {
        """
        <p>联络站联络员、人大代表和民情联络员可以用。手机号要先核实过是本人的。</p>
        \(parts.form(action: "/sign-in/code", submit: "获取验证码", """
            \(next.map { parts.hidden("next", $0) })\
            \(parts.textField("telephone", "手机号", kind: .telephone))
            """))
        """
    }
}

/// Asks for the code.
struct SignInCodeEntryView {
    let parts: FormParts
    let next: String?

    var html: HTML {
        """
        <h1>输入验证码</h1>
        \(parts.summary)
        <p>如果这个手机号可以登录，短信马上就到，几分钟内有效，只能用一次。</p>
        \(parts.form(action: "/sign-in/code/entry", submit: "登录", """
            \(next.map { parts.hidden("next", $0) })\
            \(parts.textField("code", "短信里的验证码", kind: .code, notes: "6 位数字"))
            """))
        <p>没有收到？<a href="\(address: Address("/sign-in/code").with("next", next))">重新获取</a>，\
        或者<a href="\(address: Address("/sign-in").with("next", next))">用登录名和密码登录</a>。</p>
        """
    }
}

/// Asks which of several accounts of one telephone.
struct SignInCodeChoiceView {
    let parts: FormParts
    let choices: [Choice]
    let code: String
    let next: String?

    var html: HTML {
        """
        <h1>用哪个账号</h1>
        <p>这个手机号有几个账号，请选一个。</p>
        \(parts.form(action: "/sign-in/code/entry", submit: "登录", """
            \(next.map { parts.hidden("next", $0) })\(parts.hidden("code", code))
            \(parts.radios("account", "账号", choices))
            """))
        """
    }
}
