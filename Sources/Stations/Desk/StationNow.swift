import Database
import Directory
import Domain
import Web

/// What the clerk and the head of a station have to do next about receptions, and whom to call: four statements.
struct StationNow: Sendable {
    var unwritten: [(id: Int64, day: Day)]
    var quiet: [Village]
    var quietMonths: Int
    var bookings: Int
    /// The first reception that is booked for.
    var nextBooked: Int64?
    var entriesAsked: Int
    var dutyOpen: Int
    var schedulesWaiting: Int
    /// Deputies of the station who never signed in, the highest congress first.
    var absent: [String]

    init(_ station: Station, rules: Rules, _ today: Day, in db: Transaction) throws {
        let span = QuietSpan(rules, today)
        unwritten = try RecordTable.unwritten(at: station.id, from: today.adding(days: -31), through: today, in: db)
        quiet = try VillageTable.quiet(of: station.id, since: span.since, in: db)
        quietMonths = span.months
        absent = try Self.absent(at: station.id, in: db)
        let id = station.id
        let counts = try db.rows(
            """
            SELECT 1, count(*) FROM reception r JOIN booking b ON b.reception = r.id
            WHERE r.station = \(id) AND r.day >= \(today.number) AND b.state = 'booked'
            UNION ALL
            SELECT 2, count(*) FROM entry_time
            WHERE station = \(id) AND day >= \(today.number) AND state = 'requested'
            UNION ALL
            SELECT 3, count(*) FROM duty_event
            WHERE station = \(id) AND withdrawn_at IS NULL
              AND (verified_at IS NULL OR (objected_at IS NOT NULL AND settled_at IS NULL))
            UNION ALL
            SELECT 4, count(*) FROM reception_schedule WHERE station = \(id) AND state = 'waiting'
            UNION ALL
            SELECT 5, (SELECT r.id FROM reception r
              WHERE r.station = \(id) AND r.day >= \(today.number)
                AND EXISTS (SELECT 1 FROM booking b WHERE b.reception = r.id AND b.state = 'booked')
              ORDER BY r.day, r.from_minute LIMIT 1)
            """)
        let byKind: [Int: Int64?] = try Dictionary(uniqueKeysWithValues: counts.map { (try $0[0], try $0[1]) })
        func count(_ kind: Int) -> Int { Int((byKind[kind] ?? 0) ?? 0) }
        bookings = count(1)
        entriesAsked = count(2)
        dutyOpen = count(3)
        schedulesWaiting = count(4)
        nextBooked = byKind[5] ?? nil
    }

    /// Whether they have an account or not: nothing reaches them on the way, and nobody else would notice.
    private static func absent(at station: StationID, in db: Transaction) throws -> [String] {
        // A value rather than a join, so that no planner goes over all accounts for a few deputies.
        let rows = try db.rows(
            """
            SELECT m.person, m.name_public, (SELECT MAX(a.last_sign_in) FROM account a WHERE a.person = m.person)
            FROM mandate m WHERE m.home_station = \(station) AND m.status = 'active'
            ORDER BY m.level DESC, m.id
            """)
        // Who sits in two congresses is one person.
        var seen: Set<PersonID> = []
        return try rows.filter { row in
            let last: Int64? = try row[2]
            return try last == nil && seen.insert(row[0]).inserted
        }.map { try $0[1] }
    }
}

/// 现在要做的: each line says why it is here and leads to its one next step. Empty where there is nothing.
struct StationNowView {
    let now: StationNow
    let address: DeskAddress
    let today: Day

    private static let mostNames = 8

    var html: HTML {
        let lines = lines
        guard !lines.isEmpty else { return HTML() }
        return """
            <h2>现在要做的</h2>
            <ul>\(each: lines, { "<li>\($0)</li>\n" })</ul>
            """
    }

    private var lines: [HTML] {
        var lines: [HTML] = now.unwritten.map { reception in
            """
            <a href="\(address: address.record(of: reception.id))">写\(reception.day == today ? "今天" : reception.day.chinese(from: today))的接待记录</a>
            """
        }
        if now.schedulesWaiting > 0 { lines.append("<a href=\"\(address: address.schedule)\">接待安排的规律等站长确认</a>") }
        if now.entriesAsked > 0 {
            lines.append("<a href=\"\(address: address.entries)\">\(now.entriesAsked) 位代表约了进站时间，等站长确认</a>")
        }
        if now.dutyOpen > 0 {
            lines.append("<a href=\"\(address: address.duty)\">\(now.dutyOpen) 条履职登记等站长核实</a>")
        }
        if now.bookings > 0 { lines.append(booked) }
        if !now.quiet.isEmpty { lines.append(quiet) }
        if !now.absent.isEmpty { lines.append(absent) }
        return lines
    }

    private var booked: HTML {
        let next: HTML = now.nextBooked.map { "，<a href=\"\(address: address.reception($0))\">看最近的这一次</a>" } ?? HTML()
        return "以后的接待有 \(now.bookings) 位群众约了时间，写记录的时候会自动列出来\(next)"
    }

    private var absent: HTML {
        let names = now.absent.prefix(Self.mostNames).joined(separator: "、")
        return """
            还有 \(now.absent.count) 位代表从没登录过：\(names)\(if: now.absent.count > Self.mostNames, " 等")。\
            请打电话问一问，帮着登录一次；没有账号或者激活码的，请找系统管理员
            """
    }

    private var quiet: HTML {
        let names = now.quiet.prefix(Self.mostNames).map(\.name).joined(separator: "、")
        return """
            <a href="\(address: address.villages)">\(now.quiet.count) 个村、社区 \(now.quietMonths) 个月没有声音</a>：\
            \(names)\(if: now.quiet.count > Self.mostNames, " 等")
            """
    }
}

/// The ways to what is written and asked about receptions.
struct StationWaysView {
    let address: DeskAddress

    var html: HTML {
        """
        <ul>
        <li><a href="\(address: address.schedule)">接待安排的规律</a>：写一次，以后的接待自己排好</li>
        <li><a href="\(address: address.paperRecord)">补录纸质接待簿</a>：事后把本子上的一次接待录进来</li>
        <li><a href="\(address: address.visit)">写走访记录</a>：代表到村里、社区走访</li>
        <li><a href="\(address: address.villages)">村和社区</a>：哪些地方好久没有声音</li>
        <li><a href="\(address: address.entries)">代表约定进站时间</a></li>
        <li><a href="\(address: address.duty)">履职登记</a>：等核实的和有异议的</li>
        </ul>
        """
    }
}
