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

    @Test("one at a time, four wait, the sixth is told to come again; whoever leaves lets the next one in")
    func queue() async throws {
        let queue = PressQueue()
        try await queue.enter()
        let waiting = (0..<4).map { _ in Task { try await queue.enter() } }
        while await queue.length < 4 { await Task.yield() }

        await #expect(throws: Refusal.self) { try await queue.enter() }

        for _ in waiting { await queue.leave() }
        for task in waiting { try await task.value }
        await queue.leave()
        try await queue.enter()
        #expect(await queue.length == 0)
    }
}
