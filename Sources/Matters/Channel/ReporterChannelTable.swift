import Database
import Domain
import Record
import Secrets

/// The rows of what reporters chose. The messages' way out reads them when a message leaves, so a choice holds from then
/// on for all that has not left.
package enum ReporterChannelTable {
    /// A code that waits to be typed in.
    struct Proof: Sendable {
        var digest: [UInt8]
        var until: Instant
        var tries: Int
    }

    struct Kept: Sendable {
        var channel: ReporterChannel
        var proof: Proof?
        var chosenAt: Instant
    }

    static func kept(of matter: MatterID, in db: Transaction, keys: KeyRing) throws -> Kept? {
        let found = try db.row(
            """
            SELECT channel, address_sealed, proved_at, code_digest, code_until, code_tries, chosen_at
            FROM reporter_channel WHERE matter = \(matter)
            """)
        guard let row = found else { return nil }
        guard let way = ReporterChannel.Way(rawValue: try row[0]) else {
            throw DatabaseError.corrupt("reporter_channel")
        }
        let address = try (row[1] as [UInt8]?).map {
            Sensitive(try keys.openText($0, table: "reporter_channel", column: "address", row: matter))
        }
        let provedAt: Int64? = try row[2]
        let (digest, until, tries): ([UInt8]?, Int64?, Int) = (try row[3], try row[4], try row[5])
        let proof = digest.flatMap { digest in
            until.map { Proof(digest: digest, until: Instant(ms: $0), tries: tries) }
        }
        return Kept(
            channel: ReporterChannel(way, address: address, isProved: provedAt != nil), proof: proof,
            chosenAt: Instant(ms: try row[6]))
    }

    /// Writes a choice in place of an earlier one. A mailbox is used once its code came back.
    package static func put(
        _ channel: ReporterChannel, for matter: MatterID, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws {
        try put(channel, proof: nil, for: matter, at: now, in: db, keys: keys)
    }

    static func put(
        _ channel: ReporterChannel, proof: Proof?, for matter: MatterID, at now: Instant, in db: Transaction,
        keys: KeyRing
    ) throws {
        let sealed = channel.address.map {
            keys.seal($0.opened, table: "reporter_channel", column: "address", row: matter)
        }
        let provedAt = channel.isProved && sealed != nil ? now : nil
        try db.run(
            """
            INSERT INTO reporter_channel (matter, channel, address_sealed, proved_at, code_digest, code_until, code_tries,
              chosen_at)
            VALUES (\(matter), \(channel.way.rawValue), \(sealed), \(provedAt), \(proof?.digest), \(proof?.until),
              \(proof?.tries ?? 0), \(now))
            ON CONFLICT (matter) DO UPDATE SET channel = excluded.channel, address_sealed = excluded.address_sealed,
              proved_at = excluded.proved_at, code_digest = excluded.code_digest, code_until = excluded.code_until,
              code_tries = excluded.code_tries, chosen_at = excluded.chosen_at
            """)
    }

    static func countTry(of matter: MatterID, in db: Transaction) throws {
        try db.run("UPDATE reporter_channel SET code_tries = code_tries + 1 WHERE matter = \(matter)")
    }

    static func prove(_ matter: MatterID, at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            UPDATE reporter_channel SET proved_at = \(now), code_digest = NULL, code_until = NULL, code_tries = 0
            WHERE matter = \(matter)
            """)
    }
}
