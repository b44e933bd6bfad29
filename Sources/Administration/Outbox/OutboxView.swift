import Domain
import Outbox
import Web

struct OutboxView {
    let overview: OutboxPage.Overview
    let next: String?
    let isFirst: Bool
    let done: HandleStuck.Act?
    let context: AppContext

    private var today: Day { Day(of: overview.now) }

    var html: HTML {
        """
        <h1>消息发送</h1>
        <p class="lead">\(overview.place)发给群众和工作人员的消息：发到哪一步、卡在哪里、花了多少。</p>
        \(done.map { Notice.done("<p>\($0 == .retry ? "已经重新排上，马上再试。" : "已经停发。")</p>") })
        <h2>怎么发</h2>
        \(ways)
        <h2>现在有多少</h2>
        \(counts)
        \(OutboxTotalsView(overview: overview, parts: context.parts(prefix: "month-")).html)
        <h2>\(overview.part.chinese)</h2>
        \(rows)
        \(Pager(first: Address("/admin/outbox").with("part", overview.part.rawValue), next: next, isFirst: isFirst).html)
        <p><a href="/admin/texts">改消息的用语</a></p>
        """
    }

    private var ways: HTML {
        """
        <ul>\(each: overview.channels, { way in
            let isOff: HTML = way.isReal ? HTML() : " \(StatusLabel("没有接通", .soon).html)"
            return "<li><strong>\(way.kind.chinese)</strong>\(isOff)：\(way.spoken)\(pause(way))</li>\n"
        })</ul>
        """
    }

    private func pause(_ way: ChannelStatus) -> HTML {
        guard let pause = way.pause else { return HTML() }
        return """
            \(StatusLabel("停下来等", .late).html) \(pause.reason)，连着 \(pause.failures) 次；\
            \(pause.until.spoken(from: today)) 再试
            """
    }

    private var counts: HTML {
        let links: [HTML] = OutboxQuery.Part.allCases.map { part in
            let total = overview.counts.filter { part.states.contains($0.state) }.reduce(0) { $0 + $1.total }
            let address = Address("/admin/outbox").with("part", part.rawValue)
            let figure: HTML = part == .ended ? HTML() : "：\(total) 条\(detail(part))"
            return """
                <li><a href="\(address: address)"\(attribute: "aria-current", part == overview.part ? "true" : nil)>\
                \(part.chinese)</a>\(figure)</li>

                """
        }
        return "<ul class=\"links\">\(links)</ul>"
    }

    private func detail(_ part: OutboxQuery.Part) -> HTML {
        let found = ChannelKind.allCases.compactMap { channel -> String? in
            let total = overview.counts.filter { part.states.contains($0.state) && $0.channel == channel }
                .reduce(0) { $0 + $1.total }
            return total == 0 ? nil : "\(channel.chinese) \(total)"
        }
        return found.isEmpty ? HTML() : "（\(found.joined(separator: "，"))）"
    }

    private var rows: HTML {
        guard !overview.shown.isEmpty else { return nothing }
        let columns = ["消息", "给谁", "情况", "写了什么", "处理"].map { Table.Column($0) }
        return Table("新的在前", columns, rows: overview.shown.prefix(OutboxQuery.most).map(cells)).html
    }

    private var nothing: HTML {
        switch overview.part {
        case .stuck: Notice.empty("没有卡住的", "发不出去的消息会列在这里，写明原因。")
        case .waiting: Notice.empty("没有等着发的", "夜里的消息会等到早上再发。")
        case .byHand: Notice.empty("没有等人告知的", "联络员在“电话告知”里处理。")
        case .ended: Notice.empty("近 31 天没有发出过消息", "发出的消息会列在这里。")
        }
    }

    private func cells(_ one: OutboxPage.Shown) -> [HTML] {
        let content = one.content
        return [
            """
            <strong>\(content.lead.kind.chinese)</strong>\(if: content.messages.count > 1, "等 \(content.messages.count) 条")<br>
            \(content.channel.chinese)<br><span class="when">\(content.createdAt.spoken(from: today))</span>
            """,
            recipient(content), state(content), "<p class=\"detail\">\(one.text)</p>", forms(content),
        ]
    }

    private func recipient(_ content: SendingContent) -> HTML {
        let number: HTML =
            content.lead.matter.map { matter in
                "<br><a class=\"figures\" href=\"\(address: "/matters/" + matter.number)\">\(matter.number)</a>" as HTML
            } ?? HTML()
        switch content.lead.recipient {
        case .reporter: return "群众\(number)"
        case .person: return "工作人员\(number)"
        case .address: return "留下的地址\(number)"
        }
    }

    private func state(_ content: SendingContent) -> HTML {
        let tone: StatusLabel.Tone =
            switch content.state {
            case .waiting, .byHand: .running
            case .failed: .soon
            case .givenUp: .late
            case .sent, .done: .done
            }
        var lines: [HTML] = [StatusLabel(content.state.chinese, tone).html]
        if !content.reason.isEmpty, content.state != .sent { lines.append("\(content.reason)") }
        if content.attempts > 1 { lines.append("试了 \(content.attempts) 次") }
        if let next = content.nextAt { lines.append("\(next.spoken(from: today)) 再试") }
        if content.isUncertain { lines.append("有一次不知道发出去没有，再发会带同一个编号") }
        if content.via == "file" { lines.append("写成了文件，没有真的发出") }
        if let ended = content.endedAt { lines.append("\(ended.spoken(from: today))") }
        if content.cost > 0 { lines.append("\(OutboxTotalsView.yuan(content.cost))") }
        return lines.enumerated().map { $0 == 0 ? $1 : "<br>\($1)" as HTML }.reduce(into: HTML()) { $0 += $1 }
    }

    private func forms(_ content: SendingContent) -> HTML {
        let path = "/admin/outbox/\(content.id)"
        let parts = context.parts(prefix: "s\(content.id)-")
        let retry = parts.form(action: path + "/retry", version: content.version, submit: "再试一次", HTML())
        let stop = parts.form(action: path + "/stop", version: content.version, submit: "不再发", HTML())
        switch content.state {
        case .givenUp: return "<div class=\"row-forms\">\(retry)</div>"
        case .failed: return "<div class=\"row-forms\">\(retry)\(stop)</div>"
        case .waiting, .byHand: return "<div class=\"row-forms\">\(stop)</div>"
        case .sent, .done: return HTML()
        }
    }
}
