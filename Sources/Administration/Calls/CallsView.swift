import Domain
import Outbox
import Web

struct CallsView {
    let shown: [CallsPage.Shown]
    let now: Instant
    let next: String?
    let isFirst: Bool
    let done: ByHandOutcome?
    let context: AppContext
    let refused: (sending: Int64, errors: FormErrors)?

    var html: HTML {
        """
        <h1>电话告知</h1>
        <p class="lead">这些人收不到短信，要打电话、寄信或者上门告诉他们。</p>
        \(refused.map { context.parts(prefix: Self.prefix($0.sending), refused: $0.errors).summary })
        \(done.map { Notice.done("<p>\(Self.said($0))</p>") })
        \(shown.isEmpty ? nothing : list)
        \(Pager(first: Address("/calls"), next: next, isFirst: isFirst).html)
        """
    }

    static func prefix(_ sending: Int64) -> String { "s\(sending)-" }

    private static func said(_ outcome: ByHandOutcome) -> String {
        switch outcome {
        case .told: "已经记下：告知了本人。"
        case .visited: "已经记下：上门告知了本人。"
        case .nobodyAnswered: "已经记下：没有找到人。这一条还在下面，请换个时间再试。"
        case .wrongNumber: "已经记下：号码或地址不对。这一条转给站长处理。"
        }
    }

    private var nothing: HTML {
        Notice.empty("没有要打的电话", "有人没有别的办法收到消息时，会排在这里。")
    }

    private var list: HTML { "<ul class=\"messages\">\n\(each: Call.calls(shown), item)</ul>" }

    private func item(_ call: Call) -> HTML {
        let one = call.news
        let content = one.content
        let number = content.lead.matter?.number
        let today = Day(of: now)
        return """
            <li>
            <h2>\(if: number != nil, "<span class=\"figures\">\(number)</span>：")告诉本人“\(content.lead.kind.chinese)”</h2>
            <p>\(if: content.channel == .letter, way(one)) \(one.place)
            <span class="when">\(content.createdAt.spoken(from: today)) 排上\
            \(if: content.attempts > 0, "，试过 \(content.attempts) 次：\(content.reason)")</span></p>
            \(if: one.wantsVisit, "<p><strong>本人要求上门说。</strong></p>")
            <p>\(one.wantsVisit ? "见到本人说" : content.channel == .letter ? "信里写" : "打通以后说")：</p>
            <p class="detail">\(one.text)</p>
            \(paper(one))
            \(if: !call.earlier.isEmpty, earlier(call.earlier))
            \(opening(call))
            \(OutcomeForm(
                content: content, parts: parts(of: content.id), along: call.along,
                isOpen: refused?.sending == content.id).html)
            </li>

            """
    }

    private func way(_ one: CallsPage.Shown) -> HTML {
        StatusLabel(one.wantsVisit ? "上门" : one.content.channel.chinese, .running).html
    }

    private func earlier(_ all: [CallsPage.Shown]) -> HTML {
        """
        <details class="act"><summary>这件事先前没说到的（\(all.count)）</summary>
        \(each: all, { one in
            """
            <p class="when">\(one.content.createdAt.spoken(from: Day(of: now)))，\(one.content.lead.kind.chinese)</p>
            <p class="detail">\(one.text)</p>

            """
        })</details>
        """
    }

    /// What is told itself, on the station's paper: what stands above only says that there is something.
    private func paper(_ one: CallsPage.Shown) -> HTML {
        guard let letter = one.letter, let number = one.content.lead.matter?.number else { return HTML() }
        let draft = Address("/matters/\(number)/letters/new").with("kind", letter.rawValue)
        return "<p><a href=\"\(address: draft)\">写书面答复，一起送去</a></p>"
    }

