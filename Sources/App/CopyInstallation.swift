import Database
import Directory
import Domain
import Matters
import Schema
import Secrets
import Synchronization

/// Carries a whole installation from one database to another: a county that began on one file moves to a server, and
/// could move back. The keys stay the file they are.
package struct CopyInstallation: Sendable {
    /// What is copied, then what is computed anew.
    package enum Step: Sendable {
        case rows(DatabaseCopy.Progress)
        case search(done: Int, total: Int)
    }

    /// A program has the source open: what it writes meanwhile would be left behind.
    package struct StillRunning: Error {}

    package let source: DatabasePlace
    package let target: Settings
    /// The folder with the source's files, where they have to move too.
    package let files: String?

    package init(from source: DatabasePlace, to target: Settings, files: String? = nil) {
        self.source = source
        self.target = target
        self.files = files
    }

    /// How many rows of each table there are. Begun anew it goes on where it stopped.
    package func run(
        at now: Instant, _ progress: @escaping @Sendable (Step) -> Void
    ) async throws -> [(table: String, rows: Int)] {
        // Before hours of copying, not after: without its keys nobody reads what was copied.
        let keys = try KeyRing.existing(file: target.keyFile)
        guard try await !source.isInUse() else { throw StillRunning() }
        try target.makeFolder()
        if let files, files != target.filesFolder {
            try FilesFolder(path: files).copy(to: FilesFolder(path: target.filesFolder))
        }
        return try await source.use { from in
            try await target.database.use { to in try await copy(from, to, keys, at: now, progress) }
        }
    }

    private func copy(
        _ from: any DatabaseEngine, _ to: any DatabaseEngine, _ keys: KeyRing, at now: Instant,
        _ progress: @escaping @Sendable (Step) -> Void
    ) async throws -> [(table: String, rows: Int)] {
        guard try await Migrator.hasRun(on: from) else { throw CopyError.otherSchema }
        _ = try await Migrator(Schema.migrations).run(on: to, at: now.ms)
        let copy = DatabaseCopy(from: from, to: to, tables: Schema.copiedTables)
        try await copy.compareSchemas()
        let keyFile = target.keyFile
        try await from.read { db in try keys.compareMarks(in: db, file: keyFile) }
        let copied = try await copy.run { progress(.rows($0)) }
        try await reindex(to, at: now, progress)
        try await copy.finish()
        return copied
    }

    /// The masked words need no keys.
    private func reindex(
        _ engine: any DatabaseEngine, at now: Instant, _ progress: @escaping @Sendable (Step) -> Void
    ) async throws {
        let installation = Installation(
            database: engine, keys: .ephemeral(), settings: InstallationSettings(publicURL: target.address),
            clock: { now })
        let total = try await MatterChecks.size(installation)
        let done = Mutex(0)
        try await Reindex.run(in: installation) { more in
            let all = done.withLock { done in
                done += more
                return done
            }
            progress(.search(done: all, total: total))
        }
        try await PublicSearch.refill(in: installation)
    }
}
