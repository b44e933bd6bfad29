import GRDB

/// A connection and the queue on which alone it is used; that makes it safe to hand around.
final class SQLiteSlot: DeskSlot, @unchecked Sendable {
    private let queue: DatabaseQueue
    private let connection: SQLiteConnection

    init(path: String, options: SQLiteOptions, isWriter: Bool, counter: EngineCounter) throws {
        var configuration = Configuration()
        configuration.label = isWriter ? "database.writer" : "database.reader"
        configuration.busyMode = .timeout(options.busyTimeout)
        configuration.readonly = !isWriter
        configuration.journalMode = .wal
        queue = try DatabaseQueue(path: path, configuration: configuration)
        connection = queue.unsafeRead { SQLiteConnection($0, log: options.log, counter: counter) }
        try set(options, isWriter: isWriter)
    }

    /// After opening: GRDB lowers `synchronous` when it turns on the write-ahead log.
    private func set(_ options: SQLiteOptions, isWriter: Bool) throws {
        try queue.unsafeRead { _ in
            try connection.execute("PRAGMA cache_size = -\(options.cacheKibibytes)")
            try connection.execute("PRAGMA temp_store = MEMORY")
            guard isWriter else { return }
            try connection.execute("PRAGMA synchronous = \(options.synchronous.rawValue)")
            // The log shrinks again after a large transaction.
            try connection.execute("PRAGMA journal_size_limit = \(64 << 20)")
            if let pages = options.maxPageCount { try connection.execute("PRAGMA max_page_count = \(pages)") }
        }
    }

    /// Runs a job on the queue, without blocking the caller's thread.
    func run(_ job: @escaping @Sendable (SQLiteConnection) -> Void) {
        queue.asyncWriteWithoutTransaction { _ in job(self.connection) }
    }

    /// Waits for the jobs in the queue.
    func close() throws {
        queue.unsafeRead { _ in connection.forgetStatements() }
        try queue.close()
    }
}
