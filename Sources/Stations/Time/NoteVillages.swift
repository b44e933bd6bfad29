import Database
import Directory
import Domain

/// Timed work: reads the masked words of a station's new matters for the names of its villages, so that a village whose
/// people write or call is not taken for a quiet one. What by-passes the station is not among them.
package enum NoteVillages {
    private static let batch = 500

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation, at: now) {}
    }

    /// One station, up to a batch of its matters; again today only when there are more.
    private static func step(in installation: Installation, at now: Instant) async throws -> Bool {
        try await installation.database.write { db in
            let since = now.adding(seconds: -86_400).ms
            let mark = try db.row(
                """
                SELECT station, seen FROM village_mark WHERE looked_at <= \(since) ORDER BY looked_at, station LIMIT 1
                """)
            guard let mark else { return false }
            let (station, seen): (StationID, Int64) = (try mark[0], try mark[1])
            let division = try installation.snapshot(in: db).atlas.station(station)?.division ?? 0
            let rows = try db.rows(
                """
                SELECT a.sort_key, m.registered_at, w.place, w.masked
                FROM matter_area a JOIN matter m ON m.id = a.matter JOIN matter_words w ON w.matter = a.matter
                WHERE a.area = \(division) AND a.sort_key > \(seen) ORDER BY a.sort_key LIMIT \(batch)
                """)
            try note(rows, at: station, in: db)
            let last: Int64 = try rows.last.map { try $0[0] } ?? seen
            let looked = rows.count == batch ? since : now.ms
            try db.run("UPDATE village_mark SET seen = \(last), looked_at = \(looked) WHERE station = \(station)")
            return true
        }
    }

    private static func note(_ rows: [Row], at station: StationID, in db: Transaction) throws {
        guard !rows.isEmpty else { return }
        let villages = try VillageTable.villages(of: station, in: db)
        var heard: [Int64: Day] = [:]
        for row in rows {
            let day = Day(of: Instant(ms: try row[1]))
            let text = try (row[2] as String) + (row[3] as String)
            for village in villages where text.contains(village.name) { heard[village.id] = day }
        }
        for (village, day) in heard.sorted(by: { $0.key < $1.key }) { try VillageTable.heard(village, on: day, in: db) }
    }
}
