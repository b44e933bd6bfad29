/// The styles of a letter: 3号仿宋 on lines of 28.95 points, the title in 2号小标宋, headings in 黑体 and 楷体. Where a
/// machine lacks a face, its table of substitutes gives a near one.
enum DocxStyles {
    static var text: String {
        """
        \(DocxParts.declaration)
        <w:styles xmlns:w="\(DocxParts.main)">
        <w:docDefaults><w:rPrDefault><w:rPr>\(font("仿宋_GB2312", OfficialLayout.bodyPoints))<w:lang w:val="en-US" \
        w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\(line)</w:pPr></w:pPrDefault></w:docDefaults>
        \(style("Normal", "Normal", paragraph: line, run: font("仿宋_GB2312", OfficialLayout.bodyPoints)))
        \(style("Head", "发文机关标志", paragraph: centred(before: 0, after: 580, exact: nil), run: head))
        \(style("Number", "发文字号", paragraph: number, run: ""))
        \(style("Title", "公文标题", paragraph: centred(before: 579, after: 579, exact: 35), run: title))
        \(style("Addressee", "主送机关", paragraph: line, run: ""))
        \(style("Body", "公文正文", paragraph: body, run: ""))
        \(style("Heading1", "一级标题", paragraph: body, run: font("黑体", OfficialLayout.bodyPoints)))
        \(style("Heading2", "二级标题", paragraph: body, run: font("楷体_GB2312", OfficialLayout.bodyPoints)))
        \(style("Signature", "落款", paragraph: line + "<w:jc w:val=\"right\"/>", run: ""))
        \(style("Footer", "页码", paragraph: "", run: font("宋体", OfficialLayout.numberPoints)))
        </w:styles>
        """
    }

    /// 28.95 points, exactly.
    private static let line =
        "<w:spacing w:line=\"\(OfficialLayout.twips(points: OfficialLayout.linePoints))\" w:lineRule=\"exact\"/>"

    /// 左空二字.
    private static let body = line + "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>"

    /// The red line stands 4 mm under the number, as wide as the type area.
    private static let number = """
        <w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>\(line)<w:jc w:val="center"/>
        """

    private static let head = font("方正小标宋简体", 36, colour: "<w:color w:val=\"FF0000\"/>")
    private static let title = font("方正小标宋简体", OfficialLayout.titlePoints)

    private static func centred(before: Int, after: Int, exact points: Double?) -> String {
        let height = points.map { " w:line=\"\(OfficialLayout.twips(points: $0))\" w:lineRule=\"exact\"" }
        return """
            <w:spacing w:before="\(before)" w:after="\(after)"\(height ?? " w:line=\"240\" w:lineRule=\"auto\"")/>\
            <w:jc w:val="center"/>
            """
    }

    private static func font(_ face: String, _ points: Double, colour: String = "") -> String {
        let size = OfficialLayout.halfPoints(points)
        return """
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\(face)"/>\
            \(colour)<w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/>
            """
    }

    private static func style(_ id: String, _ name: String, paragraph: String, run: String) -> String {
        let isNormal = id == "Normal"
        return """
            <w:style w:type="paragraph"\(isNormal ? " w:default=\"1\"" : "") w:styleId="\(id)"><w:name w:val="\(name)"/>\
            \(isNormal ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:qFormat/>\
            <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
            """
    }
}
