import Directory
import Domain
import Web

struct PetitionsView {
    let slips: [PetitionSlip]
    /// Those of them for which the department should have set a deadline by now.
    let withoutDeadline: [PetitionSlip]
    let calendar: WorkCalendar
    let now: Instant
    let next: String?
    let isFirst: Bool

    private var today: Day { Day(of: now) }

    var html: HTML {
        """
        <h1>信访转送</h1>
        <p class="lead">转信访部门的件。这里只有编号、天数和转到哪里；内容只有信访部门和本人能看到。</p>
        \(if: !withoutDeadline.isEmpty, late)
        \(slips.isEmpty ? nothing : table)
        \(Pager(first: Address("/petitions"), next: next, isFirst: isFirst).html)
        """
    }

    /// Row 51: whoever reads this can set the deadline, or call those who can.
    private var late: HTML {
        let columns = [
            Table.Column("编号"), Table.Column("转送"), Table.Column("转到"), Table.Column("经办的联络站"),
        ]
        return """
            <h2 id="without-deadline">过了规定的天数还没有明确期限</h2>
            <p>转送 15 天后仍没有明确办理期限的，请信访部门填上期限；站长请打电话催问。</p>
            \(Table("最早该明确的在前", columns, rows: withoutDeadline.map { Array(cells($0).prefix(4)) }).html)
            <h2>在办的转送件</h2>
            """
    }

    private var nothing: HTML {
        Notice.empty("没有在办的转送件", "站长在分析一件事时选“转信访部门”，转送单会出现在这里。")
    }

    private var table: HTML {
        let columns = [
            Table.Column("编号"), Table.Column("转送"), Table.Column("转到"), Table.Column("经办的联络站"),
            Table.Column("期限"), Table.Column("打印"),
        ]
        return Table("最急的在前", columns, rows: slips.map(cells)).html
    }

    private func cells(_ slip: PetitionSlip) -> [HTML] {
        let days = today.number - slip.referredOn.number
        return [
            "<a class=\"figures\" href=\"\(address: slip.number.staffAddress)\">\(slip.number.text)</a>",
            "\(slip.referredOn.chinese(from: today))，\(days == 0 ? "今天转的" : "已经 \(days) 天")",
            "\(slip.office.name)", "\(slip.station.name)",
            slip.clocks.html { clock in
                let isOverdue = clock.isOverdue(at: now)
                return
                    """
                    <div>\(clock.kind.chinese)：\(calendar.remaining(until: clock.deadline.dueOn, from: today))
                    \(StaffWords.alarm(dueOn: clock.deadline.dueOn, isOverdue: isOverdue, today: today))</div>
                    """
            },
            """
            <a href="\(address: "/petitions/\(slip.number.text)/slip")" class="whole">转送单</a>
            <a href="\(address: "/petitions/\(slip.number.text)/notice")" class="whole">告知书</a>
            """,
        ]
    }
}
