import Directory
import Domain
import Web

/// One slip for each visitor, to be printed and handed over. The codes are shown this once.
struct SlipsView {
    let slips: [WriteRecord.Slip]
    let writtenAt: Instant
    let duty: StationDuty
    let atlas: Atlas
    let now: Instant
    let site: String
    let human: Site.HumanLine

    private var showsCodes: Bool { now < writtenAt.adding(seconds: 1800) }

    var html: HTML {
        """
        <h1>记录写好了</h1>
        <p class="lead no-print">\(count)</p>
        \(each: slips, slip)
        <p class="no-print"><a class="button" href="\(address: DeskAddress(code: duty.station.code).desk)">回到本站</a></p>
        """
    }

    private var count: HTML {
        slips.isEmpty
            ? "没有群众来，代表的到场已经登记。" : "登记了 \(slips.count) 位群众。请把纸条打印出来，一人一张；查询码只在这里显示这一次。"
    }

    private func slip(_ slip: WriteRecord.Slip) -> HTML {
        let station = atlas.station(slip.station)
        let phone = station.map(\.phone).flatMap { $0.isEmpty ? nil : $0 } ?? human.telephone
        return """
            <h2 class="no-print">第 \(slip.place) 位</h2>
            <div class="slip one-sheet">
            <p>编号<br><span class="big">\(slip.number)</span></p>
            <p>查询码<br>\(code(slip))</p>
            \(DefinitionList([
                ("什么时候登记的", "\(date(Day(of: writtenAt)))"),
                ("谁在看", "\(station?.name)，电话 \(Telephone(phone).html)"), ("接下来", next(slip)),
                ("怎么查", "打开 \(site)/my，填编号和查询码；也可以拿这张纸条到联络站，或者打上面的电话。"),
            ]).html)
            </div>

            """
    }

    private func code(_ slip: WriteRecord.Slip) -> HTML {
        showsCodes
            ? "<span class=\"big\">\(slip.code.prefix(4)) \(slip.code.dropFirst(4))</span>"
            : "已经显示过，不再显示。忘了可以到联络站换一个。"
    }

    private func next(_ slip: WriteRecord.Slip) -> HTML {
        if slip.isAnswered { return "当场已经答复您了，过些日子会来问您满意不满意；不满意可以再办。" }
        let due = slip.dueOn.map { "，最迟 \(date(Day(number: $0))) 定下" }
        return "先看该由谁来办\(due)；再告诉您交给了谁、最迟哪天答复；有了答复会来问您满意不满意。"
    }

    private func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(year)年\(month)月\(number)日"
    }
}
