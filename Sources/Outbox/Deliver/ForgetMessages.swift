import Database
import Directory
import Domain

/// Forgets what messages brought and where they went, a while after they left: it is in the matter anyhow, and the
/// inbox shows no older ones. Rows and figures stay. Timed work; may run twice.
package enum ForgetMessages {
    private static let batch = 200

    package static func run(in installation: Installation, at now: Instant) async throws {
        let before = now.adding(seconds: -Int64(Inbox.keptDays) * 86_400)
        while true {
            try Task.checkCancellation()
            let forgotten = try await installation.database.write { db in
                let old = try db.rows(
                    """
                    SELECT id FROM message WHERE kept_since < \(before.ms) ORDER BY kept_since LIMIT \(batch)
                    """
                ).map { try $0[0] as Int64 }
                guard !old.isEmpty else { return 0 }
                return try db.changed(
                    """
                    UPDATE message SET values_sealed = NULL, address_sealed = NULL, kept_since = NULL
                    WHERE id IN \(list: old)
                    """)
            }
            if forgotten < batch { return }
        }
    }
}
