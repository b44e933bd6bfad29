import Directory
import Domain
import Web

struct ResultsView {
    let found: ResultsQuery.Found
    let period: Period
    let today: Day
    let parts: FormParts

    var html: HTML {
        """
        <h1>办得怎么样</h1>
        <p class="lead">\(found.area.fullName)，\(period.chinese)说的事，到现在怎么样了。</p>
        \(AreaPath(path: found.path, address: address).html)
        \(form)
        <dl class="figures-list">
        \(each: FigureWords.all(found.figures), figure)</dl>
        \(bars)
        \(comparison)
        <p><a href="\(address: Address("/results.csv").with("area", key).with("period", period.code))">下载成表格</a>　\
        <a href="\(address: Address("/ledger").with("area", key))">看\(found.area.name)公开的事</a></p>
        <p class="hint">每分钟合计一次。不满 \(AreaFigures.least) 件的不算比例和天数：那样的数说明不了一个地方。</p>
        """
    }

    private var key: String? { found.area.parent == nil ? nil : found.area.key }

    private func address(_ area: Division) -> Address {
        Address("/results").with("area", area.parent == nil ? nil : area.key).with("period", period.code)
    }

    private var form: HTML {
        let periods = ResultsPeriod.choices(period, today: today).map { Choice($0.code, $0.chinese) }
        return parts.filter(
            action: "/results", submit: "看这些",
            """
            \(AreaChoice(area: found.area, children: found.children.map(\.area), parts: parts).html)
            \(parts.select("period", "什么时候说的", periods, chosen: period.code, empty: nil))
            """)
    }

    private func figure(_ words: FigureWords) -> HTML {
        """
        <div><dt>\(words.title)</dt>
        <dd><strong class="figures">\(words.value)</strong>\
        \(if: !words.detail.isEmpty, "<span class=\"hint\">\(words.detail)</span>")
        <details><summary>怎么算的</summary><p>\(words.definition)</p></details></dd></div>

        """
    }

    private var bars: HTML {
        guard found.figures.answered >= AreaFigures.least else { return HTML() }
        let waiting = Waiting.all.map { FigureBars.Bar($0.words, found.figures.answered(within: $0.days)) }
        let grades = Grade.allCases.map { FigureBars.Bar($0.chinese, found.figures.count(.rated($0))) }
        return """
            <h2>从说的那天到第一次答复，等了多久</h2>
            \(FigureBars("从说的那天到第一次答复", bars: waiting).html)
            \(if: found.figures.rated >= AreaFigures.least,
            "<h2>本人怎么评价</h2>\n\(FigureBars("本人的评价", bars: grades).html)")
            """
    }

    /// Few columns, a card for each place on a telephone.
    private var comparison: HTML {
        guard !found.children.isEmpty else { return HTML() }
        let columns = [
            Table.Column("地方"), .init("收到", isNumber: true), .init("有答复", isNumber: true),
            .init("通常几天", isNumber: true), .init("本人说解决了", isNumber: true), .init("过期未答复", isNumber: true),
        ]
        return """
            <h2>\(found.area.name)各地</h2>
            <p class="hint">各地的事有多有少、有难有易，这张表不排名次。</p>
            \(Table(
                "各地\(period.chinese)说的事", columns, rows: found.children.map(row), isCompact: true,
                isUnderHeading: true).html)
            """
    }

    private func row(_ child: (area: Division, figures: AreaFigures)) -> [HTML] {
        let figures = child.figures
        let name: HTML = "<a href=\"\(address: address(child.area))\">\(child.area.name)</a>"
        guard figures.received > 0 else { return [name, "0 件"] + Array(repeating: HTML(), count: 4) }
        return [
            name, "\(figures.received) 件",
            "\(share(figures.answeredShare))", "\(figures.medianDays.map { "\($0) 天" } ?? "太少")",
            "\(share(figures.solvedShare))", "\(figures.late) 件",
        ]
    }

    private func share(_ share: Share) -> String { share.percent.map { "\(share.whole) 件里 \($0)%" } ?? "太少" }
}

/// How long people waited, in stretches that a neighbour would name.
enum Waiting {
    static let all: [(words: String, days: ClosedRange<Int>)] = [
        ("3 天以内", 0...3), ("4 到 7 天", 4...7), ("8 到 15 天", 8...15), ("16 到 30 天", 16...30),
        ("31 到 90 天", 31...90), ("90 天以上", 91...Figure.mostDays),
    ]
}
