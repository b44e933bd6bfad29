import Domain

/// What a password must be: 等保 2.0 三级 as it is customarily read, ten characters from three of four classes.
package enum PasswordRules {
    static let shortest = 10
    /// scrypt reads the whole text: without a limit one request could keep a processor busy.
    static let longest = 128

    /// One Chinese sentence saying how to put it right, or nil when the password will do.
    package static func complaint(about password: String, login: String) -> String? {
        if password.count < shortest { return "密码太短，请至少用 \(shortest) 个字符" }
        if password.count > longest { return "密码太长，请不要超过 \(longest) 个字符" }
        if classes(in: password) < 3 {
            return "密码太简单，请在大写字母、小写字母、数字、其他符号中至少用三种"
        }
        if !login.isEmpty, password.lowercased().contains(login.lowercased()) {
            return "密码里不要包含登录名"
        }
        return nil
    }

    /// Throws what is wrong with a new password typed twice.
    static func check(_ password: String, repeated: String, login: String) throws(FormErrors) {
        if let complaint = complaint(about: password, login: login) { throw FormErrors("password", complaint) }
        guard password == repeated else { throw FormErrors("password_again", "两次输入的密码不一样，请重新输入") }
    }

    private static func classes(in password: String) -> Int {
        var found: Set<Int> = []
        for scalar in password.unicodeScalars {
            switch scalar {
            case "a"..."z": found.insert(0)
            case "A"..."Z": found.insert(1)
            case "0"..."9": found.insert(2)
            case _: found.insert(3)
            }
        }
        return found.count
    }
}
