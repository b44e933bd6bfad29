import Foundation
import TestSupport
import Testing

@Suite(
    "When an operator prints a book of slips",
    .enabled(if: Program.isBuilt, "lianxin does not lie beside the tests; swift build --build-tests builds both"),
    .timeLimit(.minutes(3)))
struct SlipsCommandTests {
    private static let hasPress = FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")

    @Test(
        "it is a PDF that only its owner can read, and the slips are good",
        .enabled(if: hasPress, "WeasyPrint is not installed here; bin/setup does it"))
    func printed() async throws {
        let province = try await TestProvince()
        let file = province.app.settings.dataDirectory + "/book.pdf"

        let program = try Program(["slips", "--station", "YC100", "--count", "10", "--out", file], over: province)
        let status = try await program.status(within: .seconds(120))

        #expect(status == 0)
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try await province.count("SELECT COUNT(*) FROM slip WHERE state = 'open'") == 10)
    }

    @Test(
        "a station that is not there, too few slips or no WeasyPrint: it fails, gives out no number and leaves no file",
        arguments: [
            ["--station", "NOBODY"], ["--station", "YC100", "--count", "3"],
            ["--station", "YC100", "--weasyprint", "/nowhere/weasyprint"],
        ])
    func refused(arguments: [String]) async throws {
        let province = try await TestProvince()
        let file = province.app.settings.dataDirectory + "/book.pdf"

        let program = try Program(["slips", "--out", file] + arguments, over: province)
        let status = try await program.status(within: .seconds(60))

        #expect(status == 1)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try await province.count("SELECT COUNT(*) FROM slip") == 0)
    }
}
