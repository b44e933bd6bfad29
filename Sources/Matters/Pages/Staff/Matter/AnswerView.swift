import Domain
import Web

/// Draws the answer screen: the person's own words, who has it and by when, what to do, what happened.
struct AnswerView {
    let screen: MatterScreen
    let attempt: MatterScreen.Attempt?
    let context: AppContext

    private var shown: ShownMatter { screen.shown }
    private var matter: Matter { screen.matter }

    var html: HTML {
        let forms = ActForms(screen: screen, attempt: attempt, context: context)
        return """
            \(forms.warning)
            <h1>\(shown.title)</h1>
            <p class="lead"><span class="figures">\(matter.number.text)</span> \(StaffWords.state(matter.state))
            \(StaffWords.alarm(dueOn: screen.clocks.first?.deadline.dueOn, isOverdue: matter.isOverdue(at: screen.now),
                today: screen.today))</p>
            \(DisputeNotice(shown: shown).html)
            \(forms.step)
            \(content)
            \(SimilarView(similar: screen.similar, today: screen.today).html)
            <h2>现在</h2>
            \(StandingView(screen: screen).html)
            \(forms.html)
            \(LettersBlock(screen: screen).html)
            \(BesideForms(screen: screen, context: context).html)
            <h2>经过</h2>
            \(Timeline(entries).html)
            """
    }

    private var content: HTML {
        switch shown.view {
        case .full: words
        case .slip, .none: slip
        }
    }

    private var words: HTML {
        """
        <h2>反映人的话</h2>
        <blockquote class="words">\(shown.words)</blockquote>
        \(StaffFilesView(screen: screen, context: context).reporters)
        \(listenFirst)
        \(reply)
        \(DefinitionList([
            ("地方", "\(shown.division.fullName)\(if: !shown.place.isEmpty, "，\(shown.place)")"),
            ("登记", registration),
            ("反映人", ReporterView(screen: screen).html),
            ("想请哪位代表听", shown.wantedDeputy.map { "\($0)" } ?? HTML()),
            ("有关事项", links),
        ]).html)
        """
    }

    /// What the deputy checks and tells, beside the words it answers.
    private var reply: HTML {
        guard let texts = shown.events.last(where: { $0.name == MatterEvent.replied.rawValue })?.texts, !texts.isEmpty
        else { return HTML() }
        return """
            <h2>承办单位的答复</h2>
            <div class="words">\(lines(texts))</div>
            \(if: screen.ground.shows(.returnReply), EmptyPhraseNotice(texts: texts).html)
            \(StaffFilesView(screen: screen, context: context).offices)
            """
    }

    /// 请工作人员听写: who could not write said it aloud, and the analysis needs it in writing.
    private var listenFirst: HTML {
        let hasVoice = shown.files.contains { $0.isReporters && $0.stored.kind == .voice }
        guard hasVoice, matter.state == .registered, shown.acts.contains(.remark) else { return HTML() }
        return Notice.info("反映人留了一段录音。请先听一遍，把听到的话写在下面的“补充情况”里，再作分析。")
    }

    private var registration: HTML {
        let moment = StaffWords.moment(matter.registeredAt, from: screen.today)
        return "\(moment)，\(shown.channel.chinese)，\(shown.station.name)"
    }

    /// Of a petition the station keeps the number, the days and where it went.
    private var slip: HTML {
        let address = Address("/petitions/\(matter.number.text)/slip")
        let letter = Address("/petitions/\(matter.number.text)/notice")
        return """
            \(Notice.info("<p>这件事已经转信访部门，按信访程序办理。内容只有信访部门和本人能看到。</p>"))
            <p class="actions"><a class="button second" href="\(address: address)">转送单（打印）</a>
            <a class="button second" href="\(address: letter)">给本人的告知书（打印）</a></p>
            """
    }

    private var links: HTML {
        var lines: [HTML] = []
        if let lead = shown.leadNumber { lines.append("已并入 \(link(lead))") }
        if !shown.mergedNumbers.isEmpty {
            lines.append("并入这一件的：\(each: shown.mergedNumbers, { "\(link($0)) " })")
        }
        if let earlier = shown.relapseOf { lines.append("以前反映过：\(link(earlier))") }
        return lines.html { "\($0)\n" }
    }

    private func link(_ number: MatterNumber) -> HTML {
        "<a class=\"figures\" href=\"\(address: number.staffAddress)\">\(number.text)</a>"
    }

    private var entries: [Timeline.Entry] {
        shown.events.map { event in
            Timeline.Entry(
                when: StaffWords.moment(event.at, from: screen.today), who: event.by, what: event.title,
                detail: lines(event.texts.filter { $0.text != shown.words }))
        }
    }

    private func lines(_ texts: [ShownText]) -> HTML {
        texts.html { "<p><strong>\($0.label)：</strong>\($0.text)</p>" }
    }
}

/// Who spoke, as far as the one who looks may know.
struct ReporterView {
    let screen: MatterScreen

    var html: HTML {
        guard let reporter = screen.shown.reporter else { return "\(hidden)" }
        let known: [HTML] = [
            reporter.name.map { "\($0.opened)" } ?? "没有留姓名",
            reporter.phone.map { phone in
                "<a class=\"telephone\" href=\"\(address: "tel:" + phone.opened)\">\(phone.opened)</a>"
            } ?? "没有留电话",
            reporter.address.map { "\($0.opened)" } ?? HTML(),
            reporter.toldBy.map { "希望这样回话：\($0.chinese)" } ?? HTML(),
            reporter.guardian.map { "不满十四周岁，监护人 \($0.opened) 已同意。只有本站站长和联络员看得到是谁。" } ?? HTML(),
            reporter.mayBeNamed ? "同意让承办单位知道是谁反映的" : "不愿让承办单位知道是谁反映的",
        ]
        return known.filter { !$0.isEmpty }.html { "\($0)\n" }
    }

    private var hidden: String {
        screen.ground.shows(.seeReporter)
            ? "不显示。确要联系本人，例如到现场核实，可以在下面写明理由查看。" : "不显示，由联络站联系本人。"
    }
}
