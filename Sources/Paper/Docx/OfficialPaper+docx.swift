extension OfficialPaper {
    /// The letter as a file for Word, WPS and LibreOffice that can be edited on.
    package func docx() throws -> [UInt8] {
        let parts: [(String, String)] = [
            ("[Content_Types].xml", DocxParts.contentTypes),
            ("_rels/.rels", DocxParts.packageRelations),
            ("word/document.xml", DocumentXML(paper: self).text),
            ("word/_rels/document.xml.rels", DocxParts.documentRelations),
            ("word/styles.xml", DocxStyles.text),
            ("word/settings.xml", DocxParts.settings),
            ("word/footer1.xml", DocxParts.footer(isOdd: true)),
            ("word/footer2.xml", DocxParts.footer(isOdd: false)),
        ]
        return try ZipArchive(files: parts.map { ($0.0, Array($0.1.utf8)) }, seconds: day.start.ms / 1000).bytes()
    }
}
