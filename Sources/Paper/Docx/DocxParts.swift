/// What is the same in every letter's file.
enum DocxParts {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contentTypes = """
        \(declaration)
        <Types xmlns="\(package)/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>
        <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>
        <Override PartName="/word/settings.xml" ContentType="\(word).settings+xml"/>
        <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>
        <Override PartName="/word/footer2.xml" ContentType="\(word).footer+xml"/>
        </Types>
        """

    static let packageRelations = """
        \(declaration)
        <Relationships xmlns="\(package)/relationships">
        <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """

    static let documentRelations = """
        \(declaration)
        <Relationships xmlns="\(package)/relationships">
        <Relationship Id="rId1" Type="\(relations)/styles" Target="styles.xml"/>
        <Relationship Id="rId2" Type="\(relations)/settings" Target="settings.xml"/>
        <Relationship Id="rId3" Type="\(relations)/footer" Target="footer1.xml"/>
        <Relationship Id="rId4" Type="\(relations)/footer" Target="footer2.xml"/>
        </Relationships>
        """

    static let settings = """
        \(declaration)
        <w:settings xmlns:w="\(main)"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>\
        <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
        w:val="15"/></w:compat></w:settings>
        """

    /// 4号半角宋体 between dashes: on odd pages one character from the right, on even ones from the left.
    static func footer(isOdd: Bool) -> String {
        let side = isOdd ? "right" : "left"
        return """
            \(declaration)
            <w:ftr xmlns:w="\(main)"><w:p><w:pPr><w:pStyle w:val="Footer"/>\
            <w:ind w:\(side)Chars="100" w:\(side)="280"/><w:jc w:val="\(side)"/></w:pPr>\
            <w:r><w:t xml:space="preserve">— </w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r>\
            <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """
    }
}
