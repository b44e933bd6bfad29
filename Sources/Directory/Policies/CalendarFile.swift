import Domain
import Foundation

/// The calendar as a file: day, workday (0 holiday, 1 make-up working day), name, notice_year.
package enum CalendarFile {
    private static let columns = ["day", "workday", "name", "notice_year"]

    /// The calendar the program comes with.
    package static func included() throws -> [CalendarDay] {
        let file = Bundle.module.bundleURL.appendingPathComponent("Resources/calendar.csv")
        return try parse([UInt8](Data(contentsOf: file)))
    }

    /// Reads a file somebody brings; the first wrong line is named, because a wrong day moves deadlines.
    package static func parse(_ bytes: [UInt8]) throws(FormErrors) -> [CalendarDay] {
        let file = try CSVFile(bytes: bytes)
        guard file.header == columns else {
            throw FormErrors("file", "工作日历的列名应当依次是 \(columns.joined(separator: "、"))")
        }
        var days: [Day: CalendarDay] = [:]
        for record in file.records {
            guard let day = day(record.cells) else {
                throw FormErrors("file", "第 \(record.line) 行有误：应为日期、是否工作日（0 或 1）、名称和通知年份")
            }
            guard days.updateValue(day, forKey: day.day) == nil else {
                throw FormErrors("file", "第 \(record.line) 行有误：\(day.day.iso) 在文件里出现了两次")
            }
        }
        return days.values.sorted { $0.day < $1.day }
    }

    private static func day(_ cells: [String]) -> CalendarDay? {
        guard cells.count == 4, let day = Day(iso: cells[0]), cells[1] == "0" || cells[1] == "1",
            let year = Int(cells[3]), abs(day.civil.year - year) <= 1
        else { return nil }
        return CalendarDay(day: day, isWorkday: cells[1] == "1", name: cells[2], noticeYear: year)
    }
}
