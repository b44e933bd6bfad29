import App
import ArgumentParser
import Directory
import Domain
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "从 CSV 文件导入行政区划、机构、联络站、联络点、代表或账号。",
        discussion: """
            每一行先核对，全部无误才一次写入；同一个文件再导入一次不会有变化。
            种类：\(ImportKind.allCases.map { "\($0.rawValue) \($0.chinese)" }.joined(separator: "，"))
            """)

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Argument(help: "种类：\(ImportKind.allCases.map(\.rawValue).joined(separator: "、"))")
    var kind: String

    @Argument(help: "CSV 文件（UTF-8）", completion: .file())
    var file: String?

    @Flag(help: "只打印一份可以填写的模板")
    var template = false

    @Flag(help: "只核对，不写入")
    var dryRun = false

    @Option(help: "导入账号时，把激活码写进这个新文件（默认打印出来）", completion: .file())
    var codes: String?

    func run() async throws {
        guard let kind = ImportKind(rawValue: kind) else {
            throw Complaint("没有“\(kind)”这个种类，可用的有：\(ImportKind.allCases.map(\.rawValue).joined(separator: "、"))")
        }
        if template { return print(kind.template, terminator: "") }
        guard let file else { throw Complaint("请写明要导入的文件，或者用 --template 打印模板") }
        guard let bytes = FileManager.default.contents(atPath: file) else { throw Complaint("文件 \(file) 打不开") }
        // Shown once and stored nowhere: a file that cannot be made is found out before the codes exist.
        let output = try codes.map { try CodeFile($0) }
        defer { output?.removeIfEmpty() }
        let report = try await common.openOrMake { app in try await bring(kind, [UInt8](bytes), into: app) }
        try tell(report)
        if let slips = report.activations {
            if let output { try output.write(slips) } else { print(String(decoding: slips, as: UTF8.self)) }
        }
    }

    private func bring(_ kind: ImportKind, _ bytes: [UInt8], into app: Assembled) async throws -> ImportReport {
        let importer = Importer(app.installation)
        let steps = StepBars()
        defer { steps.finish() }
        return dryRun
            ? try await importer.check(kind, bytes, by: .system, at: .current, progress: steps.show)
            : try await importer.run(kind, bytes, by: .system, at: .current, progress: steps.show)
    }

    private func tell(_ report: ImportReport) throws {
        for fault in report.faults {
            print("第 \(fault.line) 行 \(fault.column)：\(fault.reason)")
        }
        guard report.faults.isEmpty else { throw Complaint("文件有 \(report.faults.count) 处错误，什么也没有写入") }
        Terminal.say(
            "\(report.kind.chinese) \(report.rows) 行：新增 \(report.added)，更新 \(report.changed)，没有变化 \(report.unchanged)"
                + (report.isWritten ? "" : "（只核对，没有写入）"))
    }
}
