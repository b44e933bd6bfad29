/// The words of a letter with their styles, on one section of A4.
struct DocumentXML {
    let paper: OfficialPaper

    var text: String {
        """
        \(DocxParts.declaration)
        <w:document xmlns:w="\(DocxParts.main)" xmlns:r="\(DocxParts.relations)"><w:body>
        \(head)
        \(paragraph("Title", paper.title))
        \(paper.addressee.isEmpty ? "" : paragraph("Addressee", paper.addressee + "："))
        \(paper.body.map { paragraph(DocumentXML.style($0.rank), $0.text) }.joined(separator: "\n"))
        \(paragraph("Normal", ""))
        \(end)
        \(section)
        </w:body></w:document>
        """
    }

    /// The red name as large as it fits, the number, and the red line under both.
    private var head: String {
        let size = OfficialLayout.halfPoints(OfficialLayout.headPoints(paper.organ))
        let number =
            paper.signer.isEmpty
            ? paragraph("Number", paper.number)
            : """
            <w:p><w:pPr><w:pStyle w:val="Number"/>\(DocumentXML.rightTab)<w:jc w:val="left"/></w:pPr>\
            <w:r>\(DocumentXML.words(paper.number))</w:r><w:r><w:tab/>\(DocumentXML.words("签发人："))</w:r>\
            <w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr>\(DocumentXML.words(paper.signer))</w:r></w:p>
            """
        return """
            <w:p><w:pPr><w:pStyle w:val="Head"/></w:pPr><w:r><w:rPr><w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/>\
            </w:rPr>\(DocumentXML.words(paper.organ))</w:r></w:p>
            \(number)
            """
    }

    private static let rightTab =
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(OfficialLayout.twips(millimetres: 156))\"/></w:tabs>"

    /// 落款: the date four characters from the right, the organ over its middle; a name longer than the date begins two
    /// characters before it.
    private var end: String {
        let date = DocumentXML.width(paper.date)
        let name = DocumentXML.width(paper.signature)
        let nameIndent = name <= date ? 4 + (date - name) / 2 : 2
        let dateIndent = name <= date ? 4 : max(2, name - date)
        return """
            \(right(paper.signature, indent: nameIndent))
            \(right(paper.date, indent: dateIndent))
            """
    }

    private func right(_ words: String, indent: Double) -> String {
        let hundredths = Int((indent * 100).rounded())
        let twips = OfficialLayout.twips(points: indent * OfficialLayout.bodyPoints)
        return """
            <w:p><w:pPr><w:pStyle w:val="Signature"/><w:ind w:rightChars="\(hundredths)" w:right="\(twips)" \
            w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r>\(DocumentXML.words(words))</w:r></w:p>
            """
    }

    private func paragraph(_ style: String, _ words: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r>\(DocumentXML.words(words))</w:r></w:p>"
    }

    private var section: String {
        let width = OfficialLayout.twips(millimetres: OfficialLayout.width)
        let height = OfficialLayout.twips(millimetres: OfficialLayout.height)
        let (top, bottom) = (OfficialLayout.top, OfficialLayout.bottom)
        let (left, right) = (OfficialLayout.left, OfficialLayout.right)
        func twips(_ millimetres: Double) -> Int { OfficialLayout.twips(millimetres: millimetres) }
        return """
            <w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>\
            <w:pgSz w:w="\(width)" w:h="\(height)"/>\
            <w:pgMar w:top="\(twips(top))" w:right="\(twips(right))" w:bottom="\(twips(bottom))" \
            w:left="\(twips(left))" w:header="851" w:footer="\(twips(OfficialLayout.numberFoot))" w:gutter="0"/>\
            <w:docGrid w:type="linesAndChars" w:linePitch="\(OfficialLayout.twips(points: OfficialLayout.linePoints))" \
            w:charSpace="\(OfficialLayout.characterSpace)"/></w:sectPr>
            """
    }

    private static func words(_ text: String) -> String {
        "<w:t xml:space=\"preserve\">\(text.inXML)</w:t>"
    }

    private static func style(_ rank: OfficialPaper.Paragraph.Rank) -> String {
        switch rank {
        case .first: "Heading1"
        case .second: "Heading2"
        case .text: "Body"
        }
    }

    /// In characters: figures and Latin letters are half as wide.
    private static func width(_ text: String) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }
}
