import Database
import Domain

/// The published working days as rows.
package enum CalendarStore {
    /// Everything loaded so far as one calendar.
    package static func load(in db: Transaction) throws -> WorkCalendar {
        let years: [Int] = try db.rows("SELECT year FROM calendar_year ORDER BY year").map { try $0[0] }
        var exceptions: [Day: Bool] = [:]
        var names: [Day: String] = [:]
        try db.each("SELECT day, is_workday, name FROM calendar_day ORDER BY day") { row in
            let day = Day(number: try row[0])
            exceptions[day] = try row[1]
            names[day] = try row[2]
        }
        return WorkCalendar(exceptions: exceptions, coveredYears: unbroken(years), names: names)
    }

    /// The newest run of years without a gap: a deadline across a missing year is provisional.
    static func unbroken(_ years: [Int]) -> ClosedRange<Int> {
        // Nothing loaded: every day follows the plain week and every deadline of today is provisional.
        guard let last = years.last else { return 1970...1970 }
        var first = last
        for year in years.reversed().dropFirst() where year == first - 1 { first = year }
        return first...last
    }
}
