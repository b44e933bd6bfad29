import Database
import Secrets

/// A row of `event_content`: an envelope, or the signed mark of its erasure.
struct ContentRow: Sendable {
    let sealed: [UInt8]?
    let erasedAt: Int64?
    let mark: [UInt8]?

    static let columns: SQL = "c.event, c.sealed, c.erased_at, c.erased_mark"

    /// Nil where the join found none.
    init?(_ row: Row, at column: Int) throws {
        guard let _: Int64 = try row[column] as Int64? else { return nil }
        sealed = try row[column + 1]
        erasedAt = try row[column + 2]
        mark = try row[column + 3]
    }

    func isErased(event: Int64, keys: KeyRing) -> Bool {
        guard let erasedAt, let mark else { return false }
        return keys.verify(mark, of: Erasure.bytes(event: event, at: erasedAt), purpose: Erasure.purpose)
    }
}
