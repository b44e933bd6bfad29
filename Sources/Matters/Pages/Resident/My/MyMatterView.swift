import Domain
import Web

/// One's own matter as a plain time line: who, when, what they said, what comes next and by when.
struct MyMatterView {
    let opened: MyMatterPage.Opened
    let standing: MyMatterPage.Standing
    let context: AppContext

    private var shown: ShownMatter { opened.shown }

    var html: HTML {
        """
        \(forms.summary)\(channel.summary)
        <h1>您说的事</h1>
        <p class="lead">\(shown.title)</p>
        <p>编号 <strong class="figures">\(shown.matter.number.text)</strong></p>
        \(standing.done.map(done))
        \(if: standing.hasSupported, Notice.done("已经记下：那件事您也遇到了，每个电话算一次。"))
        \(channel.receipt)
        \(standing.why.map { Notice.warning("\($0)") })
        <h2>现在到哪一步了</h2>
        <p class="now">\(sentence)</p>
        \(answer)
        \(files)
        \(forms.asked)
        <h2>有事找谁</h2>
        \(contact.html)
        \(forms.others)
        \(channel.html)
        <h2>经过</h2>
        \(timeline.html)
        \(nearby)
        \(leave)
        """
    }

    /// Her own photos and voice, and the pictures that came with an answer she was told.
    private var files: HTML {
        guard !shown.files.isEmpty else { return HTML() }
        let view = FilesView(files: shown.files, page: "/my/" + shown.matter.number.text)
        return "<h2>照片和录音</h2>\n\(view.html)"
    }

    private func done(_ act: ReporterAct) -> HTML {
        "\(Notice.done("\(act.done)\(when)"))\(FormParts.accepted(KeptWords.own(shown.matter.number, act.act)))"
    }

    /// The receipt of what was just done: when it came in.
    private var when: String {
        guard let last = shown.events.last(where: \.isOwn) else { return "" }
        return "（\(StaffWords.moment(last.at, from: opened.today))，编号 \(shown.matter.number.text)）"
    }

    private var nearby: HTML {
        NearbyView(nearby: opened.nearby, own: shown.matter.number, today: opened.today, context: context).html
    }

    private var forms: ReporterForms { ReporterForms(shown: shown, standing: standing, context: context) }

    private var channel: MyChannelView { MyChannelView(opened: opened, standing: standing.channel, context: context) }

    private var sentence: String {
        let state = shown.matter.state
        if isTold {
            return (state == .redirected ? "这件事要到别处去办，去处写在下面。" : "这件事联络站不能办，理由写在下面。")
                + "您不同意，可以请上一级再看一次\(due.map { "（\($0)）" } ?? "")。"
        }
        let stated = opened.leadStatedOn.map { "办事的单位答应\($0.chinese(from: opened.today))前办好。" } ?? ""
        return StateWords.sentence(state, holder: shown.holder?.name ?? shown.station.name, due: due) + stated
    }

    /// 已指引 or 不予受理, and the reporter knows: from here on it is her turn or nobody's.
    private var isTold: Bool {
        let matter = shown.matter
        return [.redirected, .rejected].contains(matter.state) && matter.answering.isNoticeGiven
    }

    /// When the result is due, not the steps between offices on the way there.
    private var due: String? {
        (shown.matter.mainClock?.deadline.dueOn ?? shown.matter.dueAt.map { Day(of: $0) })
            .map { opened.calendar.remaining(until: $0, from: opened.today) }
    }

    /// What people come back for, before they are asked how they like it.
    private var answer: HTML {
        guard let event = answered else { return HTML() }
        return "<h2>给您的答复</h2>\n<div class=\"words\">\(detail(event))</div>"
    }

    private static let answers: Set<MatterEvent> = [
        .answeredOnSpot, .delivered, .redirected, .rejected, .referralReplied, .jointReviewConcluded, .contestDecided,
    ]

    private var answered: ShownEvent? {
        shown.events.last { event in
            !event.texts.isEmpty && MatterEvent(rawValue: event.name).map(Self.answers.contains) ?? false
        }
    }

