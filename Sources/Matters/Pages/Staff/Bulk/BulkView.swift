import Directory
import Domain
import Web

/// What waits, each with a box and the organ the catalogue proposes.
struct BulkView {
    struct Group: Sendable {
        var office: Organ
        var waiting: [WaitingMatter]
        var handlers: [Choice]
    }

    let groups: [Group]
    let parts: FormParts
    let context: AppContext
    let today: Day

    var html: HTML {
        """
        <h1>批量交办</h1>
        <p class="lead">勾选要交办的，看看交给谁对不对，再预览。预览不会真的交办。</p>
        \(parts.summary)
        \(each: groups, group)
        """
    }

    private func group(_ group: Group) -> HTML {
        guard !group.waiting.isEmpty else {
            return Notice.empty("\(group.office.name)没有等交办的事项", "受理后的事项会出现在这里。")
        }
        guard !group.handlers.isEmpty else { return ActFields.nobodyToAssign }
        return """
            <h2>\(group.office.name)：等交办的 \(group.waiting.count) 件\
            \(if: group.waiting.count == BulkQuery.most, "（先列最急的）")</h2>
            \(parts.form(action: "/assignments/preview", submit: "预览",
                "\(each: group.waiting, { row($0, group.handlers) })\(note)"))
            """
    }

    private func row(_ waiting: WaitingMatter, _ handlers: [Choice]) -> HTML {
        let number = waiting.number.text
        return """
            <fieldset class="field pick"><legend class="figures">\(number)</legend>
            <p class="choice"><input type="checkbox" id="pick-\(number)" name="pick" value="\(number)"\
            \(flag: "checked", context.form.all("pick").contains(number))>\
            <label for="pick-\(number)">\(waiting.title)</label></p>
            <p class="hint">\(waiting.division)，\(waiting.category?.chinese ?? "没有类别")\
            \(waiting.dueOn.map { "，最迟 \($0.chinese(from: today))，\($0.distance(from: today))" as HTML })
            \(StaffWords.alarm(dueOn: waiting.dueOn, isOverdue: waiting.isOverdue, today: today))</p>
            \(parts.hidden("version-" + number, String(waiting.version)))
            \(parts.select("organ-" + number, "交给", handlers, chosen: waiting.proposed.map(String.init) ?? ""))
            <p><a href="\(address: waiting.number.staffAddress)">打开看看<span class="unseen">：\(number)</span></a></p>
            </fieldset>

            """
    }

    private var note: HTML {
        parts.textArea("note", "交办说明", rows: 2, notes: FieldNotes(hint: "对勾选的每一件都一样。", isOptional: true))
    }
}

/// What would become of each, with the button to do it; or what became of each.
struct BulkOutcomesView {
    let outcomes: [BulkOutcome]
    let form: BulkForm
    /// Nil once it is done.
    let confirming: FormParts?

    private var good: [BulkOutcome] { outcomes.filter { $0.refusal == nil } }

    var html: HTML {
        """
        <h1>\(confirming == nil ? "批量交办的结果" : "批量交办：预览")</h1>
        \(summary)
        \(Table(confirming == nil ? "结果" : "将要交办", columns, rows: outcomes.map(cells)).html)
        \(confirm)
        <p><a href="/assignments">\(confirming == nil ? "回到批量交办" : "回去改")</a></p>
        """
    }

    private var summary: HTML {
        let bad = outcomes.count - good.count
        let words: HTML = """
            <p>\(confirming == nil ? "已交办" : "可以交办") \(good.count) 件\(if: bad > 0, "，\(bad) 件不能交办，原因在表里")。</p>
            """
        return bad > 0 ? Notice.warning(words) : confirming == nil ? Notice.done(words) : Notice.info(words)
    }

    private let columns = ["事项", "交给", "结果"].map { Table.Column($0) }

    private func cells(_ outcome: BulkOutcome) -> [HTML] {
        [
            """
            <a href="\(address: outcome.line.number.staffAddress)">\(outcome.title)</a><br>
            <span class="figures">\(outcome.line.number.text)</span>
            """,
            "\(outcome.organ)", result(outcome),
        ]
    }

    private func result(_ outcome: BulkOutcome) -> HTML {
        if let refusal = outcome.refusal { return "\(StatusLabel("不能交办", .late).html) \(refusal)" }
        return confirming == nil ? StatusLabel("已交办", .done).html : StatusLabel("可以交办", .running).html
    }

    private var confirm: HTML {
        guard let confirming, !good.isEmpty else { return HTML() }
        return confirming.form(
            action: "/assignments", submit: "确认交办这 \(good.count) 件",
            """
            \(each: good, { outcome in
                let number = outcome.line.number.text
                return """
                    \(confirming.hidden("pick", number))\
                    \(confirming.hidden("version-" + number, String(outcome.line.version)))\
                    \(confirming.hidden("organ-" + number, String(outcome.line.organ)))

                    """
            })
            \(confirming.hidden("note", form.note))
            """)
    }
}
