import Directory
import Domain
import Web

/// All templates that hold for a desk.
struct AnswerTextsView {
    let desk: AnswerDesk
    let templates: [AnswerTemplate]
    let today: Day

    var html: HTML {
        """
        <h1>答复模板</h1>
        <p class="lead">办理答复时可以套用，套用后还要照实改。【】里的内容必须由人来写，不写完交不上去。</p>
        <p><a class="button" href="/answer-texts/new">写一个模板</a></p>
        \(if: templates.isEmpty, Notice.empty("还没有模板", "常见的事，例如修路灯、清垃圾，先写一个，大家都省事。"))
        \(each: desk.own + desk.above, area)
        """
    }

    private func area(_ area: Division) -> HTML {
        let own = templates.filter { $0.area == area.id }
        guard !own.isEmpty else { return HTML() }
        return """
            <h2>\(area.name)（\(own.count)）</h2>
            <ul class="links">\(each: own, line)</ul>
            """
    }

    private func line(_ template: AnswerTemplate) -> HTML {
        """
        <li><a href="\(address: "/answer-texts/\(template.id)")">\(template.title)</a>
        <span class="hint">\(template.category?.chinese ?? "各类都能用")，\
        \(Day(of: template.writtenAt).chinese(from: today)) 写</span></li>

        """
    }
}

/// One template: to read, to change, to take back.
struct AnswerTextView {
    let desk: AnswerDesk
    let template: AnswerTemplate?
    let parts: FormParts
    let context: AppContext

    var html: HTML {
        """
        <h1>\(template == nil ? "写一个答复模板" : "一个答复模板")</h1>
        \(parts.summary)
        \(mayChange ? form : reading)
        <p><a href="/answer-texts">回到答复模板</a></p>
        """
    }

    private var mayChange: Bool { template.map(desk.mayChange) ?? true }

    private var reading: HTML {
        guard let template else { return HTML() }
        return """
            <h2>\(template.title)</h2>
            <p class="hint">上级写的，本级只能用，不能改。</p>
            <blockquote class="words">\(template.body)</blockquote>
            """
    }

    private var form: HTML {
        let path = template.map { "/answer-texts/\($0.id)" } ?? "/answer-texts"
        return """
            \(parts.form(action: path, version: template?.version, submit: "保存", keep: "answer-text", fields))
            \(template.map(withdrawal))
            """
    }

    private func withdrawal(_ template: AnswerTemplate) -> HTML {
        context.parts(prefix: "withdrawal-").form(
            action: "/answer-texts/\(template.id)/withdrawal", version: template.version,
            buttons: "<button type=\"submit\" class=\"danger\">撤掉这个模板</button>",
            "<p class=\"hint\">已经用它写好的答复不受影响。</p>")
    }

    private var fields: HTML {
        let places = TemplatePlace.allCases.map { "{\($0.rawValue)}" }.joined(separator: "、")
        return """
            \(if: template == nil && desk.own.count > 1, parts.select("area", "用在哪里", desk.own.map { Choice($0.key, $0.name) }))
            \(if: template != nil, parts.hidden("area", areaKey))
            \(parts.select("category", "类别", ActFields.categories, chosen: template?.category?.rawValue ?? "",
                empty: "各类都能用", notes: FieldNotes(isOptional: true)))
            \(parts.textField("title", "名称", value: template?.title ?? "", notes: "例如：路灯已修好"))
            \(parts.textArea("body", "正文", value: template?.body ?? "", rows: 8, notes: FieldNotes(
                hint: "程序会填的：\(places)。要人来写的用【】括起来，例如：【哪一天】【更换了几盏】")))
            """
    }

    private var areaKey: String { desk.own.first { $0.id == template?.area }?.key ?? "" }
}
