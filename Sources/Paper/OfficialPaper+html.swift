import Web

extension OfficialPaper {
    /// The letter as a page shows and prints it; `paper.css` gives it its measures.
    package var html: HTML {
        """
        <article class="sheet letter">
        <p class="letter-head \(headSize)">\(organ)</p>
        <p class="letter-number"><span>\(number)</span>\(if: !signer.isEmpty, "<span>签发人：\(signer)</span>")</p>
        <h1 class="letter-title">\(title)</h1>
        \(if: !addressee.isEmpty, "<p class=\"letter-to\">\(addressee)：</p>")
        \(each: body, { "<p class=\"letter-\($0.rank.rawValue)\">\($0.text)</p>\n" })
        <div class="letter-end"><p>\(signature)</p><p>\(date)</p></div>
        </article>
        """
    }

    /// So that the organ's name stays on one line: no style may stand in a page.
    private var headSize: String {
        switch organ.count {
        case ...9: "short"
        case ...14: "middle"
        case ...20: "long"
        case _: "longest"
        }
    }
}
