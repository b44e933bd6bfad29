import Domain
import Web

/// Which of the next receptions one can ask a time for, and the way back to a time one has.
struct ReceptionInvitation {
    let shown: PublicStation

    private static let most = 6

    private var open: [PublicReception] {
        shown.receptions.filter { $0.slotMinutes > 0 && !$0.isCancelled && $0.isAhead(at: shown.moment) }
    }

    var html: HTML {
        guard !open.isEmpty else { return HTML() }
        let address = DeskAddress(code: shown.station.code)
        return """
            <h3>想先约个时间</h3>
            <ul>\(each: open.prefix(Self.most), { reception in
                """
                <li><a href="\(address: address.booking(at: reception.id))">约\(ReceptionWords.day(reception.day, from: shown.today))\
                的时间</a></li>

                """
            })</ul>
            <p><a href="/bookings">查约好的时间，或者取消</a></p>
            """
    }
}

/// The rhythm in words, what it means for the rest of the year, and the file for a telephone's calendar.
struct ReceptionRhythmView {
    let shown: PublicStation

    var html: HTML {
        """
        \(shown.schedule.map(rhythm))
        <p><a href="\(address: DeskAddress(code: shown.station.code).calendar)">把接待日放进手机日历</a></p>
        """
    }

    private func rhythm(_ schedule: StationSchedule) -> HTML {
        let last = Day(shown.today.civil.year, 12, 31)
        let days = schedule.rule.days(from: shown.today, through: last, in: shown.calendar).map(\.day)
        return """
            <p>平时\(schedule.chinese)，在\(schedule.place)。</p>
            \(if: !days.isEmpty, """
            <details><summary>照这个规律，今年还有 \(days.count) 次</summary>
            <p>\(days.map { ReceptionWords.day($0, from: shown.today) }.joined(separator: "、"))。\
            每次提前 3 天公告，有变动以公告为准。</p></details>
            """)
            """
    }
}
