import Domain
import Web

/// The fields of each act's form, as `ActForm` reads them.
struct ActFields {
    let parts: FormParts
    let ground: FormGround
    /// Photos of the matter that may be published with a summary.
    var photos: [ShownFile] = []

    var matter: Matter { ground.matter }

    func html(_ act: Act) -> HTML {
        let files = ActFields.files(of: act, ground)
        let papers = ActFileField.html(files.filter { $0.kind == .document }, parts)
        return """
            \(own(act))\(ActFileField.html(files.filter { $0.kind != .document }, parts))\
            \(if: ground.needsLetter(act), letter)\(if: ground.needsHearing(act), hearing)\
            \(if: ground.needsDeputysWord(act), deputysWord)\(if: ground.mayBeDeputys(act), maybeDeputys)\
            \(ground.mayHaveLetter(act) ? ownLetter(papers) : papers)
            """
    }

    /// Paper is scanned where somebody else's is written down, and where a handler has a stamped letter of its own.
    static func files(of act: Act, _ ground: FormGround) -> [ActFileField] {
        if ground.mayHaveLetter(act) {
            return ActFileField.all(of: act).map { $0.kind == .document ? .ownScan : $0 }
        }
        let isForAnother = ground.isForAnother(act) || ground.mayBeDeputys(act)
        return ActFileField.all(of: act).filter { $0.kind != .document || isForAnother }
    }

    private func own(_ act: Act) -> HTML {
        switch act {
        case .remark: remark
        case .withdraw: reason("撤回的原因", isOptional: true)
        case .contest: reason("本人申请复核的理由")
        case .rate: rating(isOptional: false)
        case .reportRelapse: parts.textArea("words", "现在的情况", rows: 4, notes: "照本人的话写。会登记为新的一件，有新的编号。")
        case .triage: triage(route: nil)
        case .answerOnSpot: spotAnswer
        case .accept: acceptance
        case .merge: merger
        case .unmerge: reason("取消并案的理由")
        case .refer: "\(triage(route: .refer))\(reason("转信访部门的理由"))"
        case .redirect: redirection
        case .reject: "\(triage(route: .reject))\(reason("不予受理的理由"))"
        case .notify: channel("channel", "怎么告知的")
        case .nameSupervisor: supervisor(isOptional: false)
        case .declineSupervision: reason("推辞的理由")
        case .elevate: elevation
        case .returnDown: reason("退回的理由")
        case .assign: assignment
        case .subAssign: subAssignment
        case .decideObjection: objectionDecision
        case .decideExtension: extensionDecision
        case .takeUp: statedDate(isOptional: true)
        case .object: reason("申请退回的理由", hint: "例如：不属于本单位职责，应由哪个单位办。")
        case .stateDate: statedDate(isOptional: false)
        case .askExtension: extensionRequest
        case .reply: reply
        case .giveOpinion: parts.textArea("words", "协办意见", rows: 4, notes: least(ground.leastReason))
        case .seeReporter: reason("为什么要联系本人", hint: "例如：要到现场核实位置。理由和您的姓名会记入记录。")
        case .passCheck: replyCheck
        case .returnReply: reason("退回的理由", hint: "只能退回一次。写清楚哪里没有说到。")
        case .deliver: delivery
        case .revisit: revisit
        case .orderRework: reason("重办的理由和要求")
        case .conveneJointReview: parts.textArea("plan", "会商安排", rows: 4, notes: "请谁参加、什么时候、商量什么。")
        case .concludeJointReview: jointReview
        case .decideContest: contestDecision
        case .setReferralDeadline:
            parts.date("day", "信访部门确定的期限", earliest: ground.today.iso, notes: "照信访部门告知的日期填写。")
        case .recordReferralReply: parts.textArea("words", "信访部门的答复", rows: 6)
        case .publish: publication
        case .unpublish: reason("撤下的理由")
        case .close, .archive, .support, .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable: HTML()
        }
    }
}

