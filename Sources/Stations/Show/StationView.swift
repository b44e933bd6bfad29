import Directory
import Domain
import Web

/// The page of a station, in the order in which people ask: when can I come, who is there, where is it, what is new.
struct StationView {
    let shown: PublicStation
    let human: Site.HumanLine
    /// The page's own address, as the sign at the door carries it.
    let door: String

    var html: HTML {
        """
        <h1>\(shown.station.name)</h1>
        <p class="lead">\(shown.place)</p>
        \(condition)
        <p><a class="button" href="\(address: .say(station: shown.station.code))">向本站反映</a></p>
        \(ReceptionNotice(shown: shown).html)
        \(ReceptionInvitation(shown: shown).html)
        <h2>联系本站</h2>
        \(contact.html)
        <p>\(answers)</p>
        \(PostsView(posts: shown.posts(.announcement), shown: shown, title: "公告").html)
        \(PostsView(posts: shown.posts(.news), shown: shown, title: "动态").html)
        \(DeputiesView(shown: shown).html)
        \(ReceptionSchedule(shown: shown).html)
        \(ReceptionRhythmView(shown: shown).html)
        \(points)
        <h2>联络站概况</h2>
        \(overview.html)
        \(reviewLine(shown.profile?.published == nil ? nil : shown.profile?.review))
        \(PostsView(posts: shown.posts(.rule), shown: shown, title: "制度").html)
        \(sign)
        <p><a href="\(address: feed)">订阅本站的公告和公开的事</a>　\
        <a href="\(address: Address("/follow").with("station", shown.station.code))">关注本站的公开消息</a>　\
        <a href="/stations">找别的联络站</a></p>
        """
    }

    var feed: Address { Address(Address.station(shown.station.code).text + "/feed.atom") }

    /// What one may expect here, told only from enough to tell it.
    private var answers: String {
        let days = shown.answerDays
        guard days.count >= AreaFigures.least, let median = Median.of(days) else {
            return "近半年答复过 \(days.count) 件，件数太少，说不准通常几天答复。"
        }
        return "近半年通常 \(median) 天答复（\(days.count) 件，一半比这快，一半比这慢）。"
    }

    /// To be hung up or passed on; folded, because whoever reads this is here already.
    private var sign: HTML {
        guard let code = QRCode(door) else { return HTML() }
        return """
            <details class="group"><summary>本站的二维码</summary>
            <p>用手机扫一扫就能打开这一页，可以打印出来贴在门口。</p>
            \(code.svg(label: "打开\(shown.station.name)的二维码"))</details>
            """
    }

    private var condition: HTML {
        switch shown.station.status {
        case .closed: Notice.warning("本站已经关闭。\(standIn)")
        case .preparing: Notice.warning("本站正在筹建，还没有开放。\(standIn)")
        case .open: shown.standIn == nil ? HTML() : Notice.warning("本站现在没有人值守。\(standIn)")
        }
    }

    private var standIn: HTML {
        guard let station = shown.standIn else { return "您反映的事会由上一级联络站负责。" }
        return """
            您反映的事由<a href="\(address: .station(station.code))">\(station.name)</a>负责。
            """
    }

    private var contact: DefinitionList {
        DefinitionList([
            ("电话", telephone), ("开放时间", "\(shown.station.hours)"), ("地址", "\(shown.station.address)"),
            ("站长", names(.stationHead)), ("联络员", names(.stationClerk)),
        ])
    }

    private var telephone: HTML {
        let own = shown.station.phone
        let number = own.isEmpty ? human.telephone : own
        return "\(Telephone(number).html)\(if: own.isEmpty, "（\(human.hours)）")"
    }

    private func names(_ role: Role) -> HTML {
        let names = shown.staff(role)
        return names.isEmpty ? "暂时空缺" : "\(names.joined(separator: "、"))"
    }

    private var overview: DefinitionList {
        let words = shown.profile?.published
        return DefinitionList([
            ("位置", "\(words?.location ?? shown.station.address)"), ("服务范围", "\(words?.surroundings ?? shown.place)"),
            ("代表人数", counts), ("设施", "\(shown.station.equipment)"), ("制度", "\(words?.systems)"),
            ("联络点", "\(shown.points.count) 个"), ("级别", "\(shown.station.level.chinese)"),
            ("负责机关", "\(shown.organ)"),
        ])
    }

    /// All five congresses, so that a nought is seen as one.
    private var counts: HTML {
        let each = CongressLevel.allCases.reversed().map { "\($0.chinese) \(shown.counts[$0] ?? 0) 人" }
        return "共 \(shown.total) 人：\(each.joined(separator: "，"))"
    }

    private func reviewLine(_ review: Review?) -> HTML {
        review.map { ReviewLine(review: $0, today: shown.today).html } ?? HTML()
    }

    private var points: HTML {
        guard !shown.points.isEmpty else { return HTML() }
        return """
            <h2 id="points">联络点（\(shown.points.count) 个）</h2>
            <ul>\(each: shown.points, { "<li><strong>\($0.name)</strong> \($0.address)</li>\n" })</ul>
            """
    }
}

/// Who read a text before it stood here, and when.
struct ReviewLine {
    let review: Review
    let today: Day

    var html: HTML {
        "<p class=\"hint\">\(Day(of: review.at).chinese(from: today))发布，审核：\(review.name)</p>"
    }
}
