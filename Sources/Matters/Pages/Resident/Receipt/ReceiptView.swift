import Directory
import Domain
import Web

/// The slip as it is read, photographed and printed: one sheet of A5.
struct ReceiptView {
    let receipt: Receipt
    let station: Station
    let showsCode: Bool
    let calendar: WorkCalendar
    let today: Day
    /// Where people reach this installation.
    let site: String
    let human: Site.HumanLine
    /// What others said of the same, drawn.
    var nearby = HTML()
    /// Whoever wrote it down may open it; what passes over the own place she may not.
    var isHers = false
    /// What a device kept of the form that led here.
    var accepted: String?

    var title: String { receipt.isReissued ? "补发了回执" : "已经记下了" }

    var html: HTML {
        """
        <div class="a5">
        <h1 class="no-print">\(title)</h1>
        <p class="lead no-print">请把编号和查询码抄下来、拍下来，或者把这一页打印出来。</p>
        \(slip)
        \(once)
        <div class="no-print">
        <p><a class="button" href="\(address: "/my/" + receipt.number.text)">记好了，看这件事</a></p>
        <p><a href="/say">再说一件事</a></p>
        </div>
        \(nearby)
        </div>
        """
    }

    var forStaff: HTML {
        """
        <div class="a5">
        <h1 class="no-print">\(title)</h1>
        <p class="lead no-print">请把下面的纸条打印出来，或者抄给本人。</p>
        \(if: receipt.isReissued, "<p class=\"no-print\">原来的查询码从现在起不能用了。</p>")
        \(slip)
        \(once)
        <p class="actions no-print">\
        \(if: isHers, "<a class=\"button second\" href=\"\(address: receipt.number.staffAddress)\">看这件事</a> ")\
        <a class="button" href="/matters/new">\(receipt.isReissued ? "代写一件事" : "再代写一件")</a></p>
        </div>
        """
    }

    /// Alone on the paper, so it says by itself whom to call and what comes next.
    private var slip: HTML {
        """
        \(accepted.map(FormParts.accepted))
        <div class="slip" data-said>
        \(head.html)
        \(DefinitionList([
            ("什么时候说的", "\(date(Day(of: receipt.registeredAt)))"),
            ("谁在看", "\(station.name)，电话 \(contact.link)（\(contact.hours)）"),
            ("地址", "\(station.address)"), ("什么时候有人看", away), ("接下来", next), ("怎么查", head.how),
            ("补发日期", receipt.isReissued ? "\(date(Day(of: receipt.issuedAt)))" : HTML()),
        ]).html)
        </div>
        """
    }

    /// At night and on holidays (row 75): when somebody is there again, and whom to call now.
    private var away: HTML {
        let at = receipt.registeredAt
        guard !calendar.isOfficeHour(at) else { return HTML() }
        let day = calendar.firstReading(of: at)
        let why = calendar.isWorkingDay(Day(of: at)) ? "现在是下班时间" : "今天放假"
        return """
            \(why)，最迟 \(day.chinese(from: today))有人看。着急的事请打\(Telephone(human.telephone).html)\
            （\(human.hours)），有危险请打 110、119、120。
            """
    }

    private var head: SlipHead {
        SlipHead(
            station: station.name, title: receipt.isReissued ? "补发的回执" : "回执", number: receipt.number,
            code: showsCode ? receipt.code : nil, site: site)
    }

    /// Said once, on the slip: the paper is all that some people keep.
    private var next: HTML {
        if let standing = receipt.standing { return "\(standing)" }
        return """
            先看该由谁来办\(receipt.dueOn.map { "，\(Phrases(calendar.remaining(until: $0, from: today)).html)定下" as HTML })；
            再告诉您交给了谁、最迟哪天答复；
            有了答复会来问您满意不满意，不满意可以再办。
            """
    }

    private var contact: StationContact { StationContact(station: station, human: human) }

    private var once: HTML {
        guard showsCode else { return HTML() }
        let words = Notice.warning("查询码只在这里显示这一次，只有您有，请不要给别人看。忘了可以到联络站换一个新的。")
        return "<div class=\"no-print\">\(words)</div>"
    }

    private func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(year)年\(month)月\(number)日"
    }
}
