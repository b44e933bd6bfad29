import Directory
import Domain
import Web

/// Choosing the place, from the province downwards or by its name.
struct WhereChoice: Sendable {
    /// From the province down to the area whose parts are offered.
    let path: [Division]
    let children: [Division]
    let words: String
    let found: [Division]
    /// A place was named that does not exist.
    let isLost: Bool

    init(_ query: FormBody, atlas: Atlas) throws(NotFound) {
        let asked = query["area"].flatMap { $0.isEmpty ? nil : $0 }
        let known = asked.flatMap(atlas.division(key:))
        guard let area = known ?? atlas.root else { throw NotFound() }
        path = atlas.lineage(of: area.id).reversed()
        children = atlas.children(of: area.id)
        words = TypedText.sought(query["q"])
        found = words.isEmpty ? [] : atlas.divisions(matching: words).filter { $0.level < .province }
        isLost = SayPlace.isNamed(in: query) || (asked != nil && known == nil)
    }
}

struct WhereView {
    let choice: WhereChoice
    let human: Site.HumanLine

    var html: HTML {
        """
        <h1>说一件事</h1>
        \(if: choice.isLost, Notice.warning("没有找到这个地方，可能网址或牌子上的码旧了。请在下面重新选。"))
        <p class="lead">先选事情发生的地方。不用注册，两分钟说完。</p>
        \(if: choice.words.isEmpty, DangerLine.html)
        <h2>直接输入地名</h2>
        <form method="get" action="/say" class="filter">
        <div class="field"><label for="q">乡镇、街道或县区的名字</label>
        <p class="hint" id="q-hint">例如：北关街道，或者 榆次 北关</p>
        <input id="q" name="q" type="text" value="\(choice.words)" aria-describedby="q-hint"></div>
        <p class="actions"><button type="submit" class="second">找这个地方</button></p>
        </form>
        \(if: !choice.words.isEmpty, results)
        \(steps)
        <p>不会填？打电话说也一样：<a class="telephone" href="\(address: "tel:" + human.telephone)">\(human.telephone)</a>\
        （\(human.hours)，有人接听）。也可以到<a href="/stations">联络站</a>当面说，请人代写。</p>
        """
    }

    private var results: HTML {
        guard !choice.found.isEmpty else {
            return Notice.empty(
                "没有叫“\(choice.words)”的地方", "可以少写几个字再找，例如只写乡镇的名字；也可以在下面一级一级选。")
        }
        return """
            <h2>是哪一个？</h2>
            <ul class="places full">\(each: choice.found, { "<li>\(link($0, $0.fullName))</li>\n" })</ul>
            """
    }

    /// One level at a time; whoever does not know stops one level earlier.
    private var steps: HTML {
        guard let area = choice.path.last else { return HTML() }
        return """
            <h2>\(choice.path.count == 1 ? "或者一级一级选" : "选\(choice.children.first?.level.chinese ?? "")")</h2>
            \(if: choice.path.count > 1, trail)
            <ul class="places">
            \(each: choice.children, { child in
                child.level > .township ? "<li>\(deeper(child))</li>\n" : "<li>\(link(child, child.name))</li>\n"
            })</ul>
            \(if: area.level < .province, unsure(area))
            """
    }

    private var trail: HTML {
        """
        <p>现在：\(each: choice.path.enumerated(), { index, area in
            let mark = index == 0 ? HTML() : " › "
            return index == choice.path.count - 1
                ? "\(mark)<strong>\(area.name)</strong>"
                : "\(mark)<a href=\"\(address: Address("/say").with("area", index == 0 ? nil : area.key))\">\(area.name)</a>"
        })</p>
        """
    }

    private func deeper(_ area: Division) -> HTML {
        "<a href=\"\(address: Address("/say").with("area", area.key))\">\(area.name)</a>"
    }

    private func link(_ area: Division, _ name: String) -> HTML {
        "<a href=\"\(address: Address("/say").with("division", area.key))\">\(name)</a>"
    }

    private func unsure(_ area: Division) -> HTML {
        """
        <p><a class="button second" href="\(address: Address("/say").with("division", area.key))">\
        不确定是哪个，就选\(area.name)</a></p>
        """
    }
}

/// The first thing anybody in danger has to read.
enum DangerLine {
    static let html = Notice.warning(
        """
        <strong>有危险、有人受伤，请马上打 <a class="telephone" href="tel:110">110</a>（报警）、\
        <a class="telephone" href="tel:119">119</a>（火警）、<a class="telephone" href="tel:120">120</a>（急救）。</strong>
        """)
}
