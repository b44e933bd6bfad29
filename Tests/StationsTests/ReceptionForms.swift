import Database
import Directory
import Domain
import TestSupport

@testable import Stations

/// One visitor as the clerk writes her into the record.
struct WrittenVisitor {
    var words = "村口到学校的路灯坏了三盏，晚上看不见路。"
    var name = "张秀英"
    var phone = ""
    var village = ""
    var commonality = "common"
    var category = ""
    var outcome = "registered"
    var answerer = ""
    var answer = ""
    var isBypassed = false
    var isReadBack = true
    /// What stands in the folded part.
    var home: KeyValuePairs<String, String> = [:]

    func fields(_ place: Int) -> [(String, String)] {
        var fields = [
            ("words", words), ("name", name), ("phone", phone), ("village", village), ("commonality", commonality),
            ("category", category), ("outcome", outcome), ("answerer", answerer), ("answer", answer),
        ]
        if isReadBack { fields.append(("read_back", "yes")) }
        if isBypassed { fields.append(("bypass", "yes")) }
        fields += home.map { ($0.key, $0.value) }
        return fields.map { ("v\(place)_" + $0.0, $0.1) }
    }
}

extension StationGround {
    var desk: String { "/station/" + Self.street }

    /// A published reception of the street with both deputies.
    @discardableResult
    func addReception(
        on day: Day, slotMinutes: Int = 0, departments: [OrganID] = [], isPublished: Bool = true,
        at place: TestPlace = .street
    ) async throws -> Int64 {
        let (station, deputies, now) = (province.station(place), try await mandates(of: place), now)
        let head = province.head(of: place)
        return try await province.write { db, ids, snapshot in
            let names = departments.compactMap { snapshot.atlas.organ($0)?.name }.joined(separator: "、")
            let reception = Reception(
                id: ids.next(), station: station, day: day, hours: ReceptionHours(from: 540, to: 690), place: "一楼接待室",
                writtenAt: now,
                review: isPublished ? Review(account: head.account, name: head.name, at: now) : nil,
                slotMinutes: slotMinutes, departments: names)
            try ReceptionTable.insert([(reception, deputies: deputies)], in: db)
            try ReceptionTable.announce(departments, at: reception.id, in: db)
            return reception.id
        }
    }

    /// The form at `page`, sent to `path` with these fields; what the page hides in it goes along.
    func send(
        _ browser: Browser, _ page: String, to path: String, _ fields: [(String, String)], submission: String? = nil
    ) async throws -> Answer {
        _ = try await browser.get(page)
        let hidden = [
            ("form_token", browser.formToken ?? ""),
            ("submission", submission ?? browser.submission(of: path) ?? ""),
        ]
        return try await browser.post(raw: path, hidden + fields)
    }

    func record(
        _ browser: Browser, _ reception: Int64, _ visitors: [WrittenVisitor], rows: Int = 5,
        _ others: [(String, String)] = [], submission: String? = nil
    ) async throws -> Answer {
        let path = "\(desk)/receptions/\(reception)/record"
        let deputies = try await mandates(of: .street).map { ("deputies", String($0)) }
        let people = visitors.enumerated().flatMap { $1.fields($0 + 1) }
        return try await send(
            browser, path, to: path, [("rows", String(rows))] + deputies + people + others, submission: submission)
    }

    /// 每月第一个星期五 or another rhythm, as the clerk types it.
    func writeSchedule(
        _ browser: Browser, _ fields: [(String, String)], holiday: String = "nextWeek", version: String = "0",
        station code: String = StationGround.street, place: TestPlace = .street
    ) async throws -> Answer {
        let path = "/station/\(code)/schedule"
        let deputies = try await mandates(of: place).map { ("deputies", String($0)) }
        let others = [
            ("months", "every"), ("holiday", holiday), ("from", "15:00"), ("to", "16:00"), ("place", "一楼接待室"),
            ("at_once", "1"), ("scope", ""), ("slot", "0"), ("version", version),
        ]
        return try await send(browser, path, to: path, fields + others + deputies)
    }

    static let firstFriday = [("pattern", "weekday"), ("ordinal", "1"), ("weekday", "5")]

    /// Written by the clerk and confirmed by the head.
    func agreeSchedule(
        _ fields: [(String, String)], holiday: String = "nextWeek", version: String = "0", at place: TestPlace = .street
    ) async throws {
        let code = place.station?.code ?? ""
        let clerk = try await province.browser(as: province.clerk(of: place))
        _ = try await writeSchedule(
            clerk, fields, holiday: holiday, version: version, station: code, place: place)
        let head = try await province.browser(as: province.head(of: place))
        _ = try await head.get("/station/\(code)/schedule")
        _ = try await head.post("/station/\(code)/schedule/confirmation")
    }

    func days(of place: TestPlace = .street) async throws -> [String] {
        let station = province.station(place)
        return try await province.read { db in
            try db.rows("SELECT day FROM reception WHERE station = \(station) AND cancelled = 0 ORDER BY day").map {
                Day(number: try $0[0]).iso
            }
        }
    }

    /// A day out of the station's paper book.
    func paper(_ browser: Browser, day: String, visitors: Int = 0) async throws -> Answer {
        let deputies = try await mandates(of: .street).map { ("deputies", String($0)) }
        let people = (0..<visitors).flatMap { WrittenVisitor(words: "第\($0)页写的事。").fields($0 + 1) }
        let fields = [("rows", "5"), ("day", day), ("from", "9:00"), ("to", "11:00"), ("place", "本站")]
        return try await send(
            browser, desk + "/records/new", to: desk + "/records", fields + deputies + people)
    }

    func duty(of deputy: TestPerson) async throws -> [DutyEvent] {
        let keys = province.installation.keys
        return try await province.read { db in
            try DutyTable.events(of: deputy.person, limit: 50, in: db, keys: keys)
        }
    }

    /// Where what the event says stands written: the kind and the id of its source.
    func evidence(of event: DutyEvent) async throws -> String {
        let id = event.id
        return try await province.read { db in
            guard let row = try db.row("SELECT source_kind, source FROM duty_event WHERE id = \(id)") else {
                throw NotFound()
            }
            return "\(try row[0] as String) \(try row[1] as Int64)"
        }
    }

    /// Every sealed text of the record.
    func texts() async throws -> [String] {
        let log = province.installation.log
        return try await province.read { db in
            let events: [Int64] = try db.rows("SELECT id FROM event").map { try $0[0] }
            return try log.texts(of: events, in: db).values.flatMap { $0.map(\.text) }
        }
    }
}
