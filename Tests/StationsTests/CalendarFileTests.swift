import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a telephone asks for a station's calendar")
struct CalendarFileTests {
    private let path = "/s/YC001/calendar.ics"

    @Test("it gets what is published, in UTC, each under a name that stays")
    func published() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let id = try await ground.addReception(on: Day(2026, 5, 28))
        try await ground.addReception(on: Day(2026, 6, 4), isPublished: false)
        let browser = try await province.browser()

        let answer = try await browser.get(path)
        let events = try parsed(answer.text)

        #expect(answer.status == .ok && answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(events.count == 1)
        let event = try #require(events.first)
        #expect(event["UID"] == "reception-\(id)@lianxin")
        #expect(event["DTSTART"] == "20260528T010000Z" && event["DTEND"] == "20260528T033000Z")
        #expect(event["STATUS"] == "CONFIRMED" && event["SUMMARY"] == "北关街道代表联络站代表接待群众")
        #expect(try await browser.get("/s/XX999/calendar.ics").status == .notFound)
    }

    @Test("cancelled ones say so, under the same name with a higher number")
    func cancelled() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let id = try await ground.addReception(on: Day(2026, 5, 28))
        let before = try parsed(try await province.browser().get(path).text)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get("/station/YC001/receptions/\(id)")
        _ = try await clerk.post("/station/YC001/receptions/\(id)/cancellation", ["reason": "会场维修"])

        let after = try parsed(try await province.browser().get(path).text)

        #expect(after.first?["UID"] == before.first?["UID"] && after.first?["STATUS"] == "CANCELLED")
        #expect(Int(after.first?["SEQUENCE"] ?? "") ?? 0 > Int(before.first?["SEQUENCE"] ?? "") ?? 9)
        #expect(!(try await province.browser().get(path).text).contains("会场维修"))
    }

    @Test("a deputy has her own receptions, announced or not, and the times the head confirmed")
    func deputy() async throws {
        let ground = try await StationGround()
        let province = ground.province
        try await ground.addReception(on: Day(2026, 6, 4), isPublished: false)
        let own = try await province.browser(as: province.deputy(of: .street))
        _ = try await own.get("/station/YC001/entries")
        _ = try await own.post(
            "/station/YC001/entries", ["day": "2026-06-01", "from": "9:00", "to": "10:00", "purpose": "碰头"])
        let head = try await province.browser(as: province.head(of: .street))
        let entry: Int64 = try #require(try await province.value("SELECT id FROM entry_time"))
        _ = try await head.get("/station/YC001/entries")
        _ = try await head.post("/station/YC001/entries/\(entry)/confirmation")

        let events = try parsed(try await own.get("/duty/calendar.ics").text)

        #expect(Set(events.map { $0["DTSTART"] }) == ["20260604T010000Z", "20260601T010000Z"])
        let other = try await province.browser(as: province.deputy(of: .town)).get("/duty/calendar.ics").text
        #expect(try parsed(other).isEmpty)
        #expect(try await province.browser().get("/duty/calendar.ics").location?.hasPrefix("/sign-in") == true)
        #expect(try await head.get("/duty/calendar.ics").status == .notFound)
    }

    @Test("long lines are folded between characters, special signs are escaped")
    func folded() throws {
        let long = String(repeating: "联络站，在便民服务中心；", count: 20) + "\n第二行\\,;"
        let entry = CalendarFile.Entry(
            id: "x@lianxin", sequence: 1, changedAt: Day(2026, 5, 25).start, start: Day(2026, 5, 28).start,
            end: Day(2026, 5, 28).end, summary: long, location: "a,b", description: "", isCancelled: false)

        let text = CalendarFile(name: "站", entries: [entry]).text

        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 75)
            #expect(!line.contains("\n"))
        }
        #expect(
            try parsed(text).first?["SUMMARY"]
                == long.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
                .replacing(",", with: "\\,").replacing("\n", with: "\\n"))
        #expect(try parsed(text).first?["LOCATION"] == "a\\,b")
    }

    /// Line by line, as RFC 5545 says: unfolded, named, begun and ended.
    private func parsed(_ text: String) throws -> [[String: String]] {
        #expect(text.hasSuffix("\r\n"))
        var lines: [String] = []
        for line in text.replacing("\r\n", with: "\u{1E}").split(separator: "\u{1E}") {
            if line.first == " " {
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(String(line))
            }
        }
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.contains("VERSION:2.0"))
        var events: [[String: String]] = []
        var open: [String: String]?
        for line in lines {
            switch line {
            case "BEGIN:VEVENT": open = [:]
            case "END:VEVENT":
                events.append(try #require(open))
                open = nil
            case _:
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                #expect(parts.count == 2)
                open?[String(parts[0])] = String(parts[1])
            }
        }
        for event in events {
            for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE"] { #expect(event[name] != nil) }
        }
        return events
    }
}
