import Directory
import Domain

/// The codes of a printed book are on paper: after some days nothing keeps them but their digests.
package enum ForgetSlipCodes {
    package static func run(in installation: Installation, at now: Instant) async throws {
        try await installation.database.write { db in try SlipTable.forgetCodes(at: now, in: db) }
    }
}
