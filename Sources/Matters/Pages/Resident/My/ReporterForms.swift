import Domain
import Web

/// The short forms of a reporter: only what can be done now.
struct ReporterForms {
    let shown: ShownMatter
    let standing: MyMatterPage.Standing
    let context: AppContext

    /// What is asked of her now, or was just tried: open, before everything else she might do.
    var asked: HTML {
        let acts = possible.filter(isAsked)
        guard !acts.isEmpty else { return HTML() }
        return """
            <h2 id="say">\(acts == [.rate] ? "请您说一句" : "请看一下")</h2>
            \(each: acts, { act in
                "<section class=\"act\"><h3>\(act.title)</h3>\n\(form(act))\n</section>\n\n"
            })
            """
    }

    /// Whatever else she may do, folded.
    var others: HTML {
        let acts = possible.filter { !isAsked($0) }
        guard !acts.isEmpty else { return HTML() }
        return """
            <h2>您还可以</h2>
            \(each: acts, { act in
                "<details class=\"act\"><summary>\(act.title)</summary>\n\(form(act))\n</details>\n\n"
            })
            """
    }

    var summary: HTML { standing.tried.map { parts($0).summary } ?? HTML() }

    private var possible: [ReporterAct] {
        ReporterAct.allCases.filter { shown.acts.contains($0.act) || $0 == standing.tried }
    }

    private static let judging: [ReporterAct] = [.rate, .contest]

    private func isAsked(_ act: ReporterAct) -> Bool {
        standing.tried.map { $0 == act } ?? Self.judging.contains(act)
    }

    private func form(_ act: ReporterAct) -> HTML {
        parts(act).form(
            action: "/my/\(shown.matter.number.text)/\(act.noun)", version: shown.matter.version,
            submit: act.button, keep: KeptWords.own(shown.matter.number, act.act),
            hasFile: !ActFileField.all(of: act.act).isEmpty, fields(act, parts(act)))
    }

    private func fields(_ act: ReporterAct, _ parts: FormParts) -> HTML {
        switch act {
        case .rate:
            """
            \(parts.radios("grade", "这件事办得怎么样？", [
                Choice("satisfied", "满意"), Choice("basicallySatisfied", "基本满意"),
                Choice("dissatisfied", "不满意", hint: "会重新办，或者请各方一起商量。"),
            ]))
            \(parts.textArea("comment", "想说的话", rows: 3, notes: words(isOptional: true)))
            """
        case .contest:
            parts.textArea("reason", "为什么不同意", rows: 4, notes: words(isOptional: false))
        case .relapse:
            """
            <p>会给您一个新的编号和查询码，和这件事连在一起看。</p>
            \(parts.textArea("words", "现在是什么情况", rows: 4, notes: words(isOptional: false)))
            """
        case .remark:
            """
            \(parts.textArea("words", "补充的话", rows: 4, notes: words(isOptional: false)))
            \(ActFileField.html(ActFileField.all(of: .remark), parts))
            <p class="seen-by">照片只给联络站看；要给办事的单位看，由联络站先看过。拍摄地点和时间会自动去掉。</p>
            """
        case .withdraw:
            """
            <p>收回以后不再往下办，记录会留着。</p>
            \(parts.textArea("reason", "为什么收回", rows: 3, notes: words(isOptional: true)))
            """
        }
    }

    private func words(isOptional: Bool) -> FieldNotes {
        FieldNotes(seenBy: "联络站和办这件事的单位。", isOptional: isOptional)
    }

    /// Each form has fields of its own on the same page; what was typed stays in the one that was sent.
    private func parts(_ act: ReporterAct) -> FormParts {
        let prefix = act.noun + "-"
        return act == standing.tried
            ? context.parts(prefix: prefix, refused: standing.errors) : context.parts(prefix: prefix)
    }
}
