import Directory
import Domain
import Web

struct SearchView {
    let found: SearchQuery.Found
    let words: String
    let today: Day
    let parts: FormParts

    var html: HTML {
        """
        <h1>查找</h1>
        \(parts.filter(action: "/search", submit: "查找", parts.textField(
            "q", "找什么", value: words, notes: "例如：路灯、北关街道、代表的姓名，或者纸条上的编号")))
        \(words.isEmpty ? HTML() : result)
        """
    }

    private var result: HTML {
        if let number = found.number { return numbered(number) }
        guard !found.isEmpty else {
            return Notice.empty("没有找到“\(words)”", "可以换个说法，或者只写一两个字。查自己说过的事，请到“查一件事”。")
        }
        return "\(matters)\(stations)\(deputies)\(posts)"
    }

    /// Whether a matter exists that is not public is nobody's business.
    private func numbered(_ number: MatterNumber) -> HTML {
        """
        <h2>编号 <span class="figures">\(number.text)</span></h2>
        \(if: found.isNumberPublic, "<p><a class=\"button\" href=\"\(address: "/m/" + number.text)\">看公开的内容</a></p>")
        \(if: !found.isNumberPublic, "<p>没有公开的内容。</p>")
        <p>是您自己说的事，用编号和查询码查：\
        <a href="\(address: Address("/my").with("number", number.text))">查一件事</a></p>
        """
    }

    private var matters: HTML {
        section(
            "公开的事", found.matters,
            more: found.hasMoreMatters ? ("看更多公开的事", Address("/ledger").with("q", words)) : nil
        ) { entry in
            """
            <li><a href="\(address: "/m/" + entry.number.text)">\(marked(entry.title))</a> \(entry.state.label.html)\
            <span class="hint">\(entry.division)，\(PublicDay(entry.registeredOn, from: today).text)</span>\
            \(excerpt([entry.summary, entry.answer]))</li>

            """
        }
    }

    private var stations: HTML {
        section(
            "联络站", found.stations,
            more: found.hasMoreStations ? ("看更多联络站", Address("/stations").with("q", words)) : nil
        ) { station in
            """
            <li><a href="\(address: .station(station.code))">\(marked(station.name))</a>\
            <span class="hint">\(Telephone(station.phone).html) \(station.hours)</span></li>

            """
        }
    }

    private var deputies: HTML {
        section("人大代表", found.deputies, more: ("按姓名或地方找代表", Address("/deputies").with("name", words))) { deputy in
            let name: HTML =
                deputy.card.map { "<a href=\"\(address: .deputy(card: $0))\">\(marked(deputy.name))</a>" }
                ?? marked(deputy.name)
            return """
                <li>\(name)<span class="hint">\(deputy.congress)，\
                <a href="\(address: .station(deputy.station.code))">\(deputy.station.name)</a></span></li>

                """
        }
    }

    private var posts: HTML {
        section("联络站的公告和动态", found.posts, more: nil) { post in
            let place = Address.station(post.station.code).text + "#post-\(post.id)"
            return """
                <li><a href="\(address: place)">\(marked(post.title))</a>\
                <span class="hint">\(post.station.name)，\(PublicDay(post.publishedOn, from: today).text)</span>\
                \(excerpt([post.body]))</li>

                """
        }
    }

    private func section<Item>(
        _ title: String, _ items: [Item], more: (word: String, address: Address)?, _ draw: (Item) -> HTML
    ) -> HTML {
        guard !items.isEmpty else { return HTML() }
        return """
            <h2>\(title)</h2>
            <ul class="found">\(each: items, draw)</ul>
            \(more.map { "<p><a href=\"\(address: $0.address)\">\($0.word)</a></p>" as HTML })
            """
    }

    private func marked(_ text: String) -> HTML { MarkedText(text, words).html }

    /// The first of the texts in which the words stand, around them.
    private func excerpt(_ texts: [String]) -> HTML {
        let marked = texts.lazy.map { MarkedText($0, words) }.first { $0.isMarked }
        return marked.map { "<p>\($0.excerpt)</p>" } ?? HTML()
    }
}
