import Directory
import Domain
import Web

struct FindView {
    let found: FindPage.Found
    let parts: FormParts
    let next: String?

    var html: HTML {
        """
        <h1>找人大代表</h1>
        \(parts.filter(action: "/deputies", submit: "找代表", fields))
        \(result)
        \(Pager(first: first, next: next, isFirst: found.isFirst).html)
        <p><a href="/stations">找联络站</a></p>
        """
    }

    private var first: Address {
        let isChosen = found.place.isEmpty && found.area.parent != nil
        return Address("/deputies").with("name", found.name).with("station", found.station?.code)
            .with("place", found.place).with("area", isChosen ? found.area.key : nil)
    }

    private var fields: HTML {
        """
        \(parts.textField("name", "代表姓名", value: found.name, notes: FieldNotes(hint: "写全名", isOptional: true)))
        \(parts.textField(
            "place", "地方", value: found.place, notes: FieldNotes(hint: "例如：北关街道", isOptional: true)))
        """
    }

    private var result: HTML {
        if found.isBlank { return "<p>写上代表的姓名，或者您所在的地方。知道姓名时，地方可以不写。</p>" }
        if found.places.count > 1 { return places }
        guard !found.deputies.isEmpty else {
            return Notice.empty("没有找到代表", "请检查姓名是不是写全了，或者换一个大一点的地方再找。")
        }
        // The heading names the station where one was chosen.
        let titles = ["姓名", "代表"] + (found.station == nil ? ["所在联络站"] : [])
        let table = Table(
            "人大代表", titles.map { Table.Column($0) }, rows: found.deputies.map(row), isCompact: true,
            isUnderHeading: true)
        return "<h2>\(heading)</h2>\n\(table.html)"
    }

    private var heading: String {
        if let station = found.station { return "\(station.name)的代表" }
        return found.name.isEmpty ? "\(found.area.fullName)的代表" : "叫“\(found.name)”的代表"
    }

    private var places: HTML {
        """
        <h2>您说的是哪里？</h2>
        <ul class="places full">\(each: found.places, { place in
            "<li><a href=\"\(address: narrowed(to: place))\">\(place.fullName)</a></li>\n"
        })</ul>
        """
    }

    private func narrowed(to place: Division) -> Address {
        Address("/deputies").with("name", found.name).with("area", place.key)
    }

    private func row(_ deputy: FoundDeputy) -> [HTML] {
        let name: HTML =
            deputy.card.map { "<a href=\"\(address: .deputy(card: $0))\">\(deputy.name)</a>" }
            ?? "\(deputy.name)"
        let station: HTML = """
            <a href="\(address: .station(deputy.station.code))">\(deputy.station.name)</a>
            """
        let level: HTML = "\(deputy.division.fullName) \(deputy.level.chinese)"
        return found.station == nil ? [name, level, station] : [name, level]
    }
}