    private func opening(_ call: Call) -> HTML {
        let (one, content) = (call.news, call.news.content)
        let word =
            one.wantsVisit
            ? "看姓名和地址，准备上门" : content.channel == .letter ? "看姓名和地址，打印信函" : "看姓名和电话"
        return """
            \(context.parts(prefix: "open\(content.id)-").form(
                action: "/calls/\(content.id)/opening", submit: word,
                "\(AlongWith.hidden(call.along, context.parts()))<p class=\"hint\">看过会记下您的名字。</p>"))
            """
    }

    private func parts(of sending: Int64) -> FormParts {
        guard let refused, refused.sending == sending else { return context.parts(prefix: Self.prefix(sending)) }
        return context.parts(prefix: Self.prefix(sending), refused: refused.errors)
    }
}

/// What came of it: the same below each row and beside an opened number.
struct OutcomeForm {
    let content: SendingContent
    let parts: FormParts
    /// What the result counts for too.
    let along: [AlongWith]
    /// Shown again with its mistakes.
    var isOpen = false

    var html: HTML {
        """
        <details class="act"\(flag: "open", isOpen)><summary>登记结果</summary>
        \(form)
        </details>
        """
    }

    private var outcomes: [ByHandOutcome] { ByHandOutcome.outcomes(of: content.channel) }

    var form: HTML {
        parts.form(
            action: "/calls/\(content.id)/outcome", version: content.version, submit: "登记结果",
            """
            \(AlongWith.hidden(along, parts))
            \(parts.radios("outcome", "结果", outcomes.map { Choice($0.rawValue, $0.chinese) }))
            \(if: !along.isEmpty, "<p class=\"hint\">这件事先前没说到的 \(along.count) 条，一起记上。</p>")
            """)
    }
}

extension AlongWith {
    fileprivate static func hidden(_ all: [AlongWith], _ parts: FormParts) -> HTML {
        "\(each: all, { parts.hidden(field, $0.text) })"
    }
}

struct OpenedContactView {
    let opened: OpenContact.Opened
    let shown: CallsPage.Shown
    let today: Day
    let parts: FormParts
    let along: [AlongWith]

    var html: HTML {
        opened.content.channel == .letter ? letter : call
    }

    private var call: HTML {
        """
        <h1>\(shown.title)：\(number)</h1>
        \(opened.address.map { address in
            DefinitionList([
                ("称呼", "\(opened.name?.opened ?? "没有留姓名")"), ("电话", Telephone(address.opened).html),
            ]).html
        } ?? gone)
        <h2>打通以后说</h2>
        <p class="detail">\(shown.text)</p>
        <h2>结果</h2>
        \(OutcomeForm(content: opened.content, parts: parts, along: along).form)
        \(back)
        """
    }

    private var letter: HTML {
        """
        <h1 class="no-print">\(shown.title)：\(number)</h1>
        \(if: shown.wantsVisit, Notice.warning("<p>本人要求上门说。可以把这一页打印出来带去。</p>"))
        \(opened.address.map { address in
            """
            <div class="slip">
            <p>\(opened.name?.opened ?? "　")　收<br>\(address.opened)</p>
            <p class="letter">\(shown.text)</p>
            <p>\(shown.place)<br>\(date)</p>
            </div>
            <p class="hint no-print">用浏览器的打印功能打印，\(shown.wantsVisit ? "说过" : "寄出或者送到")以后登记结果。</p>
            """ as HTML
        } ?? gone)
        <h2 class="no-print">结果</h2>
        \(OutcomeForm(content: opened.content, parts: parts, along: along).form)
        \(back)
        """
    }

    private var number: String { opened.content.lead.matter?.number ?? opened.content.lead.kind.chinese }

    private var date: String {
        let (year, month, day) = today.civil
        return "\(year)年\(month)月\(day)日"
    }

    private var gone: HTML {
        Notice.warning("<p>本人留的联系方式已经删除，不能再联系。请登记“号码或地址不对”。</p>")
    }

    private var back: HTML { "<p class=\"no-print\"><a href=\"/calls\">回到电话告知</a></p>" }
}
