import Domain
import Web

/// The short forms of a reporter: only what can be done now, the likeliest open.
struct ReporterForms {
    let shown: ShownMatter
    let standing: MyMatterPage.Standing
    let context: AppContext

    var html: HTML {
        let acts = ReporterAct.allCases.filter { shown.acts.contains($0.act) || $0 == standing.tried }
        guard !acts.isEmpty else { return HTML() }
        return """
            <h2 id="say">您可以</h2>
            \(each: acts, { act in
                """
                <details class="act"\(flag: "open", isOpen(act))><summary>\(act.title)</summary>
                \(form(act))
                </details>

                """
            })
            """
    }

    var summary: HTML { standing.tried.map { parts($0).summary } ?? HTML() }

    /// There is something to judge, which goes before everything else.
    var isAsked: Bool { standing.tried != nil || Self.judging.contains { shown.acts.contains($0.act) } }

    private static let judging: [ReporterAct] = [.rate, .contest]

    private func isOpen(_ act: ReporterAct) -> Bool {
        standing.tried.map { $0 == act } ?? Self.judging.contains(act)
    }

    private func form(_ act: ReporterAct) -> HTML {
        parts(act).form(
            action: "/my/\(shown.matter.number.text)/\(act.noun)", version: shown.matter.version,
            submit: act.button, keep: act == .remark ? "my-remark" : nil, fields(act, parts(act)))
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
            parts.textArea("words", "补充的话", rows: 4, notes: words(isOptional: false))
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
