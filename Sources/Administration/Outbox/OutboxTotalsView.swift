import Outbox
import Web

/// What ended in a month: by way with its cost, and by kind.
struct OutboxTotalsView {
    let overview: OutboxPage.Overview
    let parts: FormParts

    private var month: String {
        let digits = String(overview.month)
        return digits.prefix(4) + "-" + digits.suffix(2)
    }

    var html: HTML {
        // A station's are few enough to be counted by looking.
        guard case .area = overview.lens else { return HTML() }
        return """
            <h2>按月统计</h2>
            \(parts.filter(action: "/admin/outbox", submit: "看这个月", fields))
            \(overview.totals.isEmpty ? nothing : byWay)
            \(if: !overview.totals.isEmpty, byKind)
            """
    }

    /// 厘 as 元, all three digits behind the point only where they are needed. Example: 45 is 0.045 元.
    static func yuan(_ cost: Int) -> String {
        let rest = String(cost % 1000)
        var digits = String(repeating: "0", count: 3 - rest.count) + rest
        if digits.hasSuffix("0") { digits.removeLast() }
        return "\(cost / 1000).\(digits) 元"
    }

    private var fields: HTML {
        """
        \(parts.hidden("part", overview.part.rawValue))
        \(parts.textField("month", "月份", value: month, notes: "照 2026-05 的样子写"))
        """
    }

    private var nothing: HTML { Notice.empty("这个月没有", "换一个月份看看。") }

    private static let figureTitles = ["发出", "没发成", "只写成文件"]

    private var byWay: HTML {
        let columns =
            [Table.Column("方式")] + (Self.figureTitles + ["花费"]).map { Table.Column($0, isNumber: true) }
        let rows: [[HTML]] = ChannelKind.allCases.compactMap { way in
            let own = overview.totals.filter { $0.channel == way }
            guard !own.isEmpty else { return nil }
            return ["\(way.chinese)"] + figures(own) + ["\(Self.yuan(own.reduce(0) { $0 + $1.cost }))"]
        }
        return Table("\(month) 各种方式", columns, rows: rows).html
    }

    private var byKind: HTML {
        let columns = [Table.Column("消息")] + Self.figureTitles.map { Table.Column($0, isNumber: true) }
        let rows: [[HTML]] = MessageKind.allCases.compactMap { kind in
            let own = overview.totals.filter { $0.kind == kind && $0.total > 0 }
            return own.isEmpty ? nil : ["\(kind.chinese)"] + figures(own)
        }
        return Table("\(month) 各类消息", columns, rows: rows).html
    }

    private func figures(_ totals: [OutboxQuery.Total]) -> [HTML] {
        func sum(_ isCounted: (OutboxQuery.Total) -> Bool) -> HTML {
            "\(totals.filter(isCounted).reduce(0) { $0 + $1.total })"
        }
        return [
            sum { $0.outcome != .givenUp && !isFiled($0) }, sum { $0.outcome == .givenUp }, sum { isFiled($0) },
        ]
    }

    /// What a way that is not connected took has not left the building; what somebody told in its place has.
    private func isFiled(_ total: OutboxQuery.Total) -> Bool {
        total.outcome == .sent && overview.channels.contains { $0.kind == total.channel && !$0.isReal }
    }
}
