import Domain
import Web

/// Draws the page of a link: what is asked and by when, the person's words, and the short form. One page and a receipt.
struct LinkView {
    let screen: LinkScreen
    let token: String
    /// What has just been done, where it really was.
    let done: LinkAct?
    let attempt: LinkScreen.Attempt?
    let context: AppContext

    var title: String {
        switch screen.link.standing {
        case .expired: "这个链接已经过期"
        case .revoked: "这个链接已经收回"
        case .ended: "这个链接不能用了"
        case .open where screen.behalf != nil: "联络站代您登记了一步"
        case .open: receipt == nil ? screen.offered.first { $0 != .seen }?.words.title ?? "一件事" : "已经收到"
        }
    }

    var html: HTML {
        """
        \(attempt.map { parts($0.act).summary })
        <h1>\(title)</h1>
        <p class="lead">编号 <span class="figures">\(screen.link.kept.number.text)</span></p>
        \(attempt?.why.map { Notice.warning("<p>\($0)</p>") })
        \(receipt.map(slip))
        \(typedInVain)
        \(content)
        """
    }

    /// The step has become impossible meanwhile: nothing that was typed is lost all the same.
    private var typedInVain: HTML {
        guard let attempt, !screen.offered.contains(attempt.act) else { return HTML() }
        let long = context.form.fields.filter {
            $0.value.count > 15 && !Self.ours.contains($0.name) && !$0.isFile
        }
        return long.html { "<textarea rows=\"4\" readonly aria-label=\"您写的内容\">\n\($0.value)</textarea>\n" }
    }

    private static let ours: Set<String> = ["form_token", "submission", "version"]

    static let unknown: HTML = """
        <h1>这个链接打不开</h1>
        <p class="lead">请检查网址有没有抄全；短信里的网址很长，要整条点开。</p>
        <p>还是打不开，请打电话给发短信的联络站，或者登录系统办理。</p>
        """

    private var content: HTML {
        switch screen.link.standing {
        case .expired: over("链接只在几天里有效，这一个已经过期，什么也没有改动。")
        case .revoked: over("联络站已经把这个链接收回，什么也没有改动。")
        case .ended: over("您当时的身份已经有了变动，这个链接跟着失效。")
        case .open: open
        }
    }

    private func over(_ why: String) -> HTML { "<p>\(why)</p>\n\(signIn)" }

    /// The staff's pages may be in another network than this one.
    private var signIn: HTML {
        let next = Address("/sign-in").with("next", screen.link.kept.number.staffAddress.text)
        return context.site.faces.contains(.staff)
            ? "<p>还有要办的，请<a href=\"\(address: next)\">登录系统</a>办理，或者请联络站再发一个链接。</p>"
            : "<p>还有要办的，请登录工作人员的系统办理，或者请联络站再发一个链接。</p>"
    }

    private var open: HTML {
        if let behalf = screen.behalf { return disputing(behalf) }
        guard let matter = screen.matter else { return "<p>这件事已经转到别处，不用您办了。</p>\n\(signIn)" }
        // What is asked stands open and first; that it was read is the least one can say.
        let steps = screen.offered.filter { $0 != .seen }
        return """
            \(asked(matter))
            \(LinkedMatterView(screen: matter, mayReturn: steps.contains(.returnReply)).html)
            \(each: steps + screen.offered.filter { $0 == .seen }, { act in
                form(act, isOpen: act == steps.first || act == attempt?.act)
            })
            \(note)
            """
    }

    private func asked(_ matter: MatterScreen) -> HTML {
        guard screen.offered.contains(where: { $0 != .seen }) else {
            if receipt != nil { return HTML() }
            return Notice.info("<p>现在没有要您在这里办的：这件事已经往下走了一步，或者还没有轮到您。</p>") + signIn
        }
        let next = NextAct(matter.matter, acts: matter.shown.acts, relations: matter.shown.relations)
        guard let clock = next?.clock ?? matter.matter.mainClock else { return HTML() }
        return """
            <p>\(clock.kind.chinese)，<strong>\(matter.calendar.remaining(until: clock.deadline.dueOn, from: matter.today))</strong>\
            \(StaffWords.alarm(dueOn: clock.deadline.dueOn, isOverdue: clock.isOverdue(at: screen.now), today: matter.today))
            <span class="hint">\(clock.deadline.explanation)</span></p>
            """
    }

