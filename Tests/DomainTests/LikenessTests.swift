import Testing

@testable import Domain

@Suite("When two texts are compared")
struct LikenessTests {
    @Test("they are alike by the pairs of characters they share, of the shorter one's")
    func pairs() {
        #expect(Likeness(of: "文化路的路灯坏了").to("文化路路灯维修") == 0.5)
        #expect(Likeness(of: "路灯坏了").to("路灯坏了") == 1)
    }

    @Test(
        "one pair in common, other writing and nothing at all say nothing",
        arguments: [
            ("路灯坏了", "路灯"), ("路灯坏了", "自来水发黄"), ("", "路灯坏了"), ("灯", "灯"), ("abc def", "abc def"),
        ])
    func nothing(_ one: String, _ other: String) {
        #expect(Likeness(of: one).to(other) == 0)
    }
}

@Suite("When somebody asks whether anybody is there")
struct OfficeHoursTests {
    private static let calendar = WorkCalendar(exceptions: [Day(2026, 6, 19): false], coveredYears: 2026...2026)

    @Test(
        "from 8 to 18 on working days, holidays and weekends not",
        arguments: [
            (Day(2026, 5, 25), 7, false, Day(2026, 5, 25)), (Day(2026, 5, 25), 8, true, Day(2026, 5, 25)),
            (Day(2026, 5, 25), 17, true, Day(2026, 5, 25)), (Day(2026, 5, 25), 18, false, Day(2026, 5, 26)),
            (Day(2026, 5, 29), 23, false, Day(2026, 6, 1)), (Day(2026, 6, 19), 10, false, Day(2026, 6, 22)),
        ] as [(Day, Int64, Bool, Day)])
    func hours(_ day: Day, _ hour: Int64, _ isOpen: Bool, _ read: Day) {
        let instant = day.start.adding(seconds: hour * 3600)

        #expect(Self.calendar.isOfficeHour(instant) == isOpen)
        #expect(Self.calendar.firstReading(of: instant) == read)
    }
}
