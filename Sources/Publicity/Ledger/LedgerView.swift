import Directory
import Domain
import Web

struct LedgerView {
    let found: LedgerQuery.Found
    let today: Day
    let next: String?
    let isFirst: Bool
    let parts: FormParts

    var html: HTML {
        """
        <h1>公开台账</h1>
        <p class="lead">\(found.area.fullName)的群众反映过什么，后来怎么样了。</p>
        <p>这里只有专人审核过的摘要，没有姓名、电话和原话。</p>
        \(picker)
        \(found.entries.isEmpty ? nothing : table)
        \(Pager(first: address(found.area), next: next, isFirst: isFirst).html)
        <p><a class="button" href="/say">说一件事</a></p>
        <p><a href="\(address: Address("/follow").with("area", found.area.key))">关注\(found.area.name)的公开消息</a></p>
        """
    }

    private var picker: HTML {
        """
        <p>现在：\(each: found.path.enumerated(), { index, area in
            let mark = index == 0 ? HTML() : " › "
            return area.id == found.area.id
                ? "\(mark)<strong>\(area.name)</strong>" : "\(mark)<a href=\"\(address: address(area))\">\(area.name)</a>"
        })</p>
        \(if: !found.children.isEmpty, parts.filter(action: "/ledger", submit: "看这个地区", choices))
        """
    }

    private var choices: HTML {
        parts.select(
            "area", "只看一个\(found.children.first?.level.chinese ?? "地方")",
            found.children.map { Choice($0.key, $0.name) })
    }

    private var nothing: HTML {
        isFirst
            ? Notice.empty("\(found.area.name)还没有公开的事", "可以回到上一级看看，或者现在说一件事。")
            : Notice.empty("后面没有了", "请回到第一页。")
    }

    private var table: HTML {
        Table(
            "\(found.area.name)公开的事，新的在前",
            [.init("事情"), .init("地方"), .init("到哪一步了"), .init("什么时候说的"), .init("也遇到的人", isNumber: true)],
            rows: found.entries.map(row)
        ).html
    }

    private func row(_ entry: LedgerQuery.Entry) -> [HTML] {
        [
            "<a href=\"\(address: "/m/" + entry.number.text)\">\(entry.title)</a>",
            "\(entry.division)", "\(entry.state.label.html)", "\(PublicDay(entry.registeredOn, from: today).text)",
            "\(entry.supports)",
        ]
    }

    private func address(_ area: Division) -> Address {
        Address("/ledger").with("area", area.parent == nil ? nil : area.key)
    }
}

/// A past day and how long ago it is.
struct PublicDay {
    let text: String

    init(_ day: Day, from today: Day) {
        let ago = today.number - day.number
        text = day.chinese(from: today) + (ago == 0 ? "（今天）" : ago == 1 ? "（昨天）" : "（\(ago) 天前）")
    }
}
