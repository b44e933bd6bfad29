import Domain
import Web

/// 今天: due now, due within seven days, waiting for others; each row says why it is here and has its one next step.
struct TodayView {
    let today: Today
    let roles: Set<Role>
    let office: Wording?
    let day: Day

    var html: HTML {
        """
        <h1>今天</h1>
        <p class="lead">\(date)，\(summary)</p>
        \(if: roles.mayRegister, #"<p><a class="button" href="/matters/new">代群众登记</a></p>"#)
        \(group("现在就办", today.dueNow))
        \(group("七天内到期", today.thisWeek))
        \(folded("以后到期", today.later))
        \(folded("等别人办", today.waiting, isOpen: isIdle))
        \(folded("您登记的", today.own, isOpen: isIdle))
        \(BesideView(waiting: today.beside).html)
        \(if: today.isCut, "<p>这里只列出最急的，其余的在“事项”里找。</p>")
        \(if: isEmpty, nothing)
        \(TodayLinks(roles: roles).html)
        """
    }

    private var isIdle: Bool { today.dueNow.isEmpty && today.thisWeek.isEmpty }

    /// Nothing at all waits, here or elsewhere.
    private var isEmpty: Bool {
        isIdle && today.waiting.isEmpty && today.later.isEmpty && today.own.isEmpty && today.beside.isEmpty
    }

    private var date: String {
        let weekday = ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
        return "\(day.chinese(from: day)) 星期\(weekday)"
    }

    private var summary: String {
        let late = today.waiting.count { $0.isOverdue }
        return mine + (late > 0 ? "，等别人办的有 \(late) 件超期。" : "。")
    }

    private var mine: String {
        if !today.dueNow.isEmpty { return "有 \(today.dueNow.count) 件现在就要办" }
        if !today.thisWeek.isEmpty { return "今天没有到期的，七天内有 \(today.thisWeek.count) 件" }
        return "没有到期的事"
    }

    private func group(_ title: String, _ rows: [Today.Row]) -> HTML {
        rows.isEmpty ? HTML() : "<h2>\(title)（\(rows.count)）</h2>\(list(rows))"
    }

    private func folded(_ title: String, _ rows: [Today.Row], isOpen: Bool = false) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        return """
            <details class="group"\(flag: "open", isOpen)><summary>\(title)（\(rows.count)）\(late(rows))</summary>
            \(list(rows))
            </details>
            """
    }

    /// What is late must not be hidden by a fold.
    private func late(_ rows: [Today.Row]) -> HTML {
        let count = rows.count { $0.isOverdue }
        return count > 0 ? StatusLabel("\(count) 件已超期", .late).html : HTML()
    }

    private func list(_ rows: [Today.Row]) -> HTML {
        "<ul class=\"tasks\">\(each: rows, row)</ul>"
    }

    private func row(_ row: Today.Row) -> HTML {
        """
        <li>
        <p class="task"><a href="\(address: row.number.staffAddress)">\(row.title)</a>
        \(StaffWords.alarm(dueOn: row.dueOn, isOverdue: row.isOverdue, today: day))</p>
        <p class="hint"><span class="figures">\(row.number.text)</span> <span class="whole">\(row.division)</span></p>
        <p>\(Phrases(row.why).html)</p>
        \(row.next.map { step($0, row.number) } ?? HTML())
        </li>

        """
    }

    private func step(_ act: Act, _ number: MatterNumber) -> HTML {
        """
        <p><a class="button second" href="\(address: number.staffAddress)">\(ActWords(act, office: office).title)</a></p>
        """
    }

    private var nothing: HTML {
        let advice: HTML =
            roles.mayRegister
            ? "有群众来说事，请点“代群众登记”；群众自己在网上说的会出现在这一页。"
            : "有事交到您这里时会出现在这一页。"
        return Notice.empty("现在没有等您办的事", advice)
    }
}

extension Set<Role> {
    /// 代录: who hears people out at a station.
    fileprivate var mayRegister: Bool { !isDisjoint(with: [.stationHead, .stationClerk, .deputy, .liaisonOfficer]) }
}

/// Where else one's work is, by role.
struct TodayLinks {
    let roles: Set<Role>

    private struct Link {
        var word: String
        var path: String
        var why: String
        var roles: Set<Role>
    }

    private static let links = [
        Link(
            word: "事项", path: "/matters", why: "按地区、状态、类别和内容查找",
            roles: [.stationHead, .stationClerk, .deputy, .assigningOffice, .distributor, .handler, .auditor]),
        Link(
            word: "全局", path: "/overview", why: "哪里超期、为什么、谁联系不上",
            roles: [.assigningOffice, .auditor]),
        Link(word: "批量交办", path: "/assignments", why: "等交办的事项一次交出去，先预览", roles: [.assigningOffice]),
        Link(
            word: "答复模板", path: "/answer-texts", why: "常见的事怎么答复",
            roles: [.assigningOffice, .stationHead, .distributor]),
        Link(
            word: "信访转送", path: "/petitions", why: "转信访部门的件：编号、天数、转到哪里",
            roles: [.stationHead, .stationClerk, .petitionOffice]),
        Link(word: "本站", path: "/station", why: "概况、接待安排和公告", roles: [.stationHead, .stationClerk]),
        Link(word: "我的账号", path: "/account", why: "改密码、看自己的角色", roles: Set(Role.allCases)),
    ]

    var html: HTML {
        let own = Self.links.filter { !$0.roles.isDisjoint(with: roles) }
        return """
            <h2>常用</h2>
            <ul class="links">\(each: own, { link in
                "<li><a href=\"\(address: link.path)\">\(link.word)</a> <span class=\"hint\">\(link.why)</span></li>\n"
            })</ul>
            \(each: duties, { "<p>\($0)</p>" })
            """
    }

    /// What the three administrators do is done at the machine, not on a page.
    private var duties: [String] {
        var duties: [String] = []
        if roles.contains(.systemAdmin) { duties.append("系统管理员：机构、联络站和人员名册的导入在服务器上做，步骤见部署手册。") }
        if roles.contains(.securityAdmin) { duties.append("安全管理员：开通账号、授予和收回角色在服务器上做，步骤见部署手册。") }
        if roles.contains(.auditor) { duties.append("审计员：可以查看本地区的事项和经过，不能办理；记录的核对在服务器上做。") }
        return duties
    }
}
