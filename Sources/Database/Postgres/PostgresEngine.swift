import Foundation

/// A PostgreSQL server or cluster. Connections are opened when they are needed and again when they break; reading and
/// writing have their own, so that writers who wait for each other keep nobody from reading.
package final class PostgresEngine: DatabaseEngine {
    /// PostgreSQL.
    package let kind = EngineKind.postgres
    private let readers: Desk<PostgresSlot>
    private let writers: Desk<PostgresSlot>
    private let patience: Duration
    private let counter = EngineCounter()

    /// Connects to nothing yet: the first transaction does, and says so when it cannot.
    package init(_ address: PostgresAddress, options: PostgresOptions = .init()) {
        let contention = Contention()
        let slot = { [counter] (_: Int) in PostgresSlot(address, options, contention, counter) }
        readers = Desk((0..<options.readers).map(slot))
        writers = Desk((0..<options.writers).map(slot))
        patience = .seconds(options.patience)
    }

    /// One transaction as if no other ran beside it; what stood in its way is run again here.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let deadline = ContinuousClock.now + patience
        return try await writers.perform { line in try line.write(before: deadline, body) }
    }

    /// One snapshot.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let deadline = ContinuousClock.now + patience
        return try await readers.perform { line in try line.read(before: deadline, body) }
    }

    /// One write at a time over all processes, however long it takes.
    package func alter<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let deadline = ContinuousClock.now + patience
        return try await writers.perform { line in try line.alter(before: deadline, body) }
    }

    /// Waits for what is running and closes the connections.
    package func close() async throws {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            // Closing blocks, and must not block a thread of the tasks it waits for.
            DispatchQueue.global().async {
                try? self.readers.close()
                try? self.writers.close()
                continuation.resume()
            }
        }
    }

    /// What it has done so far, and how busy its connections are.
    package var figures: EngineFigures { counter.figures(with: readers.load + writers.load) }
}
