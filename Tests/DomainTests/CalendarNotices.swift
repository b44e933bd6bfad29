@testable import Domain

/// The notices for 2025 and 2026, as far as the tests look: name, days off, make-up days.
enum Notices {
    private static let list: [(name: String, off: ClosedRange<String>, made: [String])] = [
        ("元旦", "2025-01-01"..."2025-01-01", []),
        ("春节", "2025-01-28"..."2025-02-04", ["2025-01-26", "2025-02-08"]),
        ("清明节", "2025-04-04"..."2025-04-06", []),
        ("劳动节", "2025-05-01"..."2025-05-05", ["2025-04-27"]),
        ("端午节", "2025-05-31"..."2025-06-02", []),
        ("国庆节", "2025-10-01"..."2025-10-08", ["2025-09-28", "2025-10-11"]),
        ("元旦", "2026-01-01"..."2026-01-03", ["2026-01-04"]),
        ("春节", "2026-02-15"..."2026-02-23", ["2026-02-14", "2026-02-28"]),
        ("清明节", "2026-04-04"..."2026-04-06", []),
        ("劳动节", "2026-05-01"..."2026-05-05", ["2026-05-09"]),
        ("端午节", "2026-06-19"..."2026-06-21", []),
        ("中秋节", "2026-09-25"..."2026-09-27", []),
        ("国庆节", "2026-10-01"..."2026-10-07", ["2026-09-20", "2026-10-10"]),
    ]

    static var exceptions: [Day: Bool] {
        var days: [Day: Bool] = [:]
        for notice in list {
            for day in Notices.days(notice.off) { days[day] = false }
            for made in notice.made { days[date(made)] = true }
        }
        return days
    }

    static var names: [Day: String] {
        var days: [Day: String] = [:]
        for notice in list {
            for day in Notices.days(notice.off) { days[day] = notice.name }
            for made in notice.made { days[date(made)] = notice.name }
        }
        return days
    }

    static let calendar = WorkCalendar(exceptions: exceptions, coveredYears: 2025...2026, names: names)

    static func date(_ text: String) -> Day { Day(iso: text)! }

    private static func days(_ range: ClosedRange<String>) -> [Day] {
        (date(range.lowerBound).number...date(range.upperBound).number).map { Day(number: $0) }
    }
}
