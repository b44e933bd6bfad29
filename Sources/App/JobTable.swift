import Database
import Domain
import Web

/// A hold on one piece of work for a while. Whoever does not come back loses it by itself.
struct Lease: Sendable {
    static let seconds: Int64 = 120

    let name: String
    let token: [UInt8]

    /// Drawn outside the write, because its closure may run twice.
    static func draw(_ name: String) -> Lease {
        Lease(name: name, token: Array(RandomToken.text().utf8))
    }
}

/// The rows of timed work. Taken by compare-and-set, so that of any number of workers one does it.
enum JobTable {
    /// When each piece is due and until when somebody holds it.
    struct Entry: Sendable {
        var dueAt: Instant
        var leaseUntil: Instant?
        var attempts: Int

        func isFree(at now: Instant) -> Bool { leaseUntil.map { $0 <= now } ?? true }
    }

    static func entries(in db: Transaction) throws -> [String: Entry] {
        let rows = try db.rows("SELECT name, due_at, lease_until, attempts FROM job WHERE key = ''")
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let until: Int64? = try row[2]
                let entry = Entry(
                    dueAt: Instant(ms: try row[1]), leaseUntil: until.map(Instant.init(ms:)), attempts: try row[3])
                return (try row[0], entry)
            })
    }

    /// Makes the rows of new work, due at once.
    static func add(_ names: [String], at now: Instant, in db: Transaction) throws {
        for name in names {
            try db.run(
                """
                INSERT INTO job (name, key, due_at, attempts) VALUES (\(name), '', \(now.ms), 0)
                ON CONFLICT (name, key) DO NOTHING
                """)
        }
    }

    /// Takes the work if nobody holds it and it is due by `due`. False when another was quicker.
    static func take(_ lease: Lease, due: Instant, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            """
            UPDATE job SET lease_until = \(until(now).ms), lease_token = \(lease.token), attempts = attempts + 1
            WHERE name = \(lease.name) AND key = '' AND due_at <= \(due.ms)
              AND (lease_until IS NULL OR lease_until <= \(now.ms))
            """) == 1
    }

    /// Holds on to long work. False when the hold was lost.
    static func extend(_ lease: Lease, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            "UPDATE job SET lease_until = \(until(now).ms) WHERE \(held(lease))") == 1
    }

    static func finish(_ lease: Lease, nextAt next: Instant, in db: Transaction) throws {
        try db.run(
            """
            UPDATE job SET due_at = \(next.ms), lease_until = NULL, lease_token = NULL, attempts = 0
            WHERE \(held(lease))
            """)
    }

    /// Gives failed work back, to be tried again.
    static func giveBack(_ lease: Lease, retryAt: Instant, in db: Transaction) throws {
        try db.run(
            "UPDATE job SET due_at = \(retryAt.ms), lease_until = NULL, lease_token = NULL WHERE \(held(lease))")
    }

    private static func until(_ now: Instant) -> Instant { now.adding(seconds: Lease.seconds) }

    private static func held(_ lease: Lease) -> SQL {
        "name = \(lease.name) AND key = '' AND lease_token = \(lease.token)"
    }
}
