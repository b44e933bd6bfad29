import Domain

/// An iCalendar file (RFC 5545): lines of at most 75 bytes ended by CR LF, instants in UTC, and identifiers that stay,
/// so that a calendar that asks again changes what moved instead of adding it.
struct CalendarFile {
    struct Entry {
        /// Stays the same for good.
        var id: String
        /// Rises with each change.
        var sequence: Int64
        var changedAt: Instant
        var start: Instant
        var end: Instant
        var summary: String
        var location: String
        var description: String
        var isCancelled: Bool
    }

    let name: String
    let entries: [Entry]

    var text: String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lianxin//Receptions//ZH", "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name),
            ] + entries.flatMap(Self.lines) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func lines(_ entry: Entry) -> [String] {
        [
            "BEGIN:VEVENT", "UID:" + entry.id, "SEQUENCE:\(entry.sequence)", "DTSTAMP:" + utc(entry.changedAt),
            "DTSTART:" + utc(entry.start), "DTEND:" + utc(entry.end), "SUMMARY:" + escaped(entry.summary),
            "LOCATION:" + escaped(entry.location), "DESCRIPTION:" + escaped(entry.description),
            "STATUS:" + (entry.isCancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT",
        ]
    }

    /// `20260603T010000Z`.
    static func utc(_ instant: Instant) -> String {
        // The day in UTC: `Day` counts local ones.
        let seconds = Int(instant.ms / 1000)
        let day = Day(number: Int32(seconds / 86_400))
        let rest = seconds % 86_400
        let (year, month, date) = day.civil
        return padded(year, 4) + padded(month, 2) + padded(date, 2) + "T" + padded(rest / 3600, 2)
            + padded(rest / 60 % 60, 2) + padded(rest % 60, 2) + "Z"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\n", with: "\\n")
    }

    /// A line goes on behind CR LF and a blank; no character is cut in two.
    static func folded(_ line: String) -> String {
        var folded = ""
        var width = 0
        for character in line {
            let size = character.utf8.count
            if width + size > 75 {
                folded += "\r\n "
                width = 1
            }
            folded.append(character)
            width += size
        }
        return folded
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
