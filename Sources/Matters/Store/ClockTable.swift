import Database
import Domain
import Record

/// The running clocks of matters, and when timed work must look at each.
enum ClockTable {
    static func clocks(of matter: MatterID, in db: Transaction) throws -> [Clock] {
        try db.rows(
            """
            SELECT kind, organ, started_on, due_on, rule, policy_key, policy_version, is_provisional, explanation,
              reminded_on, overdue_on, silence_on
            FROM matter_clock WHERE matter = \(matter) ORDER BY due_on, kind, organ
            """
        ).map(clock)
    }

    /// Of several matters in one statement, for lists.
    static func clocks(of matters: [MatterID], in db: Transaction) throws -> [MatterID: [Clock]] {
        let rows = try db.rows(
            """
            SELECT kind, organ, started_on, due_on, rule, policy_key, policy_version, is_provisional, explanation,
              reminded_on, overdue_on, silence_on, matter
            FROM matter_clock WHERE matter IN \(list: matters) ORDER BY due_on, kind, organ
            """)
        return try Dictionary(grouping: rows) { try $0[12] as MatterID }.mapValues { try $0.map(clock) }
    }

    private static func clock(_ row: Row) throws -> Clock {
        guard let kind = ClockKind(rawValue: try row[0]), let rule = DeadlineRule(code: try row[4] as String) else {
            throw DatabaseError.corrupt("matter_clock")
        }
        let deadline = Deadline(
            startedOn: try row[2], rule: rule, dueOn: try row[3], isProvisional: try row[7], explanation: try row[8])
        let organ: Int64 = try row[1]
        var clock = Clock(
            kind, deadline, policy: (try row[5] as String?).flatMap(PolicyKey.init), version: try row[6],
            organ: organ == 0 ? nil : organ)
        clock.remindedOn = try row[9]
        clock.overdueMarkedOn = try row[10]
        clock.silencePassedOn = try row[11]
        return clock
    }

    /// Writes what changed between two lists of clocks.
    static func replace(
        _ old: [Clock], by new: [Clock], of matter: MatterID, rules: Rules, in db: Transaction
    ) throws {
        for clock in old where !new.contains(where: { $0.kind == clock.kind && $0.organ == clock.organ }) {
            try db.run(
                """
                DELETE FROM matter_clock
                WHERE matter = \(matter) AND kind = \(clock.kind.rawValue) AND organ = \(clock.organ ?? 0)
                """)
        }
        for clock in new where !old.contains(clock) {
            try put(clock, of: matter, rules: rules, in: db)
        }
    }

    private static func put(_ clock: Clock, of matter: MatterID, rules: Rules, in db: Transaction) throws {
        let deadline = clock.deadline
        try db.run(
            """
            INSERT INTO matter_clock (matter, kind, organ, started_on, due_on, rule, policy_key, policy_version,
              is_provisional, explanation, reminded_on, overdue_on, silence_on, wake_at)
            VALUES (\(matter), \(clock.kind.rawValue), \(clock.organ ?? 0), \(deadline.startedOn), \(deadline.dueOn),
              \(deadline.rule.code), \(clock.policy?.rawValue), \(clock.policyVersion), \(deadline.isProvisional),
              \(deadline.explanation), \(clock.remindedOn), \(clock.overdueMarkedOn), \(clock.silencePassedOn),
              \(clock.wakesAt(under: rules)))
            ON CONFLICT (matter, kind, organ) DO UPDATE SET started_on = excluded.started_on,
              due_on = excluded.due_on, rule = excluded.rule, policy_key = excluded.policy_key,
              policy_version = excluded.policy_version, is_provisional = excluded.is_provisional,
              explanation = excluded.explanation, reminded_on = excluded.reminded_on,
              overdue_on = excluded.overdue_on, silence_on = excluded.silence_on, wake_at = excluded.wake_at
            """)
    }
}
