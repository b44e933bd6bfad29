import Database
import Domain
import Secrets

/// 登录验证码: six digits sent to a telephone, good for some minutes, some tries and one sign-in, and only for the browser
/// or program that asked for it. A telephone nobody has gets a row too, with a digest that no code fits.
enum SignInCodeTable {
    struct Kept: Sendable {
        var phone: [UInt8]
        var digest: [UInt8]
        var tries: Int
        var expiresAt: Instant
    }

    static func put(
        _ digest: [UInt8], for phone: [UInt8], holder: [UInt8], at now: Instant, until end: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO sign_in_code (holder, phone_index, digest, tries, made_at, expires_at)
            VALUES (\(holder), \(phone), \(digest), 0, \(now.ms), \(end.ms))
            ON CONFLICT (holder) DO UPDATE SET phone_index = excluded.phone_index, digest = excluded.digest, tries = 0,
              made_at = excluded.made_at, expires_at = excluded.expires_at
            """)
    }

    static func find(_ holder: [UInt8], in db: Transaction) throws -> Kept? {
        try db.row("SELECT phone_index, digest, tries, expires_at FROM sign_in_code WHERE holder = \(holder)").map {
            Kept(phone: try $0[0], digest: try $0[1], tries: try $0[2], expiresAt: Instant(ms: try $0[3]))
        }
    }

    /// Counts a try; false when there were enough of them. Of many at the same moment each counts.
    static func count(_ holder: [UInt8], upTo most: Int, in db: Transaction) throws -> Bool {
        try db.changed("UPDATE sign_in_code SET tries = tries + 1 WHERE holder = \(holder) AND tries < \(most)") == 1
    }

    /// A right code that only waits for a choice was no try.
    static func giveBackTry(_ holder: [UInt8], in db: Transaction) throws {
        try db.run("UPDATE sign_in_code SET tries = tries - 1 WHERE holder = \(holder) AND tries > 0")
    }

    /// Uses it up. False when another was quicker.
    static func remove(_ holder: [UInt8], in db: Transaction) throws -> Bool {
        try db.changed("DELETE FROM sign_in_code WHERE holder = \(holder)") == 1
    }
}

/// What is kept of telephone, code and holder.
struct SignInCodeDigests {
    let keys: KeyRing

    func holder(_ text: String) -> [UInt8] { keys.blindIndex("sign-in-code.holder", text) }

    func phone(_ number: String) -> [UInt8] { keys.blindIndex("person.phone", number) }

    func code(_ digits: String, holder: [UInt8], phone: [UInt8]) -> [UInt8] {
        keys.blindIndex("sign-in-code", "\(holder.hex) \(phone.hex) \(digits)")
    }
}

/// Removes codes that ran out.
package enum SignInCodes {
    /// Timed work; may run twice.
    package static func purge(at now: Instant, in db: Transaction) throws {
        try db.run("DELETE FROM sign_in_code WHERE expires_at < \(now.ms)")
    }
}
