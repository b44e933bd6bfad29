import Demo
import Domain

/// What was made, on the terminal.
struct DemoReportPrinter {
    let report: DemoReport

    func print() {
        let places = report.places
        Swift.print("联络站 \(places.stations)，联络点 \(places.points)，代表 \(places.mandates)，账号 \(places.accounts)")
        printLives(report.lives)
        if let rule = report.rule { Swift.print(rule) }
        for lap in report.laps { Swift.print("\(lap.name)：\(rounded(lap.seconds)) 秒") }
    }

    private func printLives(_ lives: LifeReport) {
        let average = lives.matters == 0 ? 0 : Double(lives.events) / Double(lives.matters)
        Swift.print("事项 \(lives.matters)，不同的话 \(lives.distinctBodies)；记录 \(lives.events) 条，平均每件 \(rounded(average)) 条")
        Swift.print(
            "现在的状态："
                + MatterState.allCases.map { "\(StateWords.label($0)) \(lives.states[$0] ?? 0)" }.joined(separator: "，")
        )
        let events = lives.eventNames.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        Swift.print("发生过的：" + events.map { "\($0.key) \($0.value)" }.joined(separator: "，"))
        for (refusal, count) in lives.refusals.sorted(by: { $0.key < $1.key }) {
            Swift.print("规则没有允许：\(refusal)，\(count) 次")
        }
    }

    private func rounded(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10)" }
}
