import Domain

/// 登录名: what a person types to sign in. Small letters, digits and the signs a telephone keyboard has.
package enum LoginName {
    /// Two people must not differ by a capital letter or a space at the end only.
    package static func normalized(_ typed: String) -> String {
        String(typed.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()).lowercased()
    }

    /// The login in its one form, or what is wrong with it.
    package static func checked(_ typed: String) throws(FormErrors) -> String {
        let login = normalized(typed)
        let allowed = login.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "0"..."9", ".", "-", "_": true
            case _: false
            }
        }
        guard allowed, (3...40).contains(login.count) else {
            throw FormErrors("login", "登录名请用 3 到 40 个小写字母、数字、点、横线或下划线")
        }
        return login
    }
}
