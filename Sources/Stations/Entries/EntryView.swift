import Directory
import Domain
import Web

struct EntryView {
    let shown: EntryPage.Shown
    let parts: FormParts
    /// The entry whose refusal lacked its reason, with what was typed.
    let refusing: (id: Int64, parts: FormParts)?
    let fresh: (String) -> FormParts

    private var address: DeskAddress { DeskAddress(code: shown.access.station.code) }

    var html: HTML {
        """
        <h1>约定进站时间</h1>
        <p class="lead">\(shown.access.station.name)</p>
        \(parts.summary)\(refusing?.parts.summary)
        \(list)
        \(if: shown.access.isDeputy, form)
        \(if: shown.access.duty != nil, "<p><a href=\"\(address: address.desk)\">回到本站</a></p>")
        """
    }

    private var list: HTML {
        guard !shown.entries.isEmpty else {
            return Notice.empty("以后还没有约定", "代表可以在这里约一个进站的时间，由站长确认。")
        }
        return """
            <h2>以后的约定</h2>
            \(each: shown.entries, { entry in
                """
                <section class="act"><h3>\(ReceptionWords.day(entry.day, from: shown.today)) \(entry.hours.chinese)\
                　\(entry.name)</h3>
                <p>\(label(entry))　\(entry.purpose)\
                \(if: entry.state == .declined, "　原因：\(entry.reason)")</p>
                \(acts(entry))</section>

                """
            })
            """
    }

    private func label(_ entry: EntryTime) -> HTML {
        switch entry.state {
        case .requested: StatusLabel("等站长确认", .soon).html
        case .confirmed: StatusLabel("已确认", .done).html
        case .declined: StatusLabel("站长不方便", .late).html
        case .cancelled: StatusLabel("已取消", .calm).html
        }
    }

    private func acts(_ entry: EntryTime) -> HTML {
        let isOpen = entry.state == .requested || entry.state == .confirmed
        return """
            \(if: shown.access.mayDecide && entry.state == .requested, decision(entry))\
            \(if: entry.person == shown.access.signed.person && isOpen, cancellation(entry))
            """
    }

    private func decision(_ entry: EntryTime) -> HTML {
        let no = refusing.flatMap { $0.id == entry.id ? $0.parts : nil } ?? fresh("no\(entry.id)-")
        return """
            \(fresh("yes\(entry.id)-").form(
                action: address.entry(entry.id, "/confirmation").text, version: entry.version, submit: "确认这个时间",
                HTML()))
            <details\(flag: "open", refusing?.id == entry.id)><summary>这个时间不方便</summary>
            \(no.form(
                action: address.entry(entry.id, "/refusal").text, version: entry.version, submit: "告诉代表",
                no.textField("reason", "不方便的原因")))
            </details>
            """
    }

    private func cancellation(_ entry: EntryTime) -> HTML {
        fresh("take\(entry.id)-").form(
            action: address.entry(entry.id, "/cancellation").text, version: entry.version, submit: "取消我的约定", HTML())
    }

    private var form: HTML {
        """
        <h2>约一个时间</h2>
        \(parts.form(
            action: address.entries.text, submit: "请站长确认", keep: "entry",
            """
            \(parts.date("day", "日期", earliest: shown.today.iso))
            \(parts.textField("from", "开始时间", notes: "例如 9:00"))
            \(parts.textField("to", "结束时间", notes: "例如 11:00"))
            \(parts.textField("purpose", "来做什么", notes: "例如 接待群众、走访前碰头"))
            """))
        """
    }
}
