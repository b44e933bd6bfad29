import Domain
import Web

/// Reads an act out of a form; the API's JSON bodies have the same fields, so both doors share this.
struct ActForm {
    var reader: FormReader
    let act: Act
    /// Today, for days that default to it.
    let today: Day

    init(_ act: Act, _ form: FormBody, today: Day) {
        reader = FormReader(form)
        self.act = act
        self.today = today
    }

    /// The act as asked for, or every field that is wrong.
    mutating func request(version: Int64?) throws(FormErrors) -> ActRequest {
        let draft = draft()
        let attestation = attestation()
        try reader.finish()
        guard let draft else { throw FormErrors("act", "没有这一步。") }
        return ActRequest(draft, version: version, onBehalf: attestation)
    }

    private mutating func draft() -> ActDraft? {
        switch act {
        case .remark: .ready(.remark(lines("words", "补充的内容")))
        case .withdraw: .ready(.withdraw(reason: reader.lines("reason", "原因", most: 500, isRequired: false)))
        case .contest: .ready(.contest(reason: reason))
        case .rate: rating()
        case .support: .ready(.support)
        case .reportRelapse: .reportRelapse(words: lines("words", "现在的情况"))
        case .triage: triage()
        case .answerOnSpot: spotAnswer()
        case .accept: .ready(.accept)
        case .merge: merger()
        case .unmerge: .ready(.unmerge(reason: reason))
        case .refer: .ready(.refer(reason: reason))
        case .redirect: redirection()
        case .reject: .ready(.reject(reason: reason))
        case .notify: reader.channel("channel", "告知方式").map { .ready(.notify($0)) }
        case .nameSupervisor: supervisor()
        case .declineSupervision: .ready(.declineSupervision(reason: reason))
        case .elevate: elevation()
        case .returnDown: .ready(.returnDown(reason: reason))
        case .assign: assignment()
        case .subAssign: reader.identifier("organ", "承办单位").map { .subAssign($0, note: note) }
        case .decideObjection: objectionDecision()
        case .decideExtension:
            yesOrNo("granted", "是否同意").map { .ready(.decideExtension(isGranted: $0, reason: reason)) }
        case .takeUp: .ready(.takeUp)
        case .object: .ready(.object(reason: reason))
        case .stateDate: reader.day("day", "办结日期").map { .ready(.stateDate($0)) }
        case .askExtension: reader.day("until", "延到哪一天").map { .ready(.askExtension(until: $0, reason: reason)) }
        case .reply: reply()
        case .giveOpinion: .ready(.giveOpinion(words: lines("words", "协办意见")))
        case .seeReporter: .ready(.seeReporter(reason: reason))
        case .passCheck: .ready(.passCheck(note: note))
        case .returnReply: .ready(.returnReply(reason: reason))
        case .deliver:
            reader.channel("channel", "答复方式").map {
                .ready(.deliver($0, words: reader.lines("words", "怎么对群众说的", most: 2000, isRequired: false)))
            }
        case .revisit: revisit()
        case .orderRework: .ready(.orderRework(reason: reason))
        case .conveneJointReview: .ready(.conveneJointReview(plan: lines("plan", "会商安排")))
        case .concludeJointReview: jointReview()
        case .decideContest:
            reader.choice("decision", "复核结果", as: ContestDecision.self)
                .map { .ready(.decideContest($0, reason: reason)) }
        case .close: .ready(.close)
        case .archive: .ready(.archive)
        case .setReferralDeadline: reader.day("day", "信访部门确定的期限").map { .ready(.setReferralDeadline($0)) }
        case .recordReferralReply: .ready(.recordReferralReply(words: lines("words", "信访部门的答复")))
        case .publish:
            .ready(
                .publish(
                    title: reader.text("title", "标题", most: 60), summary: lines("summary", "公开的摘要"),
                    answer: reader.lines("answer", "公开的答复", most: 5000, isRequired: false)))
        case .unpublish: .ready(.unpublish(reason: reason))
        case .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable: nil
        }
    }

    private mutating func lines(_ name: String, _ label: String) -> String {
        reader.lines(name, label, most: 5000)
    }

    private var reason: String {
        mutating get { reader.lines("reason", "理由", most: 2000) }
    }

    private var note: String {
        mutating get { reader.lines("note", "说明", most: 2000, isRequired: false) }
    }

    private mutating func yesOrNo(_ name: String, _ label: String) -> Bool? {
        reader.choice(name, label, as: YesNo.self).map { $0 == .yes }
    }

    /// Who was heard, or whose letter it is, when somebody acts for another.
    private mutating func attestation() -> Attestation? {
        if Act.handlersOnBehalf.contains(act) { return told(by: .handler) }
        if Act.deputysOnBehalf.contains(act) { return told(by: .deputy) }
        guard ActBody.attestation(of: act) == BodyField.hearing, reader.form["heard"]?.isEmpty == false,
            let channel = reader.channel("heard", "怎么听到的")
        else {
            return nil
        }
        if !reader.isChecked("read_back") { reader.add("read_back", "请念给本人听，本人同意后再勾选。") }
        return Attestation(speaker: .reporter, channel: channel)
    }
}

/// The two answers of a question with radio buttons.
enum YesNo: String, CaseIterable {
    case yes, no
}

extension FormReader {
    mutating func channel(_ name: String, _ label: String) -> Channel? {
        choice(name, label, as: Channel.self)
    }
}
