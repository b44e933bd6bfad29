import Directory
import Domain
import Web

struct PublicMatterView {
    let shown: PublicMatter
    let today: Day
    let hasSupported: Bool
    let parts: FormParts
    let human: Site.HumanLine
    let photos: PublicPhotos

    var html: HTML {
        """
        <h1>\(shown.title)</h1>
        <p>\(shown.state.label.html)　编号 <span class="figures">\(shown.number.text)</span></p>
        \(if: hasSupported, Notice.done("已经记下：您也遇到了。每人算一次。"))
        <p class="lead">\(shown.state.sentence)\(if: shown.isOpen, due)</p>
        <h2>反映的事</h2>
        <p class="words">\(shown.summary)</p>
        <h2>答复</h2>
        \(answer)
        \(photos.html)
        \(facts.html)
        \(support)
        <p><a href="\(address: Address("/follow").with("matter", shown.number.text))">关注：有了新进展发邮件告诉我</a></p>
        <p><a href="\(address: ledger)">看\(shown.division.name)公开的其他事</a></p>
        """
    }

    private var due: HTML {
        guard let due = shown.dueOn else { return HTML() }
        return "\(shown.calendar.remaining(until: due, from: today))。"
    }

    private var answer: HTML {
        shown.answer.isEmpty ? "<p>还没有公开的答复。</p>" : "<p class=\"words\">\(shown.answer)</p>"
    }

    private var facts: DefinitionList {
        DefinitionList([
            ("地方", "\(shown.division.fullName)"), ("什么时候说的", day(shown.registeredOn)),
            ("交给办事单位", day(shown.assignedOn)), ("了结", day(shown.closedOn)),
            ("审核公开", "\(shown.publisher)，\(day(shown.publishedOn))"), ("联络站", contact),
        ])
    }

    private func day(_ day: Day?) -> HTML {
        day.map { "\(PublicDay($0, from: today).text)" } ?? HTML()
    }

    private var contact: HTML {
        let own = shown.station.phone
        let number = own.isEmpty ? human.telephone : own
        let hours = own.isEmpty || shown.station.hours.isEmpty ? human.hours : shown.station.hours
        return """
            <a href="\(address: "/s/" + Address.encoded(shown.station.code))">\(shown.station.name)</a>，\
            电话 <a class="telephone" href="\(address: "tel:" + number)">\(number)</a>（\(hours)）
            """
    }

    private var support: HTML {
        guard shown.isOpen else {
            return """
                <h2>又遇到这样的事？</h2>
                <p>\(if: shown.supports > 0, "有 \(shown.supports) 人说过也遇到了\(byTelephone)。")请再说一次，会有人给您回话：\
                <a href="\(address: say)">说一件事</a></p>
                """
        }
        return """
            <h2>您也遇到了？</h2>
            <p>\(shown.supports == 0 ? "还没有别的人说也遇到了。" : "已经有 \(shown.supports) 人说也遇到了\(byTelephone)。")遇到的人多，说明要先解决。</p>
            \(if: !hasSupported,
            parts.form(action: "/m/\(shown.number.text)/support", submit: "我也遇到了", "<p>不用留姓名和电话。</p>"))
            <p>情况不一样，或者想有人给您回话：<a href="\(address: say)">单独说一件事</a></p>
            """
    }

    /// One telephone is one person; whether the others are, nobody knows.
    private var byTelephone: String {
        "（留了电话的 \(shown.supportsByTelephone) 人，没留的 \(shown.supports - shown.supportsByTelephone) 人）"
    }

    private var say: Address { Address("/say").with("division", shown.division.key) }
    private var ledger: Address {
        Address("/ledger").with("area", shown.division.parent == nil ? nil : shown.division.key)
    }
}
