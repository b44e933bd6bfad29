import Domain
import Web

struct SlipBookView {
    let opened: SlipBookPage.Opened
    let parts: FormParts

    private var today: Day { Day(of: opened.now) }
    private var address: SlipAddress { SlipAddress(code: opened.duty.station.code) }

    var html: HTML {
        """
        \(parts.summary)
        <h1>一册纸条</h1>
        <p class="lead">\(opened.duty.station.name)，\(Day(of: opened.book.orderedAt).chinese(from: today))给出 \
        \(opened.book.size) 个编号。<a href="\(address: address.books)">全部纸条册</a></p>
        \(printing)
        \(table)
        \(void)
        """
    }

    private var printing: HTML {
        guard opened.duty.isHead else { return HTML() }
        guard opened.book.isPrintable(at: opened.now), let until = opened.book.codesUntil else {
            return "<p>这一册过了可以打印的期限，查询码已经不再保存。</p>"
        }
        let book = address.book(opened.book.id)
        return """
            <p class="actions"><a class="button" href="\(address: book.with("as", "paper"))">打印</a>
            <a class="button second" href="\(address: book.with("as", "pdf"))">下载 PDF</a></p>
            <p>打坏了可以再打，到 \(Day(of: until).chinese(from: today))为止（\(Day(of: until).distance(from: today))）；还没有录入的纸条才会印出来。</p>
            """
    }

    private var table: HTML {
        let columns = ["第几张", "编号", "情况", "办理"].map { Table.Column($0) }
        let rows: [[HTML]] = opened.slips.map { slip in
            [
                "\(slip.place)", "<span class=\"figures\">\(slip.number.text)</span>",
                "\(label(slip))\(if: !slip.reason.isEmpty, " \(slip.reason)")", action(slip),
            ]
        }
        return Table("这一册的纸条", columns, rows: rows, isCompact: true).html
    }

    private func label(_ slip: BookSlip) -> HTML {
        let day = slip.changedAt.map { "，\(Day(of: $0).chinese(from: today))" } ?? ""
        return switch slip.state {
        case .open: StatusLabel(slip.state.chinese, .running).html
        case .used: "\(StatusLabel(slip.state.chinese, .done).html)\(day)"
        case .void: "\(StatusLabel(slip.state.chinese, .calm).html)\(day)"
        }
    }

    private func action(_ slip: BookSlip) -> HTML {
        switch slip.state {
        case .open:
            "<a href=\"\(address: Address("/matters/new").with("slip", slip.number.text))\">录入</a>"
        case .used: "<a href=\"\(address: slip.number.staffAddress)\">看这件事</a>"
        case .void: HTML()
        }
    }

    private var void: HTML {
        guard opened.slips.contains(where: { $0.state == .open }) else { return HTML() }
        return """
            <h2>作废一张</h2>
            <p>印坏了、撕破了、弄丢了的，写明原因作废。编号不会再给别人。</p>
            \(parts.form(
                action: address.void(opened.book.id).text,
                buttons: "<button type=\"submit\" class=\"danger\">作废这一张</button>",
                """
                \(parts.textField("number", "编号", kind: .number, notes: "照纸条上的写"))
                \(parts.textField("reason", "作废的原因", notes: "例如：打印时卡纸，字看不清"))
                """))
            """
    }
}
