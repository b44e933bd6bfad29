/// What a person typed to sign in, and from which browser.
package struct SignInForm: Sendable {
    package var login: String
    package var password: String
    /// The browser's own description, for the list of sessions.
    package var browser: String
    /// Where it comes from, for the limit of failures; nil where it is not known.
    package var address: String?

    package init(login: String, password: String, browser: String, address: String? = nil) {
        self.login = login
        self.password = password
        self.browser = browser
        self.address = address
    }
}

/// What an attempt to sign in came to. Wrong password, unknown login and closed account are one answer.
package enum SignInOutcome: Sendable {
    case signedIn(SessionTicket)
    case wrong
    /// Too many failures; seconds until it opens again by itself.
    case locked(retryAfter: Int)

    /// The sentence for the person; nil when it worked.
    package var message: String? {
        switch self {
        case .signedIn: nil
        case .wrong: "登录名或密码不对，请检查后再试。忘记密码请找系统管理员领取新的激活码"
        case .locked(let seconds):
            "连续输错的次数太多，请过 \((seconds + 59) / 60) 分钟再试。忘记密码请找系统管理员领取新的激活码"
        }
    }
}