    /// Whom to call: who has it, and the station that speaks with the reporter.
    private var contact: DefinitionList {
        let station = StationContact(station: shown.station, human: context.site.human)
        return DefinitionList([
            ("现在在谁手里", holder), ("联络站", "\(shown.station.name)，电话 \(station.link)（\(station.hours)）"),
            ("盯着这件事的代表", "\(shown.supervisorName)"), ("地方", "\(shown.division.fullName)"),
        ])
    }

    private var holder: HTML {
        guard let holder = shown.holder, holder.name != shown.station.name else { return HTML() }
        guard !holder.phone.isEmpty else { return "\(holder.name)" }
        return """
            \(holder.name)，电话 <a class="telephone" href="\(address: "tel:" + holder.phone)">\(holder.phone)</a>\
            \(if: !holder.hours.isEmpty, "（\(holder.hours)）")
            """
    }

    private var timeline: Timeline {
        let past = shown.events.compactMap { event in
            event.residentTitle.map { title in
                Timeline.Entry(
                    when: moment(event.at), who: leads(event) ? title : event.by, what: what(event, title),
                    detail: isAbove(event) ? HTML() : detail(event))
            }
        }
        return Timeline(past + ahead)
    }

    /// Titles of the others say that the reason stands below them.
    private func isAbove(_ event: ShownEvent) -> Bool {
        event == answered && event.name == MatterEvent.delivered.rawValue
    }

    /// Her own deeds, and what was written down for her, begin with what was done.
    private func leads(_ event: ShownEvent) -> Bool { event.isOwn || isRegistration(event) }

    private func what(_ event: ShownEvent, _ title: String) -> String {
        if event.isOwn { return "" }
        return isRegistration(event) ? "（\(event.by)写下）" : title
    }

    private func isRegistration(_ event: ShownEvent) -> Bool { event.name == MatterEvent.registered.rawValue }

    private var ahead: [Timeline.Entry] {
        guard let due, !shown.matter.state.isFinal else { return [] }
        if isTold { return [Timeline.Entry(when: due, who: "您", what: "不同意的话，可以请上一级再看一次", isAhead: true)] }
        let who = shown.holder?.name ?? shown.station.name
        return [Timeline.Entry(when: due, who: who, what: NextStep.words(shown.matter), isAhead: true)]
    }

    private func detail(_ event: ShownEvent) -> HTML {
        // One's own words need no heading, those of offices do.
        event.texts.html { text in
            "<p>\(if: !event.isOwn, "<strong>\(text.label)</strong>：")\(text.text)</p>"
        }
    }

    /// A day, and how long ago that is while that is easily counted.
    private func moment(_ instant: Instant) -> String {
        let day = Day(of: instant)
        let ago = opened.today.number - day.number
        if ago > 60 { return day.chinese(from: opened.today) }
        let distance = ago == 0 ? "今天" : ago == 1 ? "昨天" : "\(ago) 天前"
        return "\(day.chinese(from: opened.today))（\(distance)）"
    }

    private var leave: HTML {
        """
        <form method="post" action="/my/exit" class="no-print" data-forget="\(KeptWords.ownPath(shown.matter.number))">\
        \(context.parts().token)
        <p class="actions"><button type="submit" class="second">看完了，退出</button></p>
        <p class="hint">用别人的手机或公用电脑，看完请点退出。半小时不动会自动退出。</p></form>
        """
    }
}

/// What the one who has it must do next, said to a resident.
enum NextStep {
    static func words(_ matter: Matter) -> String {
        switch matter.state {
        case .registered: "定下来由谁去办，再给您回话"
        case .answeredOnSpot, .answered: "来问您满意不满意"
        case .accepted, .submittedUp, .objected: "确定交给哪个单位去办"
        case .assigned: "接手去办"
        case .inHandling, .rework: "把办的结果写出来"
        case .replied: matter.answering.isReplyChecked ? "把答复告诉您" : "核对答复写得实不实"
        case .promised: "照答应的日子办好，把结果告诉您"
        case .rated: "根据您的评价，决定是了结还是重新办"
        case .jointReview: "请各方一起商量，把结果告诉您"
        case .contested: "重新看一遍，把结果告诉您"
        case .referred: "书面告诉您怎么办理"
        case .redirected, .rejected: "把去处或理由告诉您"
        case .merged: "和别人反映的同样的事一起办，结果单独告诉您"
        case .withdrawn, .closed: ""
        }
    }
}
