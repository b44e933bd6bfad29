import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/station/{code}/villages`: the villages and communities a station looks after, and from which nobody was heard.
struct VillagePage: Sendable {
    private static let frame = PageFrame("村和社区", for: .staff)
    private static let most = 300

    struct Shown: Sendable {
        var duty: StationDuty
        var villages: [Village]
        var version: Int64
        var quietSince: Day
        var months: Int
        var today: Day
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let names = try names(context)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try KeepVillages.run(write, names, version: version, ids: &ids)
                return DeskAddress(code: code).villages
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private func names(_ context: AppContext) throws(FormErrors) -> [String] {
        var reader = context.reader
        let typed = reader.lines("names", "村和社区的名单", most: 20_000)
        var seen: Set<String> = []
        let names = typed.split(whereSeparator: { $0.isNewline || "、，,；;".contains($0) })
            .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty && seen.insert($0).inserted }
        if let long = names.first(where: { $0.count > 30 || $0.count < 2 }) {
            reader.add("names", "“\(long.prefix(12))”不像村名，请一行写一个，2 到 30 个字")
        }
        if names.count > Self.most { reader.add("names", "最多 \(Self.most) 个") }
        try reader.finish()
        return names
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let today = Day(of: installation.now())
        let shown = try await installation.stationRead(context) { db, duty, snapshot in
            let quiet = QuietSpan(snapshot.rules(at: duty.station.division, on: today), today)
            return Shown(
                duty: duty, villages: try VillageTable.villages(of: duty.station.id, in: db),
                version: try VillageTable.version(of: duty.station.id, in: db), quietSince: quiet.since,
                months: quiet.months, today: today)
        }
        return context.page(frame, VillageView(shown: shown, parts: parts).html)
    }
}

/// How long a village may be quiet before it is listed: six months, unless the place decided otherwise.
struct QuietSpan {
    let months: Int
    let since: Day

    init(_ rules: Rules, _ today: Day) {
        months = rules.number(.quietVillageMonths)
        since = today.adding(months: -months)
    }
}

/// The clerk writes the list anew; what is gone from it is kept for the records that name it.
enum KeepVillages {
    /// So far back the station's matters are read for the names.
    private static let back = 400

    static func run(_ write: StationWrite, _ names: [String], version: Int64, ids: inout IDs) throws {
        let station = write.duty.station.id
        let from = Day(of: write.now).adding(days: -back).start
        try VillageTable.mark(station, version: version, seen: from.ms << 20, in: write.db)
        var fresh: [Int64] = names.map { _ in ids.next() }
        try VillageTable.replace(names, of: station, in: write.db) { fresh.removeFirst() }
        try write.record(
            "villagesKept", [Fact("count", Int64(names.count))],
            texts: [TextPart(kind: "names", text: names.joined(separator: "\n"))], ids: &ids)
    }
}

struct VillageView {
    let shown: VillagePage.Shown
    let parts: FormParts

    private var address: DeskAddress { DeskAddress(code: shown.duty.station.code) }

    var html: HTML {
        """
        \(parts.summary)
        <h1>村和社区</h1>
        <p class="lead">\(shown.duty.station.name)：哪些村、哪些社区好久没有声音，要去走一走。</p>
        \(list)
        \(parts.form(
            action: address.villages.text, version: shown.version, submit: "保存名单", keep: "villages",
            parts.textArea(
                "names", "村和社区的名单", value: shown.villages.map(\.name).joined(separator: "\n"), rows: 10,
                notes: "一行写一个")))
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var list: HTML {
        guard !shown.villages.isEmpty else { return Notice.empty("还没有名单", "把本站服务的村和社区写在下面。") }
        let columns = ["村、社区", "最近一次反映", "最近一次走访", "情况"].map { Table.Column($0) }
        let rows: [[HTML]] = shown.villages.map { village in
            [
                "\(village.name)", day(village.lastOpinionOn), day(village.lastVisitOn),
                village.isQuiet(since: shown.quietSince)
                    ? StatusLabel("\(shown.months) 个月没有声音", .late).html : StatusLabel("有来往", .done).html,
            ]
        }
        return Table("村和社区最近的来往", columns, rows: rows).html
    }

    private func day(_ day: Day?) -> HTML { day.map { "\($0.chinese(from: shown.today))" } ?? "还没有" }
}
