import Database
import TestSupport

extension FurnishedProvince {
    /// PostgreSQL chooses by size and by what it knows of the values, and would read a few rows whole. What belongs to a
    /// station is spread over five hundred of them; of every other table it is told that it holds a million rows.
    func pretendGrowth() async throws {
        let (place, organ) = (province.division(.otherTown), try await province.organ(.presidium, in: .otherTown))
        let deputy = try await province.value("SELECT MIN(id) FROM mandate") as Int64? ?? 0
        try await province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO station (id, code, division, organ, level, kind, name, phone, address, hours, equipment, status)
                SELECT 10000000 + n, 'X' || n, \(place), \(organ), 'village', 'ordinary', 'X', '', '', '', '', 'closed'
                FROM generate_series(1, 500) n
                """)
            try db.run(
                """
                INSERT INTO liaison_point (id, code, station, name, address)
                SELECT 10000000 + n, 'X' || n, 10000000 + n % 500 + 1, 'X', '' FROM generate_series(1, 1500) n
                """)
            try db.run(
                """
                INSERT INTO reception (id, station, day, from_minute, to_minute, place, scope, written_at, cancelled, version)
                SELECT 10000000 + n, 10000000 + n % 500 + 1, n % 365, 540, 600, 'X', '', 0, 0, 1
                FROM generate_series(1, 5000) n
                """)
            try db.run(
                """
                INSERT INTO reception_deputy (reception, mandate)
                SELECT 10000000 + n, \(deputy) FROM generate_series(1, 5000) n
                """)
        }
        try await province.write { db, _, _ in
            try db.run("ANALYZE station, liaison_point, reception, reception_deputy")
            try db.run(
                """
                UPDATE pg_class SET reltuples = 1000000, relpages = 1
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples <= 0
                """)
        }
    }
}
