import Domain
import Web

struct LinksView {
    let matter: Matter
    let links: [SentLink]
    let done: String?
    let parts: FormParts
    let now: Instant

    private var today: Day { Day(of: now) }

    var html: HTML {
        """
        \(parts.summary)
        <h1>一次性链接</h1>
        <p class="lead"><a class="figures" href="\(address: matter.number.staffAddress)">\(matter.number.text)</a></p>
        \(done.map { Notice.done("<p>\($0)</p>") })
        <p>链接用短信发给本人，不用登录就能办一步；只能看这一件事，每一步只能用一次，到期或收回就失效。链接只有收信的人看得到。</p>
        <h2>再发一个</h2>
        \(LinkForm(matter: matter, parts: parts).html)
        <h2>已经发出的</h2>
        \(links.isEmpty ? Notice.empty("还没有发过", "确定督办代表、交办、答复等审核的时候会自动发；也可以在上面发。") : list)
        """
    }

    private var list: HTML {
        let columns = ["发给", "什么时候", "可以办什么", "现在", "收回"].map { Table.Column($0) }
        return Table("最近发的在前", columns, rows: links.map(cells)).html
    }

    private func cells(_ link: SentLink) -> [HTML] {
        [
            "\(link.name)",
            "\(StaffWords.moment(link.madeAt, from: today))\(if: link.isByHand, "，手工发出")",
            link.acts.html { act, usedAt in
                "<div>\(act.words.title)\(usedAt.map { "：\(StaffWords.moment($0, from: today))办了" as HTML })</div>"
            },
            "\(standing(link))",
            link.isOpen(at: now) ? revocation(link) : "—",
        ]
    }

    private func standing(_ link: SentLink) -> String {
        if let revoked = link.revokedAt { return "\(StaffWords.moment(revoked, from: today)) 收回" }
        let end = Day(of: link.expiresAt).chinese(from: today)
        return now < link.expiresAt
            ? "有效到\(end)（\(Day(of: link.expiresAt).distance(from: today))）" : "\(end)过期"
    }

    private func revocation(_ link: SentLink) -> HTML {
        """
        <form method="post" action="\(address: "\(matter.number.linksAddress.text)/\(link.id)/revocation")">\(parts.token)\
        <button type="submit" class="second">收回<span class="unseen">发给\(link.name)的链接</span></button></form>
        """
    }
}

/// 发一次性链接给承办单位、督办代表.
struct LinkForm {
    let matter: Matter
    let parts: FormParts

    /// To whom there is somebody to send it.
    static func choices(_ matter: Matter) -> [SendLink.Whom] {
        (matter.supervisor == nil ? [] : [.supervisor]) + (matter.handling.lead == nil ? [] : [.handler])
    }

    var html: HTML {
        let choices = Self.choices(matter)
        guard !choices.isEmpty else { return "<p>还没有督办代表，也没有承办单位，没有人可以发。</p>" }
        return parts.form(
            action: matter.number.linksAddress.text, submit: "发一次性链接",
            parts.radios(
                "whom", "发给谁", choices.map { Choice($0.rawValue, $0.chinese) },
                chosen: choices.count == 1 ? choices[0].rawValue : ""))
    }
}
