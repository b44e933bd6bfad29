import Domain
import Web

struct DisputesView {
    let shown: ShownDisputes
    let signed: Principal.Signed
    let done: String?
    let errors: FormErrors?
    let context: AppContext
    let now: Instant

    private var today: Day { Day(of: now) }

    var html: HTML {
        """
        \(errors.map { context.parts(prefix: prefixOfSent, refused: $0).summary })
        <h1>代办和异议</h1>
        <p class="lead">\(number)</p>
        \(done.map { Notice.done("<p>\($0)</p>") })
        <p>联络员凭电话、来信或书面意见替督办代表、承办单位登记的，都列在这里。不是本人意思的，本人可以提出异议。</p>
        \(if: shown.acts.isEmpty, Notice.empty("没有代办的", "替督办代表、承办单位登记的步骤会列在这里。"))
        \(each: shown.acts, section)
        """
    }

    private var number: HTML {
        let text: HTML = "<span class=\"figures\">\(shown.number.text)</span>"
        return shown.mayKnow ? "<a href=\"\(address: shown.number.staffAddress)\">\(text)</a>" : text
    }

    private func section(_ act: BehalfAct) -> HTML {
        """
        <section class="act" id="act-\(act.sequence)">
        <h2>\(ActWords(act.act).title)</h2>
        <p>\(StaffWords.moment(act.enteredAt, from: today))，联络员以\(act.organ == nil ? "督办代表" : "承办单位")的名义登记。</p>
        \(standing(act))
        \(each: shown.reasons[act.sequence] ?? [], { "<blockquote class=\"words\">\($0)</blockquote>" })
        \(form(act))
        </section>
        """
    }

    private func standing(_ act: BehalfAct) -> HTML {
        if let isUpheld = act.wasUpheld {
            return "<p>\(StatusLabel(isUpheld ? "异议成立，不算本人所为" : "异议不成立", .done).html)</p>"
        }
        if let disputed = act.disputedAt {
            return "<p>\(StatusLabel("有异议，等决定", .soon).html) \(StaffWords.moment(disputed, from: today)) 提出</p>"
        }
        return "<p class=\"hint\">没有异议。可以提出的最后一天：\(act.lastDay.chinese(from: today))。</p>"
    }

    private func form(_ act: BehalfAct) -> HTML {
        if act.isOpen, shown.mayDecide, act.enteredBy != signed.account { return decision(act) }
        if act.isOf(signed), act.mayBeDisputed(on: today) { return dispute(act) }
        return HTML()
    }

    private func dispute(_ act: BehalfAct) -> HTML {
        let parts = parts(act)
        return parts.form(
            action: shown.number.disputesAddress.text, submit: "这不是我的意思，提出异议",
            """
            \(parts.hidden("act", String(act.id)))
            \(parts.textArea("reason", "为什么不是您的意思", rows: 3))
            """)
    }

    private func decision(_ act: BehalfAct) -> HTML {
        let parts = parts(act)
        let choices = [
            Choice(DisputeDecision.uphold.rawValue, "异议成立，不算本人所为", hint: "这一步还没有人接着办的，退回去重办"),
            Choice(DisputeDecision.reject.rawValue, "异议不成立，仍然有效"),
        ]
        return parts.form(
            action: "\(shown.number.disputesAddress.text)/\(act.id)/decision", submit: "作出决定",
            """
            \(parts.radios("decision", "怎么决定", choices))
            \(parts.textArea("reason", "决定的理由", rows: 3))
            """)
    }

    /// What was typed stays in the form that was sent.
    private func parts(_ act: BehalfAct) -> FormParts {
        let prefix = "act-\(act.id)-"
        guard let errors, prefix == prefixOfSent else { return context.parts(prefix: prefix) }
        return context.parts(prefix: prefix, refused: errors)
    }

    private var prefixOfSent: String {
        let decided = (try? context.part("dispute")) ?? ""
        return "act-\(decided.isEmpty ? context.form["act"] ?? "" : decided)-"
    }
}

/// On top of the answer screen: somebody says that a step was not hers, and it waits for whoever looks.
struct DisputeNotice {
    let shown: ShownMatter

    var html: HTML {
        guard shown.openDisputes > 0, !shown.relations.isDisjoint(with: Matter.decidesDisputes) else { return HTML() }
        return Notice.warning(
            """
            <p>有人说代她登记的一步不是她的意思，等您决定：\
            <a href="\(address: shown.matter.number.disputesAddress)">看异议，作决定</a></p>
            """)
    }
}

/// On the page "today", above everything else.
struct WaitingDisputes {
    let numbers: [MatterNumber]

    var html: HTML {
        guard !numbers.isEmpty else { return HTML() }
        return Notice.warning(
            """
            <p>有 \(numbers.count) 件代办有异议，等您决定：\(each: numbers, { number in
                "<a class=\"figures\" href=\"\(address: number.disputesAddress)\">\(number.text)</a> "
            })</p>
            """)
    }
}

/// At the end of the forms: the link that can be sent, and where to look after links and disputes.
struct BesideForms {
    let screen: MatterScreen
    let context: AppContext

    var html: HTML {
        guard screen.shown.view == .full else { return HTML() }
        return """
            \(if: maySend, sending)
            \(if: mayLook, "<p><a href=\"\(address: screen.matter.number.disputesAddress)\">代办和异议</a></p>")
            """
    }

    private var sending: HTML {
        """
        <details class="act" id="links"><summary>发一次性链接给承办单位或督办代表</summary>
        \(LinkForm(matter: screen.matter, parts: context.parts(prefix: "links-")).html)
        <p><a href="\(address: screen.matter.number.linksAddress)">已经发出的链接</a></p>
        </details>
        """
    }

    private var maySend: Bool {
        !screen.shown.relations.isDisjoint(with: SendLink.senders) && !LinkForm.choices(screen.matter).isEmpty
    }

    private var mayLook: Bool {
        let readers = Matter.decidesDisputes.union([.clerk, .supervisor, .leadHandler])
        return screen.shown.hasBehalfActs && !screen.shown.relations.isDisjoint(with: readers)
    }
}