    private func disputing(_ behalf: BehalfAct) -> HTML {
        let day = Day(of: behalf.enteredAt).chinese(from: Day(of: screen.now))
        return """
            <p>\(day)，联络站以您\(behalf.organ == nil ? "" : "单位")的名义登记了一步：\
            <strong>\(ActWords(behalf.act).title)</strong>。是您的意思，不用做什么。</p>
            \(if: screen.offered.contains(.dispute), """
                <p>不是您的意思，请在 \(behalf.lastDay.chinese(from: Day(of: screen.now))) 前提出，由站长或交办机关决定。</p>
                \(form(.dispute, isOpen: true))
                """)
            \(if: !screen.offered.contains(.dispute) && receipt == nil, "<p>这一步已经提出过异议，或者提出的期限已过。</p>")
            """
    }

    private func form(_ act: LinkAct, isOpen: Bool) -> HTML {
        let parts = parts(act)
        let drawn = parts.form(
            action: "/l/\(Address.encoded(token))/\(act.noun)", version: screen.matter?.matter.version,
            buttons: "<button type=\"submit\"\(if: act == .seen, " class=\"second\"")>\(act.words.button)</button>",
            hasFile: !files(act).isEmpty, fields(act, parts))
        guard act != .seen else { return "<div id=\"\(act.noun)\">\(drawn)</div>" }
        guard !isOpen else {
            return "<section class=\"act\" id=\"\(act.noun)\">\n<h2>\(act.words.title)</h2>\n\(drawn)\n</section>"
        }
        return "<details class=\"act\" id=\"\(act.noun)\"><summary>\(act.words.title)</summary>\n\(drawn)\n</details>"
    }

    private func fields(_ act: LinkAct, _ parts: FormParts) -> HTML {
        if act == .dispute { return parts.textArea("reason", "为什么不是您的意思", rows: 3) }
        guard let domain = act.act, let matter = screen.matter else { return HTML() }
        return ActFields(parts: parts, ground: matter.ground).html(domain)
    }

    private func files(_ act: LinkAct) -> [ActFileField] {
        guard let domain = act.act, let matter = screen.matter else { return [] }
        return ActFields.files(of: domain, matter.ground)
    }

    private func parts(_ act: LinkAct) -> FormParts {
        let prefix = act.noun + "-"
        guard let attempt, attempt.act == act else { return context.parts(prefix: prefix) }
        return context.parts(prefix: prefix, refused: attempt.errors)
    }

    private var note: HTML {
        let (end, today) = (Day(of: screen.link.kept.expiresAt), Day(of: screen.now))
        return """
            <p class="hint">这个链接只给您一个人，只能看这一件事，每一步只能用一次，\(end.chinese(from: today))失效（\(end.distance(from: today))），请不要转发。</p>
            """
    }

    /// Only what stands in the database as done; an address can say anything.
    private var receipt: LinkAct? { done.flatMap { screen.link.used($0) == nil ? nil : $0 } }

    private func slip(_ act: LinkAct) -> HTML {
        let today = Day(of: screen.now)
        let when = screen.link.used(act).map { StaffWords.moment($0, from: today) } ?? ""
        let holder = screen.matter?.shown.holder?.name
        return """
            \(Notice.done("<p>\(act.words.done)</p>"))
            <div class="slip">
            \(DefinitionList([
                ("编号", "\(screen.link.kept.number.text)"), ("办了什么", "\(act.words.title)"), ("什么时候", "\(when)"),
                ("现在在谁手里", "\(holder)"),
            ]).html)
            </div>
            """
    }
}

/// The matter itself on such a page: the words, the reply that is asked about, the place, and whom to call.
struct LinkedMatterView {
    let screen: MatterScreen
    /// Whether the reply can be sent back from this page.
    let mayReturn: Bool

    private var shown: ShownMatter { screen.shown }

    var html: HTML {
        """
        <h2>反映人的话</h2>
        <blockquote class="words">\(shown.words)</blockquote>
        \(reply)
        \(DefinitionList([
            ("地方", "\(shown.division.fullName)\(if: !shown.place.isEmpty, "，\(shown.place)")"),
            ("联络站", "\(shown.station.name)\(if: !shown.station.phone.isEmpty, "，电话 \(Telephone(shown.station.phone).html)")"),
            ("反映人", ReporterView(screen: screen).html), ("现在", StaffWords.state(screen.matter.state)),
        ]).html)
        """
    }

    private var reply: HTML {
        guard let texts = shown.events.last(where: { $0.name == MatterEvent.replied.rawValue })?.texts, !texts.isEmpty
        else { return HTML() }
        return """
            <h2>承办单位的答复</h2>
            <div class="words">\(each: texts, { "<p><strong>\($0.label)：</strong>\($0.text)</p>" })</div>
            \(if: mayReturn, EmptyPhraseNotice(texts: texts).html)
            """
    }
}
