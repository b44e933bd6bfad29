import App
import ArgumentParser
import Demo
import Domain
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "建一个演示省：真实的地名，编造的人和事，每件事都走完它该走的路。",
        discussion: "只放进还没有数据库的地方。演示账号的密码人人都知道，不要对外开放。")

    @Option(help: "数据目录，和 serve 的 --data 相同", completion: .directory) var data = "data"
    @Option(help: .setting(.databaseURL)) var databaseURL: String?
    @Option(help: "多少件事项（默认 84000，--small 时 400）") var matters: Int?
    @Flag(help: "只做一个县：几秒钟，供试用和测试") var small = false
    @Option(help: "改用这个目录里的真实留言走完全程（不会放进仓库）", completion: .directory) var messages: String?
    @Option(help: "同样的数字得到同样的演示") var seed: UInt64 = 1
    @Flag(help: "不建，只列出已建演示的登录名、密码和几件事项的查询码") var signIns = false
    @Flag(help: "与 --sign-ins 合用：给程序看的 JSON") var json = false

    func validate() throws {
        if let matters, matters < 0 { throw ValidationError("--matters 不能是负数") }
        if json, !signIns { throw ValidationError("--json 与 --sign-ins 合用") }
    }

    func run() async throws {
        if signIns { return try list() }
        let flags = databaseURL.map { [SettingKey.databaseURL: $0] } ?? [:]
        let server = try Settings.read(flags: flags).server
        let bars = DemoBars()
        defer { bars.finish() }
        let order = DemoOrder(
            folder: data, server: server, isSmall: small, matters: matters, seed: seed, now: .current,
            messages: messages)
        do {
            let report = try await Demo.make(order) { bars.show($0) }
            bars.finish()
            DemoReportPrinter(report: report).print()
        } catch let refusal as DemoRefusal {
            throw Complaint(refusal.description)
        }
    }

    private func list() throws {
        guard let notes = try DemoNotes.read(from: data) else { throw Complaint("目录 \(data) 里没有演示") }
        if json { return print(String(decoding: try notes.json, as: UTF8.self)) }
        print("演示登录名（密码都是 \(notes.signIns.first?.password ?? "")）：")
        for person in notes.signIns {
            print("  \(person.login)\t\(person.role)\t\(person.name)\t\(person.place)")
        }
        if !notes.matters.isEmpty { print("几件事项的编号和查询码：") }
        for matter in notes.matters { print("  \(matter.number)\t\(matter.code)\t\(matter.state)") }
    }
}
