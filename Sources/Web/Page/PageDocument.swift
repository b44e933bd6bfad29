import Domain

/// Draws the frame around a page's body.
struct PageDocument {
    let frame: PageFrame
    let context: AppContext
    let session: WebSession?

    func html(_ body: HTML) -> HTML {
        let site = context.site!
        return """
            <!doctype html>
            <html lang="zh-CN"\(if: context.isElder, " class=\"elder\"")>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="format-detection" content="telephone=no">
            <title>\(if: frame.status == .unprocessableContent, "请改一下：")\(frame.title) · \(site.name)</title>
            <link rel="stylesheet" href="\(address: site.assets.address("lianxin.css"))">\
            \(each: frame.sheets, { "\n<link rel=\"stylesheet\" href=\"\(address: site.assets.address($0))\">" })
            <link rel="icon" href="\(address: site.assets.address("lianxin.svg"))" type="image/svg+xml">
            <script type="module" src="\(address: site.assets.address("lianxin.js"))"></script>\
            \(frame.feed.map { "\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\($0.title)\" href=\"\(address: $0.address)\">" as HTML })\
            \(each: frame.scripts, { "\n<script type=\"module\" src=\"\(address: site.assets.address($0))\"></script>" })
            </head>
            <body>
            <a class="skip" href="#main">跳到正文</a>
            \(header(site))
            \(navigation(site))
            <main id="main" tabindex="-1" class="wrap\(if: frame.isWide, " wide")">
            \(body)
            </main>
            \(footer(site))
            </body>
            </html>

            """
    }

    private func header(_ site: Site) -> HTML {
        """
        <header class="band"><div class="wrap wide">
        <p class="brand"><a href="\(address: home)">\(site.name)</a></p>
        <p class="purpose">\(site.purpose)</p>
        <p class="elder-switch"><a href="\(address: elderAddress)">\(context.isElder ? "标准版" : "长辈版")</a></p>
        </div></header>
        """
    }

    private var home: String {
        switch frame.audience {
        case .resident: "/"
        case .staff: "/today"
        }
    }

    /// The same page in the other manner; where this page was the answer to a form, the page behind it.
    private var elderAddress: Address {
        if let button = frame.elderButton { return Address("#" + button) }
        let base: String
        switch context.method {
        case .get, .head: base = context.address
        default: base = context.routes.methods(at: context.path).contains(.get) ? context.path : "/"
        }
        let separator = base.contains("?") ? "&" : "?"
        return Address(base + separator + "elder=" + (context.isElder ? "0" : "1"))
    }

    private func navigation(_ site: Site) -> HTML {
        guard !frame.isBare else { return HTML() }
        let items: [Navigation.Item]
        switch frame.audience {
        case .resident: items = site.navigation.resident
        case .staff: items = session?.principal.signed.map { site.navigation.items(for: $0) } ?? []
        }
        guard !items.isEmpty else { return HTML() }
        return """
            <nav class="main-nav" aria-label="主要栏目"><div class="wrap wide">
            <ul>\(each: items, { item in
                "<li><a href=\"\(address: item.path)\"\(attribute: "aria-current", current(item.path))>\(item.word)\(unread(item))</a></li>"
            })</ul>
            \(signedIn)
            </div></nav>
            """
    }

    private func unread(_ item: Navigation.Item) -> HTML? {
        guard item.tellsUnread, let count = session?.unread, count > 0 else { return nil }
        return "<span class=\"unread\">\(count < 100 ? String(count) : "99+")<span class=\"unseen\"> 条没看</span></span>"
    }

    private func current(_ path: String) -> String? {
        if context.path == path { return "page" }
        return context.path.hasPrefix(path + "/") ? "true" : nil
    }

    /// Signing out changes something, so it is a form and not a link.
    private var signedIn: HTML? {
        switch frame.audience {
        case .resident: return nil
        case .staff:
            guard let session else { return nil }
            return """
                <form class="sign-out" method="post" action="/sign-out">
                <a href="/account">\(session.name)</a>\(context.parts().token)
                <button type="submit" class="quiet">退出</button>
                </form>
                """
        }
    }

    private func footer(_ site: Site) -> HTML {
        """
        <footer class="foot"><div class="wrap wide">
        \(help(site))
        \(otherSide(site))
        </div></footer>
        """
    }

    /// The telephone is answered for residents; whoever works here asks whoever keeps the accounts.
    private func help(_ site: Site) -> HTML {
        switch frame.audience {
        case .resident:
            """
            <p>不会填、有疑问，可以打电话找人帮忙：\
            \(Telephone(site.human.telephone).html)\
            （\(site.human.hours)，有人接听）</p>
            """
        case .staff: "<p>登录不了、不会用，请问本单位或者上级人大管这个系统的人。</p>"
        }
    }

    private func otherSide(_ site: Site) -> HTML? {
        guard !frame.isBare else { return nil }
        return switch frame.audience {
        case .resident: site.faces.contains(.staff) ? "<p><a href=\"/sign-in\">代表和工作人员登录</a></p>" : nil
        case .staff: site.faces.contains(.resident) ? "<p><a href=\"/\">公众页面</a></p>" : nil
        }
    }
}
