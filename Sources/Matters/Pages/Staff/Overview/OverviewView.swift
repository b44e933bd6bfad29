import Directory
import Domain
import Web

/// Draws 全局: first the two figures, then where, at whom and at what it stands, then who cannot be reached.
struct OverviewView {
    let overview: Overview
    let path: [Division]
    let today: Day

    var html: HTML {
        """
        <h1>全局：\(overview.area.name)</h1>
        \(trail)
        <p class="lead">\(lead)</p>
        \(if: overview.late == 0, Notice.empty("没有超期的事项", "下面各级都在期限内。"))
        \(table("超期在哪里", "地方", overview.places))
        \(table("超期在谁手里", "单位", overview.holders))
        \(table("超期停在哪一步", "步骤", overview.stages))
        \(worst)
        <h2>联系不上的</h2>
        \(closed)
        \(absent)
        """
    }

    private var trail: HTML {
        guard path.count > 1 else { return HTML() }
        return """
            <p>\(each: path.enumerated(), { index, area in
                let mark: HTML = index == 0 ? HTML() : " › "
                return area.id == overview.area.id
                    ? "\(mark)<strong>\(area.name)</strong>" : "\(mark)<a href=\"\(address: link(area))\">\(area.name)</a>"
            })</p>
            """
    }

    private func link(_ area: Division) -> Address { Address("/overview").with("area", area.key) }

    private var lead: HTML {
        let list = Address("/matters").with("area", overview.area.key).with("overdue", "yes")
        return """
            超期 <a href="\(address: list)"><strong>\(overview.late)\(if: overview.isCut, "+")</strong> 件</a>，\
            七天内到期 <strong>\(overview.dueThisWeek)\(if: overview.isWeekCut, "+")</strong> 件。\
            \(if: overview.isCut, "下面只算超期最久的 \(OverviewQuery.looked) 件。")
            """
    }

    private func table(_ title: String, _ column: String, _ shares: [Overview.Share]) -> HTML {
        guard !shares.isEmpty else { return HTML() }
        let columns = [Table.Column(column), Table.Column("超期件数", isNumber: true), Table.Column("最久的已超")]
        let rows = shares.prefix(OverviewQuery.shown).map { share -> [HTML] in
            [place(share), "\(share.late)", "\(overdue(share.longest))"]
        }
        let rest = shares.dropFirst(OverviewQuery.shown)
        return """
            <h2>\(title)</h2>
            \(Table("各\(column)的超期件数", columns, rows: rows, isCompact: true, isUnderHeading: true).html)
            \(if: !rest.isEmpty, "<p class=\"hint\">另有 \(rest.count) 个，共 \(rest.reduce(0) { $0 + $1.late }) 件。</p>")
            """
    }

    private func place(_ share: Overview.Share) -> HTML {
        guard let area = share.area else { return "\(share.name)" }
        return "<a href=\"\(address: Address("/overview").with("area", area))\">\(share.name)</a>"
    }

    private func overdue(_ day: Day) -> String {
        let days = today.number - day.number
        return days > 60 ? "\(days / 30) 个多月" : "\(days) 天"
    }

    private var worst: HTML {
        guard !overview.worst.isEmpty else { return HTML() }
        let columns = ["事项", "停在", "在谁手里", "已超"].map { Table.Column($0) }
        let rows = overview.worst.map { late -> [HTML] in
            [
                """
                <a href="\(address: late.number.staffAddress)">\(late.title)</a><br>
                <span class="figures">\(late.number.text)</span>
                """,
                StaffWords.state(late.state), "\(late.holder)", "\(overdue(late.dueOn))",
            ]
        }
        return "<h2>超期最久的</h2>\n\(Table("超期最久的 \(rows.count) 件", columns, rows: rows, isUnderHeading: true).html)"
    }

    private var closed: HTML {
        guard !overview.closed.isEmpty else { return "<p>各站站长和联络员都联系得上。</p>" }
        let columns = [Table.Column("联络站"), Table.Column("为什么")]
        let rows = overview.closed.prefix(OverviewQuery.named).map { station -> [HTML] in
            ["<a href=\"\(address: "/s/" + station.code)\">\(station.name)</a>", "\(reason(station.reason))"]
        }
        return """
            \(Table("收不了新事项的站：\(overview.closed.count) 个", columns, rows: rows).html)
            <p class="hint">没有核实过电话、也很久没有登录的人，算联系不上；这些地方的新事项暂由县级中心站接。</p>
            """
    }

    private func reason(_ reason: Overview.ClosedStation.Reason) -> String {
        switch reason {
        case .noHead: "站长联系不上"
        case .noClerk: "联络员联系不上"
        case .nobody: "站长和联络员都联系不上"
        }
    }

    private var absent: HTML {
        guard !overview.absent.isEmpty else { return "<p>本级和下一级的岗位都登录过。</p>" }
        let columns = ["姓名", "岗位", "单位", "从哪天起"].map { Table.Column($0) }
        let rows = overview.absent.map { absent -> [HTML] in
            ["\(absent.name)", "\(absent.role.chinese)", "\(absent.place)", "\(absent.since.chinese(from: today))"]
        }
        let count = overview.isAbsentCut ? "\(rows.count) 人以上，先列这些" : "\(rows.count) 人"
        return """
            <details class="group"><summary>本级和下一级从未登录过的：\(count)</summary>
            \(Table("发过账号、一次也没有用过的", columns, rows: rows, isCompact: true).html)
            </details>
            """
    }
}
