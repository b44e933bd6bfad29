import Domain
import Web

/// What was tried at the two forms about being told, and what came of it.
struct MyChannelStanding {
    enum Form {
        case choose, prove
    }

    enum Done: String {
        case channel, proved
    }

    var done: Done?
    var tried: Form?
    var errors = FormErrors()
}

/// How the reporter is told, and the short form to choose another way.
struct MyChannelView {
    let opened: MyMatterPage.Opened
    let standing: MyChannelStanding
    let context: AppContext

    private var reporter: ShownReporter? { opened.shown.reporter }
    private var kept: ReporterChannelTable.Kept? { opened.channel }
    private var action: String { "/my/\(opened.shown.matter.number.text)" }

    var summary: HTML {
        switch standing.tried {
        case .choose: choosing.summary
        case .prove: proving.summary
        case nil: HTML()
        }
    }

    /// What stands on the page after it was changed.
    var receipt: HTML {
        switch standing.done {
        case .channel: Notice.done("已经记下：\(now)")
        case .proved: Notice.done("电子邮件确认好了，以后有消息就发到那里。")
        case nil: HTML()
        }
    }

    var html: HTML {
        """
        <h2 id="told">有了消息怎么告诉您</h2>
        <p>\(now)\(if: kept != nil, "（\(chosenOn)选的）")</p>
        \(if: isCodeAwaited, codeForm)
        <details class="act"\(flag: "open", standing.tried == .choose)><summary>换一种办法</summary>
        \(choosing.form(action: action + "/channel", submit: "就这样告诉我", fields))
        </details>
        """
    }

    // MARK: what holds

    private var now: String {
        guard let channel = kept?.channel ?? .byDefault(hasTelephone: reporter?.phone != nil) else {
            // The same that `ReporterChannels` in Outbox does.
            if reporter?.address != nil { return "您没有留电话。有了消息，给您写信。" }
            return "您没有留电话。有了消息，您的编号会列在联络站每月的公示里（只写编号，不写是什么事），您也可以来问、打电话问，或者在这里查。"
        }
        switch channel.way {
        case .sms: return "有了消息，发短信到\(telephone(channel))。"
        case .call: return "有了消息，打\(telephone(channel))告诉您。"
        case .email:
            let mailbox = channel.address.map { Shortened.mailbox($0.opened) } ?? ""
            return channel.isProved ? "有了消息，发邮件到 \(mailbox)。" : "等您确认 \(mailbox) 以后，有了消息发邮件到那里。"
        case .visit: return "有了消息，联络站的人上门告诉您。"
        case .letter: return "有了消息，给您写信。"
        case .none: return "有了消息不用告诉您，您自己来看。"
        }
    }

    private func telephone(_ channel: ReporterChannel) -> String {
        guard let number = channel.address ?? reporter?.phone else { return "您留的电话" }
        return "您尾号 \(number.opened.suffix(4)) 的电话"
    }

    private var chosenOn: String {
        kept.map { Day(of: $0.chosenAt).chinese(from: opened.today) } ?? ""
    }

    private var isCodeAwaited: Bool { kept?.proof != nil }

    // MARK: the forms

    private var choosing: FormParts { parts("told-", .choose) }
    private var proving: FormParts { parts("mailbox-", .prove) }

    private func parts(_ prefix: String, _ form: MyChannelStanding.Form) -> FormParts {
        standing.tried == form
            ? context.parts(prefix: prefix, refused: standing.errors) : context.parts(prefix: prefix)
    }

    private var codeForm: HTML {
        proving.form(
            action: action + "/mailbox-code", submit: "确认",
            proving.textField(
                "code", "邮件里的验证码", kind: .code, notes: "6 个数字，30 分钟内有效。没有收到，请在下面再选一次电子邮件"))
    }

    private var fields: HTML {
        let seen = "联络站的工作人员。别人看不到。"
        return """
            \(choosing.radios(
                "way", "怎么告诉您", ReporterChannel.Way.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: kept?.channel.way.rawValue ?? ""))
            \(choosing.textField(
                "telephone", "电话号码", kind: .telephone,
                notes: FieldNotes(hint: "选短信或打电话时填；不填就用您留过的", seenBy: seen, isOptional: true)))
            \(choosing.textField(
                "mailbox", "电子邮件地址", kind: .mailbox,
                notes: FieldNotes(hint: "选电子邮件时填；会先发一个验证码", seenBy: seen, isOptional: true)))
            \(choosing.textField(
                "home", "住址", notes: FieldNotes(hint: "选上门或寄信时填；不填就用您留过的", seenBy: seen, isOptional: true),
                autocomplete: "street-address"))
            """
    }
}

/// Enough to know one's own by, too little for whoever looks over a shoulder.
private enum Shortened {
    static func mailbox(_ text: String) -> String {
        guard let at = text.firstIndex(of: "@") else { return "" }
        return text.prefix(1) + "***" + text[at...]
    }
}
