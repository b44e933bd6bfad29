import Domain
import Foundation
import Testing

@testable import Paper

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("When an official letter is written as a file that can be edited")
struct OfficialPaperTests {
    private static func paper(
        signer: String = "", body: String = "现将有关事项交办你单位。", organ: String = "榆次区乌金山镇人民代表大会主席团"
    ) -> OfficialPaper {
        OfficialPaper(
            organ: organ, number: "乌金山人大意字〔2026〕3号", signer: signer, title: "群众意见交办通知单",
            addressee: "乌金山镇人民政府", body: body, signature: organ, day: Day(2026, 5, 25))
    }

    private static func document(_ paper: OfficialPaper) throws -> String {
        try #require(try StoredZip(paper.docx())["word/document.xml"])
    }

    @Test("the archive has every part an office program looks for, its contents first, each well-formed")
    func parts() throws {
        let files = try StoredZip(Self.paper(signer: "张三").docx()).files

        #expect(files.first?.name == "[Content_Types].xml")
        let named = Set(files.map(\.name))
        for name in ["_rels/.rels", "word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"] {
            #expect(named.contains(name))
        }
        for file in files {
            #expect(XMLParser(data: Data(file.text.utf8)).parse(), "\(file.name)")
        }
    }

    @Test("GB/T 9704: A4, 天头 37 mm, 订口 28 mm, a type area of 156 by 225 mm")
    func page() throws {
        let text = try Self.document(Self.paper())
        func value(_ name: String) throws -> Double {
            let found = try #require(text.firstMatch(of: try Regex("<w:pg(Sz|Mar)[^>]* w:\(name)=\"([0-9]+)\"")))
            return try #require(found[2].substring.flatMap { Double($0) }) / 1440 * 25.4
        }

        let (width, height) = (try value("w"), try value("h"))
        let (top, left) = (try value("top"), try value("left"))
        #expect(abs(width - 210) < 0.1 && abs(height - 297) < 0.1)
        #expect(abs(top - 37) < 1 && abs(left - 28) < 1)
        #expect(abs(width - left - (try value("right")) - 156) < 0.1)
        #expect(abs(height - top - (try value("bottom")) - 225) < 0.1)
    }

    @Test("22 lines of 28.95 points fill the height, 28 characters the line")
    func grid() throws {
        let text = try Self.document(Self.paper())

        #expect(text.contains("w:linePitch=\"579\""))
        let space = try #require(text.firstMatch(of: /w:charSpace="(-?[0-9]+)"/).flatMap { Double($0.1) })
        let (line, height) = (156 / 25.4 * 72.0, 225 / 25.4 * 72.0)
        let (written, lines) = ((16 + space / 4096) * 28, 579.0 / 20 * 22)
        #expect(abs(written - line) < 0.1)
        #expect(abs(lines - height) < 2)
    }

    @Test("body 3号仿宋 on exact lines, title 2号小标宋, headings 黑体 and 楷体, the organ's name in red")
    func faces() throws {
        let styles = try #require(try StoredZip(Self.paper().docx())["word/styles.xml"])
        func style(_ id: String) throws -> Substring {
            let pattern = try Regex("<w:style [^>]*w:styleId=\"\(id)\">.*?</w:style>").dotMatchesNewlines()
            return try #require(styles.firstMatch(of: pattern)).0
        }

        let normal = try style("Normal")
        #expect(normal.contains("仿宋_GB2312") && normal.contains("<w:sz w:val=\"32\"/>"))
        #expect(normal.contains("w:line=\"579\" w:lineRule=\"exact\""))
        let title = try style("Title")
        #expect(title.contains("方正小标宋简体") && title.contains("<w:sz w:val=\"44\"/>"))
        #expect(try style("Heading1").contains("黑体") && style("Heading2").contains("楷体_GB2312"))
        #expect(try style("Body").contains("w:firstLineChars=\"200\""))
        #expect(try style("Head").contains("<w:color w:val=\"FF0000\"/>"))
    }

    @Test("page numbers 4号半角宋体 between dashes, right on odd pages and left on even ones")
    func numbers() throws {
        let zip = try StoredZip(Self.paper().docx())
        let (odd, even) = (try #require(zip["word/footer1.xml"]), try #require(zip["word/footer2.xml"]))

        #expect(odd.contains("— ") && odd.contains(" PAGE ") && odd.contains("<w:jc w:val=\"right\"/>"))
        #expect(even.contains("<w:jc w:val=\"left\"/>"))
        #expect(zip["word/settings.xml"]?.contains("<w:evenAndOddHeaders/>") == true)
        #expect(zip["word/styles.xml"]?.contains("<w:sz w:val=\"28\"/>") == true)
    }

    @Test("number, addressee, words, signature and date are there; 签发人 only where one is named")
    func words() throws {
        let plain = try Self.document(Self.paper())
        let upward = try Self.document(Self.paper(signer: "张三"))

        for words in ["乌金山人大意字〔2026〕3号", "乌金山镇人民政府：", "现将有关事项交办你单位。", "2026年5月25日"] {
            #expect(plain.contains(words))
        }
        #expect(!plain.contains("签发人") && upward.contains("签发人：") && upward.contains("张三"))
    }

    @Test("the rank of a line is seen by its number")
    func ranks() {
        let lines = OfficialPaper.Paragraph.all(of: "一、情况\n\n（一）地点\n1.要求\n（1）小项\n　一直没有人修。\n（二期）未完")

        #expect(lines.map(\.rank) == [.first, .second, .text, .text, .text, .text])
        #expect(lines[4].text == "一直没有人修。")
    }

    @Test("marks and signs that no XML may hold do no harm")
    func markup() throws {
        let words = "<script>&\"a\"\u{1F}</w:t>"

        let text = try Self.document(Self.paper(body: words))

        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(text.contains("&lt;script&gt;&amp;&quot;a&quot;&lt;/w:t&gt;"))
        #expect(Self.paper(body: words).html.text.contains("&lt;script&gt;"))
    }

    @Test("a long name is smaller, so that it stays on one line")
    func longName() throws {
        let long = "榆次区人民代表大会常务委员会北关街道工作委员会"

        let size = try #require(
            try Self.document(Self.paper(organ: long)).firstMatch(of: /<w:sz w:val="([0-9]+)"/).flatMap { Double($0.1) }
        )

        #expect(size / 2 * Double(long.count) <= 156 / 25.4 * 72)
    }

    @Test("the same letter is the same file")
    func same() throws {
        #expect(try Self.paper().docx() == Self.paper().docx())
    }
}
