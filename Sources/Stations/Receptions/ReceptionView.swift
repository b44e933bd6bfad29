import Directory
import Domain
import Web

struct ReceptionView {
    let shown: ReceptionQuery.Shown
    let parts: FormParts
    let publishing: FormParts
    let cancelling: FormParts

    private var station: Station { shown.duty.station }
    private var address: DeskAddress { DeskAddress(code: station.code) }

    var html: HTML {
        """
        <h1>\(shown.reception == nil ? "登记一次接待" : "一次接待")</h1>
        <p class="lead">\(station.name)</p>
        \(parts.summary)\(cancelling.summary)
        \(shown.reception.map(state))
        \(if: shown.reception?.state != .cancelled, form)
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private func state(_ reception: Reception) -> HTML {
        let chosen = shown.deputies.filter { shown.chosen.contains($0.mandate) }
        let names = chosen.map { "\($0.name)（\($0.level.chinese)）" }.joined(separator: "、")
        return """
            \(DefinitionList([
                ("日期和时间", "\(when(reception))"),
                ("地点", "\(reception.place)"), ("接待代表", "\(names)"), ("到场部门", "\(reception.departments)"), ("主题", "\(reception.scope)"),
                ("取消的原因", "\(reception.cancelReason)"),
            ]).html)
            \(if: reception.day <= shown.today && !reception.isCancelled, record(reception))
            \(next(reception))
            """
    }

    private func when(_ reception: Reception) -> String {
        "\(ReceptionWords.dayAndDistance(reception.day, from: shown.today))，\(reception.hours.chinese)"
    }

    private func record(_ reception: Reception) -> HTML {
        "<p><a class=\"button\" href=\"\(address: address.record(of: reception.id))\">接待记录</a></p>"
    }

    private func next(_ reception: Reception) -> HTML {
        switch reception.state {
        case .cancelled: return Notice.info("这次接待已经取消，公众页面上写着“已取消”。")
        case .waiting: return "\(shortNotice(reception))\(publish(reception))\(cancel(reception))"
        case .published:
            return """
                \(reception.review.map { ReviewLine(review: $0, today: shown.today).html })\(cancel(reception))
                \(Notice.warning("改动保存后，这次接待会先从公众页面上拿下，站长审核后再发布。"))
                """
        }
    }

    private func shortNotice(_ reception: Reception) -> HTML {
        reception.isNoticeShort(on: shown.today)
            ? Notice.warning("离接待日不到 3 天，公告已经晚了。发布后请再打电话或在村里、社区里告诉大家。") : HTML()
    }

    private func publish(_ reception: Reception) -> HTML {
        guard shown.duty.mayPublish else { return "<p>在等站长审核，公众页面上还看不到。</p>" }
        return publishing.form(
            action: address.reception(reception.id, "/publication").text, version: reception.version,
            submit: "审核并发布", "<p>发布后人人都能看到，并写上审核人：\(shown.duty.signed.name)。</p>")
    }

    private func cancel(_ reception: Reception) -> HTML {
        """
        <details\(flag: "open", !cancelling.summary.isEmpty)><summary>取消这次接待</summary>
        \(cancelling.form(
            action: address.reception(reception.id, "/cancellation").text, version: reception.version,
            submit: "取消这次接待",
            cancelling.textField("reason", "取消的原因", notes: FieldNotes(seenBy: "本站和上级人大；公众页面上只写“已取消”"))))
        </details>
        """
    }

    private var form: HTML {
        let reception = shown.reception
        return """
            <h2>\(reception == nil ? "什么时候、在哪里、谁来接待" : "修改")</h2>
            \(parts.form(
                action: (reception.map { address.reception($0.id) } ?? address.receptions).text,
                version: reception?.version, submit: "保存，等站长审核", keep: "reception", fields))
            """
    }

    private var fields: HTML {
        let reception = shown.reception
        return """
            \(parts.date(
                "day", "日期", value: reception?.day.iso ?? "", earliest: shown.today.iso,
                notes: "公告至少提前 3 天"))
            \(parts.textField(
                "from", "开始时间", value: reception.map { ReceptionHours.clock($0.hours.from) } ?? "", notes: "例如 9:00"))
            \(parts.textField(
                "to", "结束时间", value: reception.map { ReceptionHours.clock($0.hours.to) } ?? "", notes: "例如 11:30"))
            \(parts.textArea("place", "地点", value: reception?.place ?? station.address, rows: 2))
            \(deputies)
            \(JointDepartments.fields(
                parts, near: station, atlas: shown.atlas, chosen: shown.organs, others: otherDepartments,
                label: "一起接待的部门"))
            \(parts.textField(
                "scope", "主题", value: reception?.scope ?? "", notes: FieldNotes(hint: "不限就不填", isOptional: true)))
            \(parts.select(
                "slot", "要不要先约时间", SlotChoice.choices, chosen: String(reception?.slotMinutes ?? 0), empty: nil))
            """
    }

    /// What the notice says beside the departments of the list.
    private var otherDepartments: String {
        let listed = JointDepartments.around(station, atlas: shown.atlas).filter { shown.organs.contains($0.id) }
        let names = Set(listed.map(\.name))
        let said = shown.reception?.departments.split(separator: "、").map(String.init) ?? []
        return said.filter { !names.contains($0) }.joined(separator: "、")
    }

    private var deputies: HTML {
        guard !shown.deputies.isEmpty else { return Notice.warning("还没有代表编入本站，请先请上级导入代表名册。") }
        let choices = shown.deputies.map { Choice(String($0.mandate), $0.name, hint: $0.level.chinese) }
        return parts.checkboxes("deputies", "接待代表", choices, chosen: Set(shown.chosen.map { String($0) }))
    }
}
