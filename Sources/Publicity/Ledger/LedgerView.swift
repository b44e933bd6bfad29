import Directory
import Domain
import Web

struct LedgerView {
    let found: LedgerQuery.Found
    let filter: LedgerFilter
    let today: Day
    let next: String?
    let isFirst: Bool
    let parts: FormParts

    var html: HTML {
        """
        <h1>公开台账</h1>
        <p class="lead">\(found.area.fullName)的群众反映过什么，后来怎么样了。</p>
        <p>这里只有专人审核过的摘要，没有姓名、电话和原话。</p>
        \(AreaPath(path: found.path, address: { address($0) }).html)
        \(form)
        \(if: !filter.isPlain, "<p>只看：\(filter.chinese)。<a href=\"\(address: Address("/ledger").with("area", key))\">看全部</a></p>")
        \(found.entries.isEmpty ? nothing : table)
        \(Pager(first: address(found.area), next: next, isFirst: isFirst).html)
        <p><a class="button" href="/say">说一件事</a></p>
        <p><a href="\(address: filter.address("/ledger.csv", area: key))">下载成表格</a>　\
        <a href="\(address: feed)">订阅\(found.area.name)新公开的事</a>　\
        <a href="\(address: Address("/follow").with("area", found.area.key))">关注\(found.area.name)的公开消息</a>　\
        \(topic)　\
        <a href="\(address: Address("/results").with("area", key))">看\(found.area.name)办得怎么样</a></p>
        """
    }

    var feed: Address { Address("/ledger.atom").with("division", key) }

    /// The place and the kind that were chosen; without a kind the page where one chooses it.
    private var topic: HTML {
        guard let category = filter.category else { return "<a href=\"/follow\">只关注一类事</a>" }
        let follow = Address("/follow").with("area", key).with("category", category.rawValue)
        return "<a href=\"\(address: follow)\">只关注\(found.area.name)的“\(category.chinese)”</a>"
    }

    private var key: String? { found.area.parent == nil ? nil : found.area.key }

    private var form: HTML {
        parts.filter(
            action: "/ledger", submit: "看这些",
            """
            \(AreaChoice(area: found.area, children: found.children, parts: parts).html)
            \(parts.select("category", "哪一类事", categories, chosen: filter.category?.rawValue ?? "", empty: "全部"))
            \(parts.select("progress", "到哪一步了", progresses, chosen: filter.progress?.rawValue ?? "", empty: "全部"))
            \(parts.select("period", "什么时候说的", periods, chosen: filter.period?.code ?? "", empty: "全部"))
            \(parts.textField("q", "找什么", value: filter.words, notes: FieldNotes(hint: "例如：路灯", isOptional: true)))
            """)
    }

    private var categories: [Choice] { Category.allCases.map { Choice($0.rawValue, $0.chinese) } }
    private var progresses: [Choice] { Progress.allCases.map { Choice($0.rawValue, $0.chinese) } }

    /// The last twelve months, the years before, and whatever the address asks for.
    private var periods: [Choice] {
        let (year, month, _) = today.civil
        var periods = (0..<12).map { back in
            let months = year * 12 + month - 1 - back
            return Period(year: months / 12, part: .month(months % 12 + 1))
        }
        periods += (0..<4).map { Period(year: year - $0) }
        if let asked = filter.period, !periods.contains(asked) { periods.append(asked) }
        return periods.map { Choice($0.code, $0.chinese) }
    }

    private var nothing: HTML {
        if !isFirst || next != nil { return Notice.empty("这一段里没有", "可以接着往后找，或者回到第一页。") }
        if !filter.isPlain { return Notice.empty("没有找到这样的事", "可以少选几项再找，或者现在说一件事。") }
        return Notice.empty("\(found.area.name)还没有公开的事", "可以回到上一级看看，或者现在说一件事。")
    }

    private var table: HTML {
        Table(
            "\(found.area.name)公开的事，新的在前",
            [.init("事情"), .init("地方"), .init("到哪一步了"), .init("什么时候说的"), .init("也遇到的人", isNumber: true)],
            rows: found.entries.map(row), isCompact: true
        ).html
    }

    private func row(_ entry: LedgerQuery.Entry) -> [HTML] {
        [
            "<a href=\"\(address: "/m/" + entry.number.text)\">\(entry.title)</a>",
            "\(entry.division)", "\(entry.state.label.html)", "\(PublicDay(entry.registeredOn, from: today).text)",
            entry.supports > 0 ? "\(entry.supports)" : HTML(),
        ]
    }

    private func address(_ area: Division) -> Address {
        filter.address(area: area.parent == nil ? nil : area.key)
    }
}

/// A past day and how long ago it is.
struct PublicDay {
    let text: String

    init(_ day: Day, from today: Day) {
        text = "\(day.chinese(from: today))（\(PublicDay.distance(today.number - day.number))）"
    }

    /// Nobody counts in days what is years ago.
    private static func distance(_ ago: Int32) -> String {
        switch ago {
        case 0: "今天"
        case 1: "昨天"
        case 366...: "约 \((ago + 182) / 365) 年前"
        default: "\(ago) 天前"
        }
    }
}
