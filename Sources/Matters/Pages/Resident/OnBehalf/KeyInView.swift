import Directory
import Domain
import Web

/// The slip beside the form: number from the paper, words as they stand on it.
struct KeyInView {
    let slip: BookSlip
    let station: Station?
    let parts: FormParts
    let limit: Int
    let today: Day
    /// Something of what is asked for a child was filled in.
    let isChild: Bool

    var html: HTML {
        """
        \(parts.summary)
        <h1>录入纸条</h1>
        <p class="lead">编号 <strong class="figures">\(slip.number.text)</strong>，\(station?.name)</p>
        \(slip.state == .open ? form : done)
        """
    }

    private var form: HTML {
        """
        <p>照纸条上的话写，不加自己的判断。编号和查询码都用纸条上的，不另给新的。</p>
        \(parts.form(action: "/matters/new", submit: "录入", keep: "key-in", fields))
        """
    }

    private var done: HTML {
        let refusal = SlipRefusal.of(slip.state)
        return """
            \(Notice.warning("\(refusal.message)"))
            \(if: slip.state == .used, "<p><a href=\"\(address: slip.number.staffAddress)\">看这件事</a></p>")
            """
    }

    private var fields: HTML {
        """
        \(parts.hidden("slip", slip.number.text))
        \(parts.date("said_on", "哪天写的", latest: today.iso, notes: "纸条上写的日子；没写的，问一问本人"))
        \(parts.radios("heard", "纸条怎么来的", heard, chosen: Channel.letter.rawValue))
        \(OpinionFields(parts: parts, limit: limit, words: .another).html)
        \(ReporterFields(parts: parts, words: .another, ways: OnBehalfView.ways).html)
        \(parts.textField(
            "address", "住址", notes: FieldNotes(hint: "没有电话的，写下住址，好上门答复", seenBy: "联络站和督办代表。", isOptional: true)))
        \(ChildFields(parts: parts, words: .another, isOpen: isChild).html)
        \(parts.checkbox("read_back", "和纸条核对过，一字不差；能找到本人的，念给本人听过"))
        """
    }

    private var heard: [Choice] {
        [Channel.letter, .onsite, .visit, .grid].map { Choice($0.rawValue, $0.chinese) }
    }
}

/// The person has number and code already: nothing to hand over.
struct KeyedInView {
    let number: MatterNumber

    var html: HTML {
        """
        <h1>录好了</h1>
        <p class="lead">编号 <strong class="figures">\(number.text)</strong>。本人用手里的纸条就能查，不用再给回执。</p>
        <p class="actions"><a class="button" href="\(address: number.staffAddress)">看这件事</a>
        <a class="button second" href="/matters/new">再录一张，或代写一件</a></p>
        """
    }
}
