import Directory
import Domain
import Web

struct FindView {
    let found: FindPage.Found
    let parts: FormParts
    let next: String?

    var html: HTML {
        """
        <h1>找联络站</h1>
        \(FindParts.words(found.words))
        \(found.words.isEmpty ? picker : HTML())
        <h2>\(heading)</h2>
        \(result)
        \(Pager(first: first, next: next, isFirst: found.isFirst).html)
        \(found.words.isEmpty ? HTML() : picker)
        <p><a href="/deputies">找人大代表</a></p>
        """
    }

    private var first: Address {
        FindParts.address(found.path.count > 1 ? found.area : nil).with("q", found.words)
    }

    private var heading: String {
        found.words.isEmpty ? "\(found.area.fullName)的联络站" : "“\(found.words)”的联络站"
    }

    /// Where one is, with the way back up, and the next choice.
    private var picker: HTML {
        """
        <h2>按地区找</h2>
        <p>现在：\(each: found.path.enumerated(), { index, area in
            let mark = index == 0 ? HTML() : " › "
            return area.id == found.area.id
                ? "\(mark)<strong>\(area.name)</strong>"
                : "\(mark)<a href=\"\(address: FindParts.address(index == 0 ? nil : area))\">\(area.name)</a>"
        })</p>
        \(if: !found.children.isEmpty, parts.filter(action: "/stations", submit: "看这个地区", choices))
        """
    }

    private var choices: HTML {
        let list = found.children.map { Choice($0.key, $0.name) }
        let level = found.children.first?.level.chinese ?? ""
        return parts.select("area", "选一个\(level)", list, notes: "选好后点“看这个地区”，再选下一级")
    }

    private var result: HTML {
        if !found.stations.isEmpty { return list }
        if !found.standIns.isEmpty { return standIns }
        if found.isTooWide { return "<p>请在上面再选一级，或者直接输入乡镇、街道的名字。</p>" }
        return Notice.empty("没有找到联络站", "可以换一个地名再试，例如只写乡镇或街道的名字；也可以打页面下方的电话问。")
    }

    private var list: HTML {
        let note: HTML = found.isTooWide ? "<p>下面是本级联络站。乡镇、街道的联络站请在上面再选一级。</p>" : ""
        return """
            \(note)\(each: found.stations, { FoundStationView(found: $0, today: found.today).html })
            """
    }

    private var standIns: HTML {
        """
        <p>这里没有自己的联络站，由下面的联络站负责：</p>
        <ul>\(each: found.standIns, { item in
            """
            <li>\(item.place.fullName)：\
            <a href="\(address: .station(item.station.code))">\(item.station.name)</a></li>

            """
        })</ul>
        """
    }
}

/// One station of a list, short: its own page says the rest.
struct FoundStationView {
    let found: FoundStation
    let today: Day

    private var station: Station { found.station }

    var html: HTML {
        """
        <article>
        <h3><a href="\(address: .station(station.code))">\(station.name)</a></h3>
        <p>\(found.division.fullName)\(if: station.kind == .professional, " · 专业代表联络站")</p>
        <p>\(lines([
            ("电话", Telephone(station.phone).html), ("开放时间", "\(station.hours)"), ("地址", "\(station.address)"),
            ("下次接待", nextDay), ("代表", deputies), ("联络点", found.points == 0 ? HTML() : "\(found.points) 个"),
        ]))</p>
        </article>

        """
    }

    private func lines(_ facts: [(name: String, value: HTML)]) -> HTML {
        let said = facts.filter { !$0.value.isEmpty }
        return "\(each: said.enumerated(), { "\(if: $0 > 0, "<br>\n")\($1.name)：\($1.value)" })"
    }

    private var nextDay: HTML {
        found.nextDay.map {
            "\(ReceptionWords.day($0, from: today))（\(ReceptionWords.distance(to: $0, from: today))）"
        } ?? "还没有公布"
    }

    private var deputies: HTML {
        "\(found.deputies) 人\(if: !found.names.isEmpty, "：\(found.names.joined(separator: "、"))")"
    }
}

/// The form that the home page and the list share.
enum FindParts {
    static func words(_ value: String) -> HTML {
        """
        <form method="get" action="/stations" class="filter">
        <div class="field"><label for="q">地名或联络站的名字</label>
        <p class="hint" id="q-hint">例如：北关街道，或者 医疗；联络站牌子上的站号也行</p>
        <input id="q" name="q" type="text" value="\(value)" aria-describedby="q-hint"></div>
        <p class="actions"><button type="submit" class="second">找联络站</button></p>
        </form>
        """
    }

    static func address(_ area: Division?) -> Address {
        Address("/stations").with("area", area?.key)
    }
}
