import Directory
import Domain
import Outbox
import Web

struct TextsView {
    let overview: TextsPage.Overview
    let parts: FormParts

    var html: HTML {
        """
        <h1>消息用语</h1>
        <p>现在：\(each: overview.path.enumerated(), place)</p>
        \(overview.chosen.map(edit) ?? choose)
        """
    }

    private func place(_ index: Int, _ area: Division) -> HTML {
        let mark: HTML = index == 0 ? HTML() : " › "
        return area.id == overview.area.id
            ? "\(mark)<strong>\(area.name)</strong>"
            : "\(mark)<a href=\"\(address: TextsPage.address(area, overview.chosen))\">\(area.name)</a>"
    }

    // MARK: All kinds

    private var choose: HTML {
        """
        <p class="lead">没有改过的，用上级的；上级也没有改过的，用系统自带的。</p>
        \(table("给群众的消息", MessageKind.allCases.filter { $0.audience == .resident }))
        \(table("给代表和工作人员的消息", MessageKind.allCases.filter { $0.audience == .staff }))
        \(if: !overview.below.isEmpty, below)
        """
    }

    private func table(_ caption: String, _ kinds: [MessageKind]) -> HTML {
        let columns = [Table.Column("消息"), Table.Column("各种方式的用语")]
        return Table(
            caption, columns,
            rows: kinds.map { kind in
                ["\(kind.chinese)", "<div class=\"link-row\">\(each: ChannelKind.allCases, { link(kind, $0) })</div>"]
            }
        ).html
    }

    private func link(_ kind: MessageKind, _ channel: ChannelKind) -> HTML {
        let found = overview.book.text(kind, by: channel, along: overview.lineage)
        let mark = found.template.map { $0.area == overview.area.id ? "（自己写的）" : "（上级写的）" }
        let address = TextsPage.address(overview.area, TextsPage.Choice(kind: kind, channel: channel))
        return """
            <a href="\(address: address)"><span class="unseen">\(kind.chinese)：</span>\(channel.chinese)</a>\(mark)　
            """
    }

    private var below: HTML {
        """
        <h2>下级</h2>
        <ul class="places">\(each: overview.below, { area in
            "<li><a href=\"\(address: TextsPage.address(area, nil))\">\(area.name)</a></li>"
        })</ul>
        """
    }

    // MARK: One text

    private func edit(_ chosen: TextsPage.Choice) -> HTML {
        let found = overview.book.text(chosen.kind, by: chosen.channel, along: overview.lineage)
        let version = overview.book.version(of: chosen.kind, by: chosen.channel, in: overview.area.id)
        return """
            <p><a href="\(address: TextsPage.address(overview.area, nil))">全部消息</a></p>
            <h2>\(chosen.kind.chinese)：\(chosen.channel.chinese)</h2>
            \(parts.summary)
            \(if: overview.isSaved, Notice.done("<p>已经改好，从现在起发出的消息用它。</p>"))
            <p>\(origin(found))</p>
            \(overview.preview.map { "<h3>看起来是这样</h3><p class=\"preview\" aria-live=\"polite\">\($0)</p>" as HTML })
            \(parts.form(
                action: "/admin/texts", version: version, submit: "用这个用语", fields(chosen, found.text, version > 0)))
            """
    }

    private func origin(_ found: TemplateBook.Found) -> String {
        guard let template = found.template else { return "现在用系统自带的用语。" }
        return template.area == overview.area.id ? "现在用自己写的用语。" : "现在用上级写的用语。"
    }

    private func fields(_ chosen: TextsPage.Choice, _ text: String, _ hasOwn: Bool) -> HTML {
        let places = MessageText.places.map { "{\($0.name)} \($0.chinese)" }.joined(separator: "，")
        let hint = """
            可以填的：\(places)。方括号里的话，缺了其中一项就整句不说。不写事情的题目、人的姓名和原话。
            """
        return """
            \(parts.hidden("area", overview.area.key))\(parts.hidden("kind", chosen.kind.rawValue))\
            \(parts.hidden("channel", chosen.channel.rawValue))
            \(parts.textArea("text", "用语", value: text, rows: 6, notes: FieldNotes(hint: hint)))
            \(if: hasOwn, parts.checkbox("give_back", "不再自己写，用上级的"))
            <p class="actions"><button type="submit" class="second" \
            formaction="/admin/texts/preview" data-preview>看看效果</button></p>
            """
    }
}
