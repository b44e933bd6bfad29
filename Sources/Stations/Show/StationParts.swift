import Directory
import Domain
import Web

/// 接待日公告: the next day with names and hours.
struct ReceptionNotice {
    let shown: PublicStation

    var html: HTML {
        guard let next = shown.next else {
            return """
                <h2>下次接待</h2>
                <p>还没有公布下次接待的日子。随时可以在网上反映，也可以给本站打电话。</p>
                """
        }
        return """
            <h2>\(isNear(next) ? "接待日公告" : "下次接待")</h2>
            <p class="lead"><strong>\(ReceptionWords.day(next.day, from: shown.today))，\(next.hours.chinese)</strong>\
            （\(ReceptionWords.distance(to: next.day, from: shown.today))）</p>
            <p>不用预约，直接来就行。</p>
            \(DefinitionList([
                ("地点", "\(next.place)"), ("接待代表", "\(ReceptionWords.names(next.deputies))"),
                ("到场部门", "\(next.departments)"),
                ("主题", "\(next.scope)"),
            ]).html)
            <p class="hint">审核：\(next.reviewer)</p>
            """
    }

    private func isNear(_ next: PublicReception) -> Bool {
        next.day.number - shown.today.number <= Reception.noticeDays
    }
}

/// 年度接待安排: this year and what is known of the next.
struct ReceptionSchedule {
    let shown: PublicStation

    var html: HTML {
        let rows = shown.receptions
        guard !rows.isEmpty else {
            return "<h2 id=\"schedule\">全年接待安排</h2><p>今年的接待安排还没有公布。</p>"
        }
        let columns = ["日期和时间", "地点", "接待代表", "情况"].map { Table.Column($0) }
        let table = Table("\(shown.today.civil.year)年接待安排，含以后已公布的", columns, rows: rows.map(row))
        return "<h2 id=\"schedule\">全年接待安排</h2>\n\(table.html)"
    }

    private func row(_ reception: PublicReception) -> [HTML] {
        [
            "\(ReceptionWords.day(reception.day, from: shown.today)) \(reception.hours.chinese)",
            "\(place(reception))\(if: !reception.scope.isEmpty, "，主题：\(reception.scope)")",
            "\(ReceptionWords.names(reception.deputies))\(if: !reception.departments.isEmpty, "；\(reception.departments)")",
            "\(label(reception)) <span class=\"hint\">审核：\(reception.reviewer)</span>",
        ]
    }

    /// Mostly where the station is, which stands on the page already.
    private func place(_ reception: PublicReception) -> String {
        reception.place == shown.station.address ? "本站" : reception.place
    }

    private func label(_ reception: PublicReception) -> HTML {
        if reception.isCancelled { return StatusLabel("已取消", .late).html }
        return reception.isAhead(at: shown.moment)
            ? StatusLabel("还没到", .running).html : StatusLabel("已过去", .calm).html
    }
}

/// How receptions are said.
enum ReceptionWords {
    static func day(_ day: Day, from today: Day) -> String {
        let week = ["一", "二", "三", "四", "五", "六", "日"]
        return "\(day.chinese(from: today))（星期\(week[day.weekday - 1])）"
    }

    static func distance(to day: Day, from today: Day) -> String { day.distance(from: today) }

    /// For whoever does not count days: 6月20日（星期五），还有 19 天.
    static func dayAndDistance(_ day: Day, from today: Day) -> String {
        "\(self.day(day, from: today))，\(distance(to: day, from: today))"
    }

    static func names(_ deputies: [PublicReception.Deputy]) -> String {
        deputies.isEmpty
            ? "以现场公布为准" : deputies.map { "\($0.name)（\($0.level.chinese)）" }.joined(separator: "、")
    }
}

/// Posts of one kind, each under its title with its reviewer.
struct PostsView {
    let posts: [StationPost]
    let shown: PublicStation
    let title: String
    var empty: String?

    private var address: DeskAddress { DeskAddress(code: shown.station.code) }

    var html: HTML {
        if posts.isEmpty { return empty.map { "<h2>\(title)</h2><p>\($0)</p>" } ?? HTML() }
        return """
            <h2>\(title)</h2>
            \(each: posts, { post in
                """
                <article id="post-\(post.id)"><h3>\(post.title)</h3>
                <p class="detail">\(post.body)</p>
                \(PhotosView(photos: shown.photos[post.id] ?? []) { address.publicPhoto($0.id) }.html)\
                \(post.review.map { ReviewLine(review: $0, today: shown.today).html })</article>

                """
            })
            """
    }
}
