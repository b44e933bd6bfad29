import Database
import Domain
import Record
import Secrets

/// Messages waiting to leave. They are written in the transaction of the change that causes them, so that there is
/// never the one without the other; the worker sends them.
package enum Outbox {
    /// Writes messages; those whose key is there already are left as they are.
    package static func put(
        _ drafts: [MessageDraft], in db: Transaction, at now: Instant, ids: inout IDs, keys: KeyRing
    ) throws {
        for draft in drafts {
            try MessageTable.insert(draft, id: ids.next(), at: now, in: db, keys: keys)
        }
    }
}
