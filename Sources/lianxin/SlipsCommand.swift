import App
import ArgumentParser
import Directory
import Domain
import Foundation
import Matters
import Web

struct SlipsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slips", abstract: "为一个联络站印一册事先编好号的纸条（PDF）。",
        discussion: """
            编号从印出来起就有效，查询码只在纸上，请当面交给站长。站长也可以在网页“本站”里自己印。
            """)

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Option(help: "联络站的编号") var station: String
    @Option(help: "张数，\(OrderSlipBook.sizes.lowerBound) 到 \(OrderSlipBook.sizes.upperBound)") var count = 50
    @Option(help: "写进这个新文件（默认 slips-<联络站>.pdf）", completion: .file()) var out: String?
    @Option(help: .setting(.publicURL)) var publicURL: String?
    @Option(help: .setting(.weasyprint)) var weasyprint: String?

    func run() async throws {
        let (code, count) = (station, count)
        // Before any number is given out: a file that cannot be made would leave a book nobody has.
        let path = out ?? "slips-\(code).pdf"
        let file = try CodeFile(path)
        defer { file.removeIfEmpty() }
        let settings = try common.settings([.publicURL: publicURL, .weasyprint: weasyprint])
        guard try await settings.database.isThere() else {
            throw Complaint("\(settings.database.spoken) 还没有数据库")
        }
        let bytes = try await lianxin.run(build(settings)) { app in
            try await PrintSlipBook.run(
                station: code, count: count,
                human: Site.HumanLine(telephone: settings.telephone, hours: settings.hours),
                style: try Assets.load().style("paper.css"), at: .current, in: app.installation)
        }
        try file.write(bytes)
        Terminal.say("\(count) 张纸条写在 \(path)，已经有效。打印以后请删掉这个文件：上面有查询码。")
    }
}
