import Domain

/// The words a letter begins with, out of what is known of the matter. Whoever writes it reads and changes them.
struct LetterProposal {
    let kind: Letter
    let ground: LetterGround
    let sender: LetterSender

    private var matter: Matter { ground.matter }
    private var shown: ShownMatter { ground.shown }
    private var wording: Wording { Wording(sender.organ.kind) }

    func text(word: String?) -> LetterText {
        LetterText(
            word: word ?? sender.proposedWord(in: ground.snapshot.atlas), title: wording.title(of: kind),
            addressee: addressee, body: body.joined(separator: "\n"), signer: "",
            signature: sender.name(in: ground.snapshot.atlas))
    }

    private var addressee: String {
        // Where no name was left whoever hands it over writes one.
        kind.goesToReporter ? shown.reporter?.name?.opened ?? "＿＿＿＿＿＿" : shown.leadHandlerName ?? ""
    }

    private var body: [String] {
        switch kind {
        case .receipt: receipt
        case .acceptance: acceptance
        case .answer: answer
        case .redirection: notice("不属于联络站办理的范围，请按下面的途径反映：", of: .redirected)
        case .rejection: notice("经研究不予受理，理由如下：", of: .rejected) + [contest]
        case .assignment: assignment
        case .urging: urging
        case .supervisionOrder: supervisionOrder
        case .petitionNotice, .elevation, .returnDown, .objection, .extensionRequest, .reply, .coHandlerOpinion,
            .petitionSlip:
            []
        }
    }

    // MARK: to the reporter

    private var opening: String {
        "您于\(date(Day(of: matter.registeredAt)))反映的“\(shown.title)”（编号 \(matter.number.text)），"
    }

    private var receipt: [String] {
        [
            opening + "\(shown.station.name)已经登记。",
            "分析以后由谁办理、最迟哪天答复，另行告诉您。\(decided.map { "最迟 \(date($0))定下由谁来办。" } ?? "")",
            contact,
        ]
    }

    /// The day by which it is clear who has it, while that is still open.
    private var decided: Day? {
        let clock = matter.clock(.triage) ?? matter.clock(.assign) ?? matter.clock(.elevationDecision)
        return clock?.deadline.dueOn
    }

    private var acceptance: [String] {
        [
            opening + "已经受理，由\(shown.assigningOfficeName ?? "有关机关")\(wording.assignVerb ?? "交办")。",
            shown.leadHandlerName.map { "承办单位：\($0)。" } ?? "承办单位确定后另行告诉您。", "办理有了结果，我们书面或者当面答复您。",
            contact,
        ]
    }

    private var answer: [String] {
        let told = texts(of: [.replied, .answeredOnSpot, .jointReviewConcluded])
        return [opening + "现将办理情况答复如下："] + told + ["您对答复满意不满意，请告诉我们；不满意的，可以要求重新办理。", contact]
    }

    private func notice(_ decision: String, of event: MatterEvent) -> [String] {
        [opening + decision] + texts(of: [event]) + [contact]
    }

    private var contest: String {
        let due = matter.clock(.contestWindow).map { "请在\(date($0.deadline.dueOn))前提出" } ?? "请在 30 天内提出"
        return "您不同意的，可以请上一级复核，\(due)。"
    }

    private var contact: String {
        let phone = shown.station.phone.isEmpty ? "" : "，电话 \(shown.station.phone)"
        return "联系：\(shown.station.name)\(phone)\(shown.station.address.isEmpty ? "" : "，地址 \(shown.station.address)")。"
    }

    private func texts(of events: Set<MatterEvent>) -> [String] {
        let last = shown.events.last { MatterEvent(rawValue: $0.name).map(events.contains) ?? false }
        return (last?.texts ?? []).map { "\($0.label)：\($0.text)" }
    }

    // MARK: to a handler, who learns nothing of the reporter

    /// Masked, whoever writes: a station's head sees the words as they were said, a handler must not.
    private var masked: [String] {
        let traces = ReporterTraces(
            name: shown.reporter?.name?.opened, phone: shown.reporter?.phone?.opened,
            address: shown.reporter?.address?.opened)
        let place = traces.removed(from: shown.place)
        return ["一、群众反映的情况", traces.removed(from: shown.words)] + (place.isEmpty ? [] : ["地点：\(place)。"])
    }

    private var subject: String { "群众反映的“\(shown.title)”（编号 \(matter.number.text)）" }

    private var assignment: [String] {
        [
            "现将\(subject)\(wording.assignVerb ?? "交办")你单位办理。"
        ] + masked + [
            "二、办理要求",
            "1.收到后 5 个工作日内接收；认为不属于本单位职责的，在同一期限内书面申请退回，并说明理由。",
            "2.明确办结日期。\(due.map { "办理期限：\($0)。" } ?? "")",
            "3.办结后书面答复，写明做了什么、何时做的、依据是什么；不能解决的，说明理由。",
            "4.需要到现场核实、联系反映人的，通过\(shown.station.name)联系。",
        ]
    }

    private var urging: [String] {
        [
            "\(subject)，\(assigned)你单位办理\(due.map { "，\($0)" } ?? "")。",
            "请抓紧办理，并于收到本函后 5 个工作日内书面告知进展、尚未办结的原因和预计办结的日期。",
        ]
    }

    private var supervisionOrder: [String] {
        [
            "\(subject)，\(assigned)你单位办理\(due.map { "，\($0)" } ?? "")。现予督办。"
        ] + masked + [
            "二、督办要求",
            "1.由单位负责人牵头，明确责任人和办结日期。",
            "2.收到本单后 5 个工作日内书面报告办理情况。",
            "3.逾期不报、敷衍应付的，依法向本级人大常委会报告。",
        ]
    }

    private var assigned: String {
        let verb = wording.assignVerb ?? "交办"
        return matter.handling.assignedOn.map { "已于\(date($0))\(verb)" } ?? "已\(verb)"
    }

    private var due: String? {
        let clock = matter.clock(.handling) ?? matter.clock(.rework) ?? matter.mainClock
        return clock.map { ground.snapshot.calendar.remaining(until: $0.deadline.dueOn, from: ground.today) }
    }

    private func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(year)年\(month)月\(number)日"
    }
}
