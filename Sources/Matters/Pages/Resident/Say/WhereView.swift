import Directory
import Domain
import Web

/// Choosing the place, from the province downwards or by its name.
struct WhereChoice: Sendable {
    let atlas: Atlas
    let root: Division
    /// The areas that stand open: the one that was asked for and those around it.
    let opened: Set<DivisionID>
    let words: String
    let found: [FoundPlace]
    /// A place was named that does not exist.
    let isLost: Bool

    init(_ query: FormBody, atlas: Atlas) throws(NotFound) {
        guard let root = atlas.root else { throw NotFound() }
        let asked = query["area"].flatMap { $0.isEmpty ? nil : $0 }
        let known = asked.flatMap(atlas.division(key:))
        self.atlas = atlas
        self.root = root
        opened = Set(known.map { atlas.lineage(of: $0.id).map(\.id) } ?? [])
        words = TypedText.sought(query["q"])
        found = words.isEmpty ? [] : atlas.places(matching: words).filter { $0.division.level < .province }
        isLost = SayPlace.isNamed(in: query) || (asked != nil && known == nil)
    }

    /// The one place that is meant: nothing is left to choose.
    var only: FoundPlace? { found.count == 1 ? found.first : nil }
}

/// All places on one screen, folded: each county opens where it is touched, and no further page has to come over a slow
/// line. As links for whoever begins; as buttons for whoever has typed already, so that nothing gets lost.
struct WhereView {
    let choice: WhereChoice
    let human: Site.HumanLine
    /// Of somebody who comes back to choose another place.
    var parts: FormParts?
    /// What was typed so far.
    var typed = FormBody()

    var html: HTML {
        """
        <h1>\(parts == nil ? "说一件事" : "换一个地方")</h1>
        \(if: choice.isLost && parts == nil,
            Notice.warning("没有找到这个地方，可能网址或牌子上的码旧了。请在下面重新选。"))
        <p class="lead">先选事情发生的地方。不用注册，两分钟说完。</p>
        \(if: choice.words.isEmpty && parts == nil, DangerLine.html)
        <p>人在外地打工、上学？<strong>老家在哪里，就选哪里</strong>，在哪里都能说、都能查。</p>
        \(parts.map(again) ?? begin)
        <p>不会填？打电话说也一样：\(Telephone(human.telephone).html)\
        （\(human.hours)，有人接听）。也可以到<a href="/stations">联络站</a>当面说，请人代写。</p>
        """
    }

    private var begin: HTML {
        """
        <h2>直接输入地名</h2>
        <form method="get" action="/say" class="filter">
        \(search)
        <p class="actions"><button type="submit" class="second">找这个地方</button></p>
        </form>
        \(results)
        \(list)
        """
    }

    private func again(_ parts: FormParts) -> HTML {
        parts.form(
            action: "/say",
            buttons: "<button type=\"submit\" class=\"second\" name=\"go\" value=\"what\">不换了，回去接着写</button>",
            """
            <div class="filter">\(search)
            <p class="actions"><button type="submit" class="second" name="go" value="find">找这个地方</button></p></div>
            \(parts.hidden("step", SayStep.what.rawValue))
            \(each: typed.carried.spoken, { parts.hidden($0.name, $0.value) })
            \(results)
            \(list)
            """)
    }

    private var search: HTML {
        """
        <div class="field"><label for="q">乡镇、街道、县区或联络站的名字</label>
        <p class="hint" id="q-hint">例如：北关街道，或者 榆次 北关；联络站牌子上的站号也行</p>
        <input id="q" name="q" type="text" value="\(choice.words)" aria-describedby="q-hint"></div>
        """
    }

    private var results: HTML {
        if choice.words.isEmpty { return HTML() }
        guard !choice.found.isEmpty else {
            return Notice.empty(
                "没有叫“\(choice.words)”的地方", "可以少写几个字再找，例如只写乡镇的名字；也可以在下面一级一级选。")
        }
        return """
            <h2>是哪一个？</h2>
            <ul class="places full">\(each: choice.found, { "<li>\(pick($0))</li>\n" })</ul>
            """
    }

    private var list: HTML {
        "<h2>或者一级一级选</h2>\n\(each: choice.atlas.children(of: choice.root.id), part)"
    }

    /// An area with those in it; whoever does not know stops one level earlier.
    private func part(_ area: Division) -> HTML {
        let children = choice.atlas.children(of: area.id)
        let isLast = children.allSatisfy { $0.level <= .township }
        return """
            <details class="group"\(flag: "open", choice.opened.contains(area.id))><summary>\(area.name)</summary>
            \(if: isLast, "<ul class=\"places\">\(each: children, { "<li>\(pick($0, $0.name))</li>\n" })</ul>\n")\
            \(if: !isLast, "\(each: children, part)")\
            <p>\(pick(area, "不确定是哪个，就选\(area.name)"))</p>
            </details>

            """
    }

    private func pick(_ area: Division, _ name: String) -> HTML {
        pick(FoundPlace(division: area, station: nil), name)
    }

    private func pick(_ place: FoundPlace) -> HTML {
        pick(place, place.station.map { "\($0.name)（\(place.division.fullName)）" } ?? place.division.fullName)
    }

    private func pick(_ place: FoundPlace, _ name: String) -> HTML {
        parts == nil
            ? "<a href=\"\(address: place.sayAddress)\">\(name)</a>"
            : "<button type=\"submit\" class=\"quiet\" name=\"to\" value=\"\(place.key)\">\(name)</button>"
    }
}

extension FoundPlace {
    private static let stationMark = "station "

    /// The place in a button of the form: the area's key, or the station's code behind a mark.
    var key: String { station.map { Self.stationMark + $0.code } ?? division.key }

    /// The field that such a button stands for.
    static func field(of key: String) -> FormBody.Field {
        key.hasPrefix(stationMark)
            ? FormBody.Field(name: "station", value: String(key.dropFirst(stationMark.count)))
            : FormBody.Field(name: "division", value: key)
    }

    var sayAddress: Address {
        station.map { .say(station: $0.code) } ?? Address("/say").with("division", division.key)
    }
}

extension FormBody {
    /// Without what each form makes anew.
    var spoken: [Field] { fields.filter { !["form_token", "submission"].contains($0.name) } }
}

/// The first thing anybody in danger has to read.
enum DangerLine {
    static let html = Notice.warning(
        """
        <strong>有危险、有人受伤，请马上打 <a class="telephone" href="tel:110">110</a>（报警）、\
        <a class="telephone" href="tel:119">119</a>（火警）、<a class="telephone" href="tel:120">120</a>（急救）。</strong>
        """)

    /// Beside the field, for whoever has read it or came here by a code on a wall.
    static let short: HTML = """
        <p><strong>有危险先打 <a class="telephone" href="tel:110">110</a>、\
        <a class="telephone" href="tel:119">119</a>、<a class="telephone" href="tel:120">120</a>。</strong></p>
        """
}
