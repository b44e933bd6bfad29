import Foundation
import GRDB

/// The embedded database: one file in WAL mode, one writing connection, several reading ones, each on its own queue.
package final class SQLiteEngine: DatabaseEngine {
    /// SQLite.
    package let kind = EngineKind.sqlite
    private let writer: SQLiteSlot
    private let readers: Desk<SQLiteSlot>
    private let turn: TurnLock
    private let presence: OpenLock
    private let patience: Double
    private let counter = EngineCounter()

    /// Opens or makes the file.
    package init(path: String, options: SQLiteOptions = .init()) throws {
        patience = options.busyTimeout
        do {
            turn = try TurnLock(beside: path)
            presence = try OpenLock(beside: path)
            writer = try SQLiteEngine.openWriter(path, options, turn, counter)
            let slots = try (0..<options.readers).map { [counter] _ in
                try SQLiteSlot(path: path, options: options, isWriter: false, counter: counter)
            }
            readers = Desk(slots)
        } catch {
            throw DatabaseError.mapped(error)
        }
    }

    /// One transaction with the write lock. A cancelled task does not begin; what has begun is finished.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            writer.run { connection in
                continuation.resume(with: Result { try self.write(body, on: connection) })
            }
        }
    }

    /// One snapshot.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await readers.perform { connection in try connection.read(body) }
    }

    /// Writers take turns anyway.
    package func alter<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await write(body)
    }

    /// What it has done so far; of the connections those that read, the one that writes is not counted.
    package var figures: EngineFigures { counter.figures(with: readers.load) }

    /// Waits for what is running and closes the file; the last connection folds the log into it.
    package func close() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            // Closing blocks, and must not block a thread of the tasks it waits for.
            DispatchQueue.global().async {
                let result = Result {
                    try self.readers.close()
                    try self.writer.close()
                }
                self.presence.release()
                continuation.resume(with: result.mapError(DatabaseError.mapped))
            }
        }
    }

    private func write<T>(_ body: (Transaction) throws -> T, on connection: SQLiteConnection) throws -> T {
        try turn.take(within: patience)
        defer { turn.pass() }
        return try connection.write(body)
    }

    /// Turning a new file into one with a write-ahead log does not wait for locks: two processes that start together
    /// must take turns. An old file needs no turn, and opening it does not wait for a long write.
    private static func openWriter(
        _ path: String, _ options: SQLiteOptions, _ turn: TurnLock, _ counter: EngineCounter
    ) throws -> SQLiteSlot {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        let isNew = (size ?? 0) == 0
        if isNew { try turn.take(within: options.busyTimeout) }
        defer { if isNew { turn.pass() } }
        if isNew { makeFile(path) }
        return try SQLiteSlot(path: path, options: options, isWriter: true, counter: counter)
    }

    /// For its owner alone, whatever the folder allows; the files beside it take over its rights. One that is there is
    /// not even opened: closing it again would take away every lock that this process has on it.
    private static func makeFile(_ path: String) {
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 { Foundation.close(file) }
    }
}
