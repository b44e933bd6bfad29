import Domain
import Testing

@testable import Directory

@Suite("When somebody brings a file")
struct ImportFileTests {
    private func fault(_ bytes: [UInt8]) -> String? {
        do throws(FormErrors) {
            _ = try ImportSheet<PointColumn>(CSVFile(bytes: bytes))
            return nil
        } catch {
            return error.message(for: "file")
        }
    }

    private func fault(_ text: String) -> String? { fault(Array(text.utf8)) }

    @Test("BOM, line ends of any kind, quoted cells and columns in any order are read")
    func tolerant() throws {
        let text = "\u{FEFF}地址,名称,联络点编码,站点编码\r\n\"东街,\"\"甲\"\"号\n二楼\", 北关 ,P1,S1\r\n,点二,P2,S2"

        let sheet = try ImportSheet<PointColumn>(CSVFile(bytes: Array(text.utf8)))

        #expect(sheet.rows.map { $0[.address] } == ["东街,\"甲\"号\n二楼", ""])
        #expect(sheet.rows.map { $0[.name] } == ["北关", "点二"])
        #expect(sheet.rows.map(\.line) == [2, 4])
        #expect(sheet.faults.isEmpty)
    }

    @Test("an empty last cell without a line end is a cell")
    func lastCell() throws {
        let sheet = try ImportSheet<PointColumn>(CSVFile(bytes: Array("联络点编码,名称,站点编码,地址\nP1,点,S1,".utf8)))

        #expect(sheet.rows.count == 1 && sheet.faults.isEmpty)
    }

    @Test("another encoding is named with its line")
    func encoding() {
        let gbk: [UInt8] = Array("a,b\n".utf8) + [0xB1, 0xB1, 0xB9, 0xD8]

        #expect(fault(gbk)?.contains("第 2 行") == true)
        #expect(fault(gbk)?.contains("UTF-8") == true)
    }

    @Test("wrong, missing and doubled column names are named")
    func header() {
        #expect(fault("联络点编码,名字,站点编码\n")?.contains("“名字”") == true)
        #expect(fault("联络点编码,名称\n") == "缺少列：站点编码")
        #expect(fault("联络点编码,名称,名称,站点编码\n")?.contains("出现了两次") == true)
        #expect(fault("\n\n")?.contains("列名") == true)
        #expect(fault("联络点编码,名称,站点编码\n") == nil)
    }

    @Test("quotes that do not close are refused instead of swallowing the rest")
    func quotes() {
        #expect(fault("联络点编码,名称,站点编码\nP1,\"点,S1\nP2,点,S1\n")?.contains("不成对") == true)
        #expect(fault("联络点编码,名称,站点编码\nP1,\"点\"甲\"\",S1\n")?.contains("第 2 行") == true)
    }

    @Test("a row with too few or too many cells is listed, blank lines and notes are skipped")
    func width() throws {
        let text = "联络点编码,名称,站点编码\nP1,点\n\n# 说明\nP2,点,S1,,\nP3,点,S1,多\n,,\n"

        let sheet = try ImportSheet<PointColumn>(CSVFile(bytes: Array(text.utf8)))

        #expect(sheet.rows.map { $0[.code] } == ["P2"])
        #expect(sheet.faults.map(\.line) == [2, 6])
        #expect(sheet.faults[0].reason == "这一行有 2 列，应当是 3 列")
    }

    @Test("every template can be read by its own reader and explains each column", arguments: ImportKind.allCases)
    func template(kind: ImportKind) async throws {
        let ground = try await PlacesGround()

        let report = try await ground.importer.check(
            kind, Array(kind.template.utf8), by: .system, at: PlacesGround.now)

        // The example names stations that need not exist here; nothing else is wrong with it.
        #expect(report.rows == 1)
        #expect(report.faults.allSatisfy { $0.column == "站点编码" || $0.column == "所属联络站" || $0.column == "机构名称" })
        #expect(
            kind.template.split(separator: "\r\n").count == 2
                + kind.template.split(separator: "\r\n")[0]
                .split(separator: ",").count)
    }

    @Test("a cell that a table program would run is refused coming in and disarmed going out")
    func formulas() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")

        let report = try await ground.bring(
            .points, "联络点编码,名称,站点编码", "P1,=HYPERLINK(1),SX140702001")
        var output = CSVOutput(header: ["姓名"])
        output.add(["=1+1"])
        output.add(["甲,\"乙\""])

        #expect(report.faults == [ImportFault(line: 2, column: "名称", reason: "不能以 = + - @ 开头")])
        #expect(String(decoding: output.bytes, as: UTF8.self) == "\u{FEFF}姓名\r\n'=1+1\r\n\"甲,\"\"乙\"\"\"\r\n")
    }
}