// Parts that several forms share.
extension ActFields {
    func reason(_ label: String, hint: String? = nil, isOptional: Bool = false) -> HTML {
        let least = isOptional ? nil : "至少 \(ground.leastReason) 个字。"
        let text = [hint, least].compactMap(\.self).joined()
        return parts.textArea(
            "reason", label, rows: 3, notes: FieldNotes(hint: text.isEmpty ? nil : text, isOptional: isOptional))
    }

    func least(_ count: Int) -> FieldNotes { FieldNotes(hint: "至少 \(count) 个字。") }

    func note(_ label: String) -> HTML {
        parts.textArea("note", label, rows: 2, notes: FieldNotes(isOptional: true))
    }

    func channel(_ name: String, _ label: String, chosen: Channel? = nil, isOptional: Bool = false) -> HTML {
        parts.select(
            name, label, Channel.allCases.map { Choice($0.rawValue, $0.chinese) }, chosen: chosen?.rawValue ?? "",
            notes: FieldNotes(isOptional: isOptional))
    }

    func yesOrNo(_ name: String, _ label: String, _ yes: String, _ no: String) -> HTML {
        parts.radios(
            name, label, [Choice(YesNo.yes.rawValue, yes), Choice(YesNo.no.rawValue, no)])
    }

    /// The handler's stamped letter.
    private var letter: HTML {
        """
        <p class="hint">代承办单位录入，须有盖章的来函。单位会收到通知，不是它的意思可以提出异议。</p>
        \(parts.textField("document", "来函文号"))
        \(parts.textField("letter_signer", "来函签发人"))
        \(parts.date("told_on", "哪一天收到的", value: ground.today.iso, latest: ground.today.iso))
        """
    }

    /// A handler that answers in a letter of its own as well: the short form stays short. Who signed it is asked above.
    private func ownLetter(_ scan: HTML) -> HTML {
        """
        <details\(flag: "open", parts.isShownAgain)><summary>另有盖章的函：文号、扫描件</summary>
        \(parts.textField("document", "函的文号", notes: FieldNotes(isOptional: true)))
        \(scan)
        </details>
        """
    }

    /// How the deputy said it, and when.
    private var deputysWord: HTML {
        """
        <p class="hint">代督办代表录入。代表会收到通知，不是她的意思可以提出异议。</p>
        \(parts.select("told", "代表是怎么说的", Self.waysToTell))
        \(toldWhen)
        """
    }

    /// The clerk's own step, unless she says that it was the deputy's.
    private var maybeDeputys: HTML {
        """
        \(parts.select("told", "是督办代表做的、由您代录的，代表是怎么说的", Self.waysToTell, empty: "不是代录，是我自己做的",
            notes: FieldNotes(hint: "代录的，代表会收到通知，不是她的意思可以提出异议。", isOptional: true)))
        \(toldWhen)
        """
    }

    private var toldWhen: HTML {
        """
        \(parts.date("told_on", "哪一天说的或收到的", value: ground.today.iso, latest: ground.today.iso,
            notes: FieldNotes(isOptional: true)))
        \(parts.textField("document", "来信文号", notes: FieldNotes(isOptional: true)))
        \(parts.textField("letter_signer", "来信签名人", notes: FieldNotes(hint: "书信或纸条必须填。", isOptional: true)))
        """
    }

    private static let waysToTell = [Channel.phone, .onsite, .letter, .wechat, .visit].map {
        Choice($0.rawValue, $0.chinese)
    }

    /// Who was heard, how, and that it was read back.
    private var hearing: HTML {
        """
        \(channel("heard", "怎么听本人说的"))
        \(parts.checkbox("read_back", "已经念给本人听，本人同意"))
        """
    }

    private var remark: HTML {
        "\(parts.textArea("words", "补充的内容", rows: 4, notes: "本人的话照原话写；已经写下的不会改动。"))"
    }
}
