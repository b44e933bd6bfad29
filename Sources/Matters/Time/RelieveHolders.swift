import Database
import Directory
import Domain
import Record

/// Timed work: matters whose holder can no longer be reached go to the next above who can. Never into a void.
package enum RelieveHolders {
    private static let batch = 100

    package static func run(in installation: Installation, at now: Instant) async throws {
        let atlas = try await installation.snapshot().atlas
        for division in atlas.divisions {
            for station in atlas.stations(in: division.id) where !atlas.isReachable(station: station.id, at: now) {
                // Also those an office holds meanwhile: the station's people speak with the reporter.
                try await relieve("station = \(station.id)", in: installation, at: now)
            }
            for organ in atlas.organs(in: division.id) where !atlas.isReachable(organ: organ.id, at: now) {
                try await relieve("holder_organ = \(organ.id)", in: installation, at: now)
            }
        }
    }

    private static func relieve(_ held: SQL, in installation: Installation, at now: Instant) async throws {
        var after: Int64 = 0
        while true {
            let place: SQL =
                "SELECT id FROM matter WHERE due_at IS NOT NULL AND " + held + " AND id > \(after) ORDER BY id"
            let found: [MatterID] = try await installation.database.read { db in
                try db.rows(place + " LIMIT \(batch)").map { try $0[0] }
            }
            guard let last = found.last else { return }
            try await move(found, in: installation, at: now)
            after = last
        }
    }

    private static func move(_ found: [MatterID], in installation: Installation, at now: Instant) async throws {
        let leased = try await installation.ids.take(512)
        try await installation.database.write { db in
            var ids = leased
            for id in found {
                guard let stored = try MatterTable.matter(id, in: db), !stored.matter.state.isFinal else { continue }
                do {
                    _ = try ActOnMatter.run(
                        db, stored, ActRequest(.ready(.moveUnreachable)), by: .system, at: now, ids: &ids,
                        in: installation)
                } catch is Refusal {
                    // Somebody came back meanwhile, or nobody above can be reached either: `verify` lists those.
                    continue
                }
            }
        }
    }
}
