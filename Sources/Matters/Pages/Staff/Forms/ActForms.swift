import Domain
import Web

/// The forms of a matter: the likeliest open, the others folded away; a refused one open with its mistakes.
struct ActForms {
    let screen: MatterScreen
    let attempt: MatterScreen.Attempt?
    let context: AppContext

    private var ground: FormGround { screen.ground }

    /// Stands on top of the page: what was wrong with the form that was just sent.
    var warning: HTML {
        guard let attempt else { return HTML() }
        if attempt.isStale {
            return Notice.warning(
                "<p>您填写的时候，这件事有了新的变化。请先看“经过”，再决定是否照原样提交；您写的内容还在下面。</p>")
        }
        if let refusal = attempt.refusal {
            return """
                <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="refused" data-focus>
                <h2 id="refused"><span aria-hidden="true">▲ </span>没有办成</h2>
                <ul><li><a href="#\(attempt.act.noun ?? "")">\(refusal.message)</a></li></ul>
                </div>
                """
        }
        return parts(attempt.act).summary
    }

    /// Right under the title: whose turn it is, by when, and the way down to the form.
    var step: HTML {
        guard let act = ground.next else { return waiting }
        let due = NextAct(screen.matter, acts: screen.shown.acts, relations: screen.shown.relations)?.clock
        return """
            <p class="step"><a class="button second" href="#\(act.noun ?? "")">\(words(act).title)\
            <span aria-hidden="true"> ↓</span></a>
            \(due.map { Phrases(screen.calendar.remaining(until: $0.deadline.dueOn, from: screen.today)).html })</p>
            """
    }

    /// Where nothing can be done the line on top has said so.
    var html: HTML { ground.acts.isEmpty ? typedElsewhere : offered }

    private var offered: HTML {
        """
        <h2>可以做的</h2>
        \(typedElsewhere)
        \(opened.map(open) ?? HTML())
        \(each: ground.acts.filter { $0 != opened && !ground.isForAnother($0) }, folded)
        \(others("代督办代表录入（凭电话、来信或书面意见）", ground.needsDeputysWord))
        \(others("代承办单位录入（凭盖章的来函）", ground.needsLetter))
        """
    }

    private var opened: Act? {
        if let act = attempt?.act, ground.acts.contains(act) { return act }
        return ground.next
    }

    private var waiting: HTML {
        guard let holder = screen.shown.holder else { return HTML() }
        let left = screen.clocks.first.map {
            Phrases(screen.calendar.remaining(until: $0.deadline.dueOn, from: screen.today) + "。").html
        }
        return "<p>现在没有要您做的，等<strong>\(holder.name)</strong>办理\(left.map { "，\($0)" as HTML } ?? "。")</p>"
    }

    /// The act has become impossible meanwhile: nothing that was typed is lost all the same.
    private var typedElsewhere: HTML {
        guard let attempt, !ground.acts.contains(attempt.act) else { return HTML() }
        let long = context.form.fields.filter {
            $0.value.count > 15 && !Self.ours.contains($0.name) && !$0.isFile
        }
        guard !long.isEmpty else { return HTML() }
        return """
            <h3>您写的内容</h3>
            \(each: long, { "<textarea rows=\"4\" readonly aria-label=\"您写的内容\">\n\($0.value)</textarea>" })
            """
    }

    private static let ours: Set<String> = ["form_token", "submission", "version"]

    private func open(_ act: Act) -> HTML {
        """
        <section class="act" id="\(act.noun ?? "")">
        <h3>\(words(act).title)</h3>
        \(form(act))
        </section>
        """
    }

    private func folded(_ act: Act) -> HTML {
        """
        <details class="act" id="\(act.noun ?? "")"><summary>\(words(act).title)</summary>
        \(form(act))
        </details>
        """
    }

    /// What a clerk may write down for a deputy or a handler that does not sign in.
    private func others(_ title: String, _ isTheirs: (Act) -> Bool) -> HTML {
        let acts = ground.acts.filter { $0 != opened && isTheirs($0) }
        guard !acts.isEmpty else { return HTML() }
        return "<h3>\(title)</h3>\(each: acts, folded)"
    }

    private func form(_ act: Act) -> HTML {
        if act == .assign, ground.handlers.isEmpty { return ActFields.nobodyToAssign }
        let parts = parts(act)
        return parts.form(
            action: "\(screen.matter.number.staffAddress.text)/\(act.noun ?? "")", version: screen.matter.version,
            submit: words(act).button, keep: KeptWords.staff(screen.matter.number, act),
            hasFile: !ActFields.files(of: act, ground).isEmpty,
            ActFields(parts: parts, ground: ground, photos: screen.shown.files.filter(\.isPhoto)).html(act))
    }

    private func words(_ act: Act) -> ActWords { ActWords(act, office: ground.office) }

    private func parts(_ act: Act) -> FormParts {
        let prefix = (act.noun ?? "") + "-"
        guard let attempt, attempt.act == act else { return context.parts(prefix: prefix) }
        return context.parts(prefix: prefix, refused: attempt.errors)
    }
}
