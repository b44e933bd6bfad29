import Web

extension OfficialPaper {
    /// The letter as a page shows and prints it; `paper.css` gives it its measures.
    package var html: HTML {
        """
        <article class="sheet letter">
        <p class="letter-head">\(organ)</p>
        <p class="letter-number"><span>\(number)</span>\(if: !signer.isEmpty, "<span>签发人：\(signer)</span>")</p>
        <h1 class="letter-title">\(title)</h1>
        \(if: !addressee.isEmpty, "<p class=\"letter-to\">\(addressee)：</p>")
        \(each: body, { "<p class=\"letter-\($0.rank.rawValue)\">\($0.text)</p>\n" })
        <div class="letter-end"><p>\(signature)</p><p>\(date)</p></div>
        </article>
        """
    }
}
