import Directory
import Domain
import Web

/// One page for a clerk with a telephone in one hand: what was said, who said it, how to answer without a telephone.
struct OnBehalfView {
    let stations: OnBehalfStations
    let parts: FormParts
    let limit: Int
    /// Something of what is asked for a child was filled in.
    let isChild: Bool

    var html: HTML {
        """
        \(parts.summary)
        <h1>代群众登记</h1>
        <p class="lead">照本人的原话写，不加自己的判断；写完念给本人听，本人同意再提交。</p>
        <details class="group"><summary>手里有写好的纸条？</summary>
        \(parts.filter(
            action: "/matters/new", submit: "录入这张纸条",
            parts.textField("slip", "纸条上的编号", kind: .number, notes: "从成册的纸条上来的，照纸条上的写")))
        </details>
        \(parts.form(action: "/matters/new", submit: "登记，打印回执", keep: "on-behalf", fields))
        """
    }

    private var fields: HTML {
        """
        \(station)
        \(parts.radios("heard", "怎么听到的", heard, notes: "谁说的填在下面“怎么称呼本人”，不愿留名可以不填"))
        \(OpinionFields(parts: parts, limit: limit, words: .another).html)
        <h2>怎么给本人回话</h2>
        \(ReporterFields(parts: parts, words: .another, ways: Self.ways).html)
        \(parts.textField(
            "address", "住址",
            notes: FieldNotes(hint: "没有电话的，写下住址，好上门答复或者寄信", seenBy: "联络站和督办代表。", isOptional: true)))
        \(ChildFields(parts: parts, words: .another, isOpen: isChild).html)
        \(parts.checkbox("read_back", "已经念给本人听，本人同意"))
        """
    }

    private var station: HTML {
        guard stations.all.count > 1 else { return "<p>联络站：<strong>\(stations.all.first?.name)</strong></p>" }
        return parts.select("station", "哪个联络站", stations.all.map { Choice($0.code, $0.name) })
    }

    private var heard: [Choice] {
        [Channel.onsite, .phone, .visit, .letter, .grid, .wechat].map { Choice($0.rawValue, $0.chinese) }
    }

    /// A telephone is one way of several.
    static var ways: [Choice] {
        let ways: [(ReporterChannel.Way, String, String?)] = [
            (.sms, "发短信", "要有手机"), (.call, "打电话", "要有电话"), (.visit, "上门说", "要有住址"),
            (.letter, "寄信", "要有住址"), (.none, "本人拿回执到站里来问", nil),
        ]
        return ways.map { Choice($0.rawValue, $1, hint: $2) }
    }
}
