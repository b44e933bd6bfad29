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
                SELECT 10000000 + n, m.id
                FROM generate_series(1, 5000) n JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place,
                  COUNT(*) OVER () AS all_of_them FROM mandate) m ON m.place = n % m.all_of_them
                """)
            try growReceptions(in: db, deputy: deputy)
            try growMessages(in: db, area: place)
        }
        try await province.write { db, _, _ in
            try db.run(
                """
                ANALYZE station, liaison_point, reception, reception_deputy, reception_schedule, schedule_deputy, booking,
                  entry_time, village, reception_record, message, sending
                """)
            try db.run(
                """
                UPDATE pg_class SET reltuples = 1000000, relpages = 1
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples <= 0
                """)
        }
    }

    private func growReceptions(in db: Transaction, deputy: Int64) throws {
        try db.run(
            """
            INSERT INTO reception_schedule (id, station, rule, holiday, from_minute, to_minute, place, scope, slot_minutes,
              at_once, next_turn, state, planned_through, written_at, reviewer_name, published_at, version)
            SELECT 10000000 + n, 10000000 + n, 'X', 'skip', 540, 600, 'X', '', 0, 1, 0, 'approved', n, 0, 'X', 0, 1
            FROM generate_series(1, 500) n
            """)
        try db.run(
            """
            INSERT INTO schedule_deputy (schedule, turn, mandate)
            SELECT 10000000 + n, 0, \(deputy) FROM generate_series(1, 500) n
            """)
        try db.run(
            """
            INSERT INTO booking (id, reception, day, from_minute, state, made_at, reminded)
            SELECT 10000000 + n, 10000000 + n, n % 365, 540, 'booked', 0, 1 FROM generate_series(1, 5000) n
            """)
        try db.run(
            """
            INSERT INTO entry_time (id, station, mandate, person, day, from_minute, to_minute, purpose, state, reason,
              asked_at, reminded, version)
            SELECT 10000000 + n, 10000000 + n % 500 + 1, m.id, m.person, n % 365, 540, 600, 'X', 'confirmed', '', 0, 1, 1
            FROM generate_series(1, 5000) n JOIN mandate m ON m.id = \(deputy)
            """)
        try db.run(
            """
            INSERT INTO village (id, station, name, last_opinion_on, last_visit_on, is_kept)
            SELECT 10000000 + n, 10000000 + n % 500 + 1, 'X' || n, 0, 0, 1 FROM generate_series(1, 5000) n
            """)
        try db.run(
            """
            INSERT INTO reception_record (reception, departments, visitors, is_late, written_on, written_by, writer_name,
              written_at)
            SELECT 10000000 + n, '', 0, 0, 0, (SELECT MIN(id) FROM account), 'X', 0 FROM generate_series(1, 5000) n
            """)
    }

    private func growMessages(in db: Transaction, area: Int64) throws {
        try db.run(
            """
            INSERT INTO message (id, key, kind, recipient, address_kind, area, is_urgent, not_before, created_at)
            SELECT 10000000 + n, 'X' || n, 'receipt', 'address', 'email', \(area), 0, 0, 0 FROM generate_series(1, 5000) n
            """)
        try db.run(
            """
            INSERT INTO sending (id, message, channel, area, state, attempts, is_uncertain, created_at, ended_at, via,
              cost, reason, version)
            SELECT 10000000 + n, 10000000 + n, 'email', \(area), 'sent', 1, 0, 0, n, 'file', 0, '', 1
            FROM generate_series(1, 5000) n
            """)
    }
}
