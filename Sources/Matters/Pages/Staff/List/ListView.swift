import Directory
import Domain
import Web

struct ListView {
    let listed: ListPage.Listed
    let parts: FormParts
    let next: String?

    private var typed: ListFilter { listed.typed }

    var html: HTML {
        """
        <h1>事项</h1>
        \(path)
        \(parts.filter(action: "/matters", submit: "查找", fields))
        \(unanswered)
        \(result)
        \(Pager(first: typed.address, next: next, isFirst: listed.isFirst).html)
        """
    }

    private var path: HTML {
        """
        <p>现在：\(each: listed.path.enumerated(), { index, area in
            let mark: HTML = index == 0 ? HTML() : " › "
            return area.id == listed.page.area.id
                ? "\(mark)<strong>\(area.name)</strong>"
                : "\(mark)<a href=\"\(address: Address("/matters").with("area", area.key))\">\(area.name)</a>"
        })</p>
        """
    }

    private var fields: HTML {
        let here = listed.page.area.key
        let areas = ([listed.page.area] + listed.below).map { Choice($0.key, $0.name) }
        return """
            \(parts.textField("q", "内容里有", value: typed.words, notes: "两个字就可以找，例如：路灯；也可以写编号"))
            \(parts.select("area", "地区", areas, chosen: here, empty: nil))
            \(parts.select("state", "状态", Self.states, chosen: typed.state?.rawValue ?? "", empty: "全部"))
            \(parts.select("category", "类别", ActFields.categories, chosen: typed.category?.rawValue ?? "", empty: "全部"))
            \(parts.checkbox("overdue", "只看超期的", isOn: typed.isOverdue))
            \(parts.checkbox("unanswered", "只看超过期限还没有答复群众的", isOn: typed.isUnanswered))
            \(parts.checkbox("mine", "只看等我单位办的", isOn: typed.isMine))
            """
    }

    /// Petitions are on no list.
    private static let states = MatterState.allCases.filter { $0 != .referred }
        .map { Choice($0.rawValue, StateWords.label($0)) }

    /// The figure that is to be nought, where one page holds them all.
    private var unanswered: HTML {
        guard let limit = listed.page.answerLimit else { return HTML() }
        let count = listed.page.rows.count
        let isAll = listed.isFirst && next == nil
        return """
            <p>登记超过 \(limit.chinese)还没有答复群众的：\
            <strong>\(isAll ? "\(count) 件" : "\(count) 件以上")</strong>，应当是 0 件。</p>
            """
    }

    private var result: HTML {
        guard !listed.page.rows.isEmpty else { return nothing }
        let columns = ["事项", "状态", "地方", "现在由谁办", "期限"].map { Table.Column($0) }
        return Table(caption, columns, rows: listed.page.rows.map(cells), isCompact: true).html
    }

    private var caption: String {
        typed.isOverdue || typed.isUnanswered ? "超期最久的在前" : "最近登记的在前"
    }

    private func cells(_ row: MatterListQuery.Row) -> [HTML] {
        let dueOn = row.dueAt.map { Day(of: $0) }
        return [
            """
            <a href="\(address: row.number.staffAddress)">\(row.title)</a><br>
            <span class="figures">\(row.number.text)</span>
            \(Day(of: row.registeredAt).chinese(from: listed.today)) 登记\
            \(if: row.category != nil, "，\(row.category?.chinese)")
            """,
            StaffWords.state(row.state), "\(row.division)", "\(row.holder ?? "—")",
            dueOn.map { day in
                """
                \(Phrases(listed.calendar.remaining(until: day, from: listed.today)).html)
                \(StaffWords.alarm(dueOn: day, isOverdue: row.isOverdue, today: listed.today))
                """
            } ?? "—",
        ]
    }

    private var nothing: HTML {
        if next != nil { return Notice.empty("这一段里没有", "更早的可能还有，请点“下一页”接着找。") }
        // The figure above says it.
        if typed.isUnanswered { return HTML() }
        if typed.isEmpty { return Notice.empty("这里还没有事项", "群众反映的事登记以后会出现在这里。") }
        return Notice.empty("没有找到", "少选一个条件，或者换一个词再试；转信访的不在这里，请看“信访转送”。")
    }
}
