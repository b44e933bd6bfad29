import ArgumentParser
import Domain
import Foundation

struct LifecycleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecycle", abstract: "打印事项一生的全部规则（docs/lifecycle.md）。")

    @Option(name: .customLong("write"), help: ArgumentHelp("不打印，写到这个文件里", valueName: "文件"))
    var file: String?

    func run() throws {
        guard let file else { return print(LifecycleDocument.text, terminator: "") }
        do {
            try LifecycleDocument.text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            throw Complaint("写不进文件 \(file)，请检查路径和权限")
        }
    }
}
