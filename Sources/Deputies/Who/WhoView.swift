import Directory
import Domain
import Web

struct WhoView {
    let found: WhoQuery.Found
    let parts: FormParts
    let human: Site.HumanLine

    var html: HTML {
        """
        <h1>谁是我的代表</h1>
        <p>选您家在的乡镇或街道。人在外地也一样：选老家，就能看到老家的代表，向他们反映老家的事。</p>
        \(parts.filter(action: "/who", submit: "找代表", parts.textField(
            "q", "乡镇、街道、村或联络站的名字", value: found.words, notes: "例如：北关街道；联络站牌子上的站号也行")))
        \(result)
        \(picker)
        """
    }

    private var result: HTML {
        if !found.places.isEmpty { return places }
        if !found.words.isEmpty, found.groups.isEmpty, found.path.count == 1 {
            return Notice.empty("没有找到“\(found.words)”", "可以在下面一级一级选，也可以打电话问：\(Telephone(human.telephone).html)")
        }
        return found.area.level == .township ? deputies : HTML()
    }

    private var places: HTML {
        """
        <h2>您说的是哪里？</h2>
        <ul class="places full">\(each: found.places, { "<li><a href=\"\(address: address($0))\">\($0.fullName)</a></li>\n" })</ul>
        """
    }

    private var deputies: HTML {
        """
        <h2>\(found.area.fullName)的代表</h2>
        \(standIn)
        \(each: found.groups, { group in group.isOwn ? own(group) : above(group) })
        """
    }

    private var standIn: HTML {
        guard let station = found.standIn else { return HTML() }
        return """
            <p>这里自己的联络站现在没有人值守，事情由<a href="\(address: .station(station.code))">\(station.name)</a>负责。</p>
            """
    }

    private func own(_ group: WhoQuery.Group) -> HTML {
        """
        \(contact(group.station))
        \(group.deputies.isEmpty ? "<p>还没有代表编入这个站。</p>" : list(group.deputies))
        <p><a class="button" href="\(address: .say(station: group.station.code))">说一件事</a></p>
        """
    }

    private func above(_ group: WhoQuery.Group) -> HTML {
        """
        <details class="group"><summary>\(group.station.name)：\(group.deputies.count) 人</summary>
        \(contact(group.station))
        \(list(group.deputies))</details>

        """
    }

    private func contact(_ station: Station) -> HTML {
        DefinitionList([
            ("联络站", "<a href=\"\(address: .station(station.code))\">\(station.name)</a>"),
            ("电话", Telephone(station.phone.isEmpty ? human.telephone : station.phone).html),
            ("开放时间", "\(station.hours)"), ("地址", "\(station.address)"),
        ]).html
    }

    private func list(_ deputies: [FoundDeputy]) -> HTML {
        let columns = ["姓名", "代表", "最近的接待"].map { Table.Column($0) }
        return Table("这个站的代表", columns, rows: deputies.map(row)).html
    }

    private func row(_ deputy: FoundDeputy) -> [HTML] {
        let name: HTML =
            deputy.card.map { "<a href=\"\(address: .deputy(card: $0))\">\(deputy.name)</a>" } ?? "\(deputy.name)"
        return [name, "\(deputy.division.fullName) \(deputy.level.chinese)", meeting(deputy)]
    }

    private func meeting(_ deputy: FoundDeputy) -> HTML {
        guard let meeting = deputy.card.flatMap({ found.meetings[$0] }) else { return "还没有公布" }
        return "\(meeting.day.chinese(from: found.today)) \(meeting.hours.chinese)，\(meeting.place)"
    }

    private var picker: HTML {
        """
        <h2>一级一级选</h2>
        <p>现在：\(each: found.path.enumerated(), { index, area in
            let mark = index == 0 ? HTML() : " › "
            return area.id == found.area.id
                ? "\(mark)<strong>\(area.name)</strong>" : "\(mark)<a href=\"\(address: address(area))\">\(area.name)</a>"
        })</p>
        \(if: !found.children.isEmpty, parts.filter(action: "/who", submit: "看这个地方", parts.select(
            "area", "选一个\(found.children.first?.level.chinese ?? "地方")",
            found.children.map { Choice($0.key, $0.name) })))
        """
    }

    private func address(_ area: Division) -> Address {
        Address("/who").with("area", area.parent == nil ? nil : area.key)
    }
}
