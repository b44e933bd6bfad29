import Database
import Directory
import Domain
import Secrets

/// What must be true of matters in a live database. Each check names the rows that break it, by number.
package enum MatterChecks {
    package typealias Progress = @Sendable (_ more: Int) -> Void

    /// How many matters there are, for progress.
    package static func size(_ installation: Installation) async throws -> Int {
        try await installation.database.read { db in try db.value("SELECT COUNT(*) FROM matter") ?? 0 }
    }

    /// Rows agree with the last event of their chain, with their clocks and with their lists.
    package static func projections(
        _ installation: Installation, _ progress: @escaping Progress
    ) async throws -> [String] {
        try await walk(installation, progress) { db, stored, snapshot in
            try MatterProjection(
                stored: stored, atlas: snapshot.atlas, log: installation.log, keys: installation.keys
            ).faults(in: db)
        }
    }

    /// Every open matter has a holder who can be reached and a clock that runs.
    package static func holders(
        _ installation: Installation, _ progress: @escaping Progress
    ) async throws -> [String] {
        let now = installation.now()
        return try await walk(installation, progress) { _, stored, snapshot in
            ownerAndClock(stored.matter, snapshot.atlas, at: now)
        }
    }

    private static func ownerAndClock(_ matter: Matter, _ atlas: Atlas, at now: Instant) -> [String] {
        guard !matter.state.isFinal else { return [] }
        var faults: [String] = []
        if matter.mainClock == nil { faults.append("\(matter.number)：没有时限") }
        switch matter.holder {
        case nil: faults.append("\(matter.number)：没有经办单位")
        case .station(let id)? where !atlas.isReachable(station: id, at: now):
            faults.append("\(matter.number)：\(atlas.station(id)?.name ?? "联络站")没有能联系到的人")
        case .organ(let id)? where !atlas.isReachable(organ: id, at: now):
            faults.append("\(matter.number)：\(atlas.organ(id)?.name ?? "单位")没有能联系到的人")
        case .station, .organ: break
        }
        return faults
    }

    /// The sums, counted anew from the rows.
    package static func counters(
        _ installation: Installation, _ progress: @escaping Progress
    ) async throws -> [String] {
        let counted = CounterTally()
        _ = try await walk(installation, progress) { db, stored, snapshot in
            try counted.add(stored.matter, snapshot.atlas, in: db)
            return []
        }
        return try await installation.database.read { db in
            try counted.faults(against: CounterTally(in: db, atlas: installation.snapshot(in: db).atlas))
        }
    }

    private static let batch = 500

    private static func walk(
        _ installation: Installation, _ progress: @escaping Progress,
        _ check: @escaping @Sendable (Transaction, StoredMatter, Snapshot) throws -> [String]
    ) async throws -> [String] {
        var faults: [String] = []
        var after: MatterID = 0
        while true {
            let start = after
            let (last, found, count) = try await installation.database.read { db in
                let snapshot = try installation.snapshot(in: db)
                let ids: [MatterID] = try db.rows(
                    "SELECT id FROM matter WHERE id > \(start) ORDER BY id LIMIT \(batch)"
                ).map { try $0[0] }
                var found: [String] = []
                for id in ids {
                    do {
                        guard let stored = try MatterTable.matter(id, in: db) else { continue }
                        found += try check(db, stored, snapshot)
                    } catch DatabaseError.corrupt(let what) {
                        found.append("\(what)：这一行读不出来")
                    }
                }
                return (ids.last, found, ids.count)
            }
            guard let last else { return faults }
            faults += found
            progress(count)
            after = last
        }
    }
}
