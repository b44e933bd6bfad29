import Web

struct AccountView {
    struct RoleLine {
        var role: String
        var place: String
    }

    let name: String
    let roles: [RoleLine]
    let isChanged: Bool
    let parts: FormParts

    var html: HTML {
        """
        <h1>我的账号</h1>
        \(parts.summary)
        \(if: isChanged, Notice.done("密码已经改好，其他地方的登录都已退出。"))
        <h2>\(name)的角色</h2>
        \(roleList)
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
