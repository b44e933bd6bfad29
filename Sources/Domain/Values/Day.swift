/// A local date in Asia/Shanghai: days since 1970-01-01. China has had one zone without summer time since 1991,
/// so a fixed offset of eight hours is exact for every date the system meets.
package struct Day: Hashable, Comparable, Sendable, Codable {
    package var number: Int32

    package init(number: Int32) {
        self.number = number
    }

    package static let offsetMilliseconds: Int64 = 8 * 3_600_000
    package static let lengthMilliseconds: Int64 = 86_400_000

    /// The local day in which a moment falls.
    package init(of instant: Instant) {
        let local = instant.ms + Day.offsetMilliseconds
        let quotient = local / Day.lengthMilliseconds
        number = Int32(local % Day.lengthMilliseconds < 0 ? quotient - 1 : quotient)
    }

    /// Civil date to day number (proleptic Gregorian, exact for all years).
    package init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Parses `yyyy-MM-dd`; nil for anything else or a date that does not exist.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year, month, day)
        guard civil == (year, month, day) else { return nil }
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        let remainder = (Int(number) + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// The last millisecond of the local day: when a deadline on this day ends.
    package var end: Instant {
        Instant(ms: (Int64(number) + 1) * Day.lengthMilliseconds - Day.offsetMilliseconds - 1)
    }

    package var start: Instant {
        Instant(ms: Int64(number) * Day.lengthMilliseconds - Day.offsetMilliseconds)
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// `2026-05-25`, for the API, CSV and tests.
    package var iso: String {
        let (year, month, day) = civil
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// `5月25日`, or with the year when it is not the given one.
    package func chinese(from today: Day) -> String {
        let (year, month, day) = civil
        return (year == today.civil.year ? "" : "\(year)年") + "\(month)月\(day)日"
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
