/// How the embedded database behaves; the defaults are for production.
package struct SQLiteOptions: Sendable {
    /// How sure a commit is.
    package enum Synchronous: String, Sendable {
        /// A commit survives a power cut.
        case full = "FULL"
        /// A commit survives the end of the process only: for figures and for building sample data.
        case off = "OFF"
    }

    /// How many seconds a writer waits for its turn.
    package var busyTimeout: Double
    /// The size at which the file counts as full, in pages of 4 KiB; for tests.
    package var maxPageCount: Int?
    /// How many reads run at the same time.
    package var readers: Int
    /// How sure a commit is.
    package var synchronous: Synchronous
    /// How much of the file each connection may keep in memory.
    package var cacheKibibytes: Int
    /// Where to write down what runs; nil in production.
    package var log: StatementLog?

    /// The defaults, and what differs from them.
    package init(
        busyTimeout: Double = 5, maxPageCount: Int? = nil, readers: Int = 4, synchronous: Synchronous = .full,
        cacheKibibytes: Int = 8192
    ) {
        self.busyTimeout = busyTimeout
        self.maxPageCount = maxPageCount
        self.readers = max(1, readers)
        self.synchronous = synchronous
        self.cacheKibibytes = cacheKibibytes
    }
}
