import Domain
import Foundation
import TestSupport
import Testing
import Web

@testable import Paper

@Suite("When a sheet is made into a PDF file")
struct PDFPressTests {
    private static let program = "/usr/bin/weasyprint"
    private static let isThere = FileManager.default.isExecutableFile(atPath: program)

    private static func document(_ body: HTML) throws -> PrintedDocument {
        PrintedDocument("测试", style: try Assets.load().style("paper.css"), body)
    }

    /// Width and height of the first page in millimetres.
    private static func size(_ bytes: [UInt8]) throws -> (Int, Int) {
        let text = String(decoding: bytes, as: UTF8.self)
        let box = try #require(text.firstMatch(of: /\/MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+)/))
        func millimetres(_ points: Substring) -> Int { Int((Double(points)! / 72 * 25.4).rounded()) }
        return (millimetres(box.1), millimetres(box.2))
    }

    @Test(
        "slip, letter and board have their papers",
        .enabled(if: isThere, "WeasyPrint is not installed here; bin/setup does it"),
        arguments: [
            ("<div class=\"a5\"><p>回执</p></div>", 148, 210),
            ("<article class=\"sheet letter\"><p>函件</p></article>", 210, 297),
            ("<article class=\"sheet a3 board\"><p>公示</p></article>", 420, 297),
        ] as [(HTML, Int, Int)])
    func sizes(body: HTML, width: Int, height: Int) async throws {
        let bytes = try await PDFPress(program: Self.program, lanes: .init()).print(Self.document(body), in: .offices)

        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        let size = try Self.size(bytes)
        #expect(size == (width, height))
    }

    @Test("where the program is missing it is said what to do instead")
    func missing() async throws {
        let press = PDFPress(program: "/nowhere/weasyprint")

        await #expect {
            _ = try await press.print(try Self.document("<p>函件</p>"), in: .visitors)
        } throws: { error in
            (error as? Refusal)?.code == "no-pdf" && (error as? Refusal)?.message.contains("另存为 PDF") == true
        }
    }

    @Test("a program that fails or says nothing is no file", arguments: ["/bin/false", "/bin/true"])
    func failing(program: String) async throws {
        await #expect {
            _ = try await PDFPress(program: program, lanes: .init()).print(try Self.document("<p>函件</p>"), in: .offices)
        } throws: { error in (error as? Refusal)?.code == "pdf-failed" }
    }

    @Test("one at a time, four wait, the sixth is told to come again; visitors do not stand in the way of offices")
    func queue() async throws {
        let lanes = PDFPress.Lanes()
        let press = PDFPress(program: "/bin/true", lanes: lanes)
        let document = try Self.document("<p>函件</p>")

        let waiting = try await lanes.visitors.whileTaken { () -> [Task<Int, any Error>] in
            let waiting = (1...4).map { number in Task { try await lanes.visitors.run { number } } }
            try await lanes.visitors.untilWaiting(4)
            for (lane, code) in [(PDFPress.Lane.visitors, "pdf-busy"), (.offices, "pdf-failed")] {
                await #expect {
                    _ = try await press.print(document, in: lane)
                } throws: { error in (error as? Refusal)?.code == code }
            }
            return waiting
        }

        for (task, number) in zip(waiting, 1...4) { #expect(try await task.value == number) }
    }
}
