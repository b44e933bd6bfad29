import Directory
import Domain
import Web

struct BookingView {
    let shown: BookingPage.Shown
    let parts: FormParts
    let human: Site.HumanLine

    private var address: DeskAddress { DeskAddress(code: shown.station.code) }

    var html: HTML {
        """
        \(parts.summary)
        <h1>约个时间见代表</h1>
        <p class="lead">\(shown.station.name)，\(ReceptionWords.dayAndDistance(shown.reception.day, from: shown.today))，\
        \(shown.reception.hours.chinese)，\(shown.reception.place)</p>
        <p>接待的代表：\(ReceptionWords.names(shown.deputies))</p>
        <p>约好了不用排队。不约也行，那天直接来，代表一样接待。</p>
        \(form)
        <p>已经约了，想看看或者取消：<a href="/bookings">用约号查</a></p>
        <p>不会用可以打电话约：\(Telephone(telephone).html)</p>
        <p><a href="\(address: address.publicPage)">回到联络站的页面</a></p>
        """
    }

    private var telephone: String { shown.station.phone.isEmpty ? human.telephone : shown.station.phone }

    private var form: HTML {
        guard !shown.free.isEmpty else {
            return Notice.info("这次的时间都约满了，或者已经过了。那天可以直接来，先到先谈。")
        }
        let slots = shown.free.map { minute in
            Choice(
                String(minute),
                ReceptionHours(from: minute, to: minute + shown.reception.slotMinutes).chinese)
        }
        return parts.form(
            action: address.booking(at: shown.reception.id).text, submit: "就约这个时间",
            """
            \(parts.radios("slot", "什么时间", slots))
            \(parts.textField(
                "name", "怎么称呼您", notes: FieldNotes(hint: "例如 张秀英，或者 张女士", seenBy: Self.readers),
                autocomplete: "name"))
            \(parts.textField(
                "phone", "电话", kind: .telephone,
                notes: FieldNotes(hint: "那天有变动好告诉您", seenBy: Self.readers, isOptional: true)))
            """)
    }

    private static let readers = "这个联络站的工作人员；过后 30 天删掉"
}

/// What the resident takes home: the time and the code, shown once.
struct BookingReceiptView {
    let receipt: BookReception.Receipt
    let shown: BookingPage.Shown
    let now: Instant
    let human: Site.HumanLine

    /// Of a form that is sent again at once, not for whoever finds the page open in the afternoon.
    private var showsCode: Bool { now < Instant(ms: receipt.madeAt).adding(seconds: 1800) }

    var html: HTML {
        """
        <h1>约好了</h1>
        <p class="lead no-print">请把约号抄下来或者拍下来，要取消的时候用。</p>
        <div class="slip">
        <p>什么时间<br><span class="big">\(ReceptionWords.day(day, from: shown.today)) \
        \(ReceptionHours.clock(receipt.minute))</span><br>\(ReceptionWords.distance(to: day, from: shown.today))</p>
        <p>约号<br>\(code)</p>
        \(DefinitionList([
            ("见哪位代表", "\(ReceptionWords.names(shown.deputies))"),
            ("在哪里", "\(shown.station.name)，\(shown.reception.place)"),
            ("来不了", "打开<a href=\"/bookings\">查约好的时间</a>，填约号取消；也可以打电话 \(Telephone(telephone).html)。"),
        ]).html)
        </div>
        <p class="no-print"><a href="\(address: Address.station(shown.station.code))">回到联络站的页面</a></p>
        """
    }

    private var day: Day { Day(number: receipt.day) }

    private var code: HTML {
        let digits = receipt.code
        return showsCode
            ? "<span class=\"big\">\(digits.prefix(5)) \(digits.dropFirst(5))</span>" : "已经显示过，不再显示。"
    }

    private var telephone: String { shown.station.phone.isEmpty ? human.telephone : shown.station.phone }
}
