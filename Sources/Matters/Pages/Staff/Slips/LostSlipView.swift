import Domain
import Web

struct LostSlipView {
    /// A new slip that was not given, and what was wrong with the form.
    struct Refused {
        let found: LostSlipSearch.Found
        let errors: FormErrors?
    }

    let duty: SlipDuty
    let result: LostSlipSearch.Result?
    var refused: Refused?
    let reason: String
    let parts: FormParts
    let today: Day
    let context: AppContext

    var html: HTML {
        """
        \(refused.map { slipParts($0.found).summary } ?? parts.summary)
        \(if: refused != nil && refused?.errors == nil, stale)
        <h1>有人丢了纸条</h1>
        <p class="lead">先在\(duty.station.name)登记的事里找到本人那一件，核对是本人，再补发新的回执。补发以后，原来的查询码马上不能用。</p>
        <p>每次查找都会记下是谁、为什么查。</p>
        \(refused.map { again($0.found) } ?? found)
        <h2>\(result == nil && refused == nil ? "找这件事" : "换个办法再找")</h2>
        \(search)
        """
    }

    private var search: HTML {
        parts.form(
            action: SlipAddress(code: duty.station.code).lost.text, submit: "查找",
            """
            \(parts.textField("phone", "本人登记的电话", kind: .telephone, notes: FieldNotes(isOptional: true)))
            \(parts.textField(
                "name", "没有留电话的，本人的姓名", notes: FieldNotes(hint: "至少两个字", isOptional: true), autocomplete: "off"))
            \(parts.date(
                "from", "按姓名找：从哪天", latest: today.iso,
                notes: FieldNotes(hint: "不填就是最近 30 天；最多 \(LostSlipSearch.mostDays) 天", isOptional: true)))
            \(parts.date("to", "到哪天", latest: today.iso, notes: FieldNotes(isOptional: true)))
            \(parts.textField("reason", "为什么找", notes: "例如：张大爷到站，说纸条丢了，要查办得怎么样"))
            """)
    }

    private var found: HTML {
        guard let result else { return HTML() }
        return """
            <h2>找到 \(result.found.count) 件</h2>
            \(if: result.isCut, Notice.warning("这段时间本站的事太多，没有全部看过。请把日期缩短再找。"))
            \(result.found.isEmpty ? nothing : "<ul class=\"tasks\">\(each: result.found, item)</ul>")
            """
    }

    private var nothing: HTML {
        Notice.empty("没有找到", "请核对电话和姓名；反映本站、本乡镇的人或单位的事不在本站，请本人到县里的中心站补办。")
    }

    private var stale: HTML {
        Notice.warning("<p>您填写的时候，这件事有了新的变化，还没有补发。您填的还在下面，请看过再提交一次。</p>")
    }

    private func again(_ found: LostSlipSearch.Found) -> HTML {
        "<h2>补发这一件</h2><ul class=\"tasks\">\(item(found))</ul>"
    }

    private func slipParts(_ found: LostSlipSearch.Found) -> FormParts {
        let prefix = "slip-\(found.number.sequence)-"
        guard let refused else { return context.parts(prefix: prefix) }
        return context.parts(prefix: prefix, refused: refused.errors ?? FormErrors())
    }

    private func item(_ found: LostSlipSearch.Found) -> HTML {
        let parts = slipParts(found)
        return """
            <li><p class="task">\(found.title)</p>
            <p><span class="figures">\(found.number.text)</span>　\(found.saidOn.chinese(from: today))登记　\
            \(found.name.map { "\($0.opened)" } ?? "没有留姓名")　\(StaffWords.state(found.state))</p>
            <details class="act"\(flag: "open", refused != nil)><summary>补发回执</summary>
            \(parts.form(
                action: "/matters/\(found.number.text)/slip", version: found.version, submit: "核对过了，补发",
                """
                \(parts.radios("identity", "怎么核对的本人", IdentityCheck.allCases.map { Choice($0.rawValue, $0.chinese) }))
                \(parts.textField("reason", "为什么补发", value: reason))
                """))
            </details></li>

            """
    }
}
