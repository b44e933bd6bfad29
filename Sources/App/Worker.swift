import Database
import Directory
import Domain
import Logging
import ServiceLifecycle

/// Does the timed work. Any number of workers may run side by side, in any number of processes.
package struct Worker: Service {
    /// How one piece of work went in one round.
    package enum Outcome: String, Sendable {
        case done
        /// Another worker holds it or was quicker.
        case elsewhere
        case failed
    }

    let installation: Installation
    let works: [TimedWork]
    let logger: Logger

    package init(_ installation: Installation, works: [TimedWork], logger: Logger) {
        self.installation = installation
        self.works = works
        self.logger = logger
    }

    /// Until the program ends: every second a look at what is due. A piece that has begun is finished.
    package func run() async throws {
        let seconds = AsyncStream<Void>(unfolding: {
            try? await Task.sleep(for: .seconds(1))
            return Task.isCancelled ? nil : ()
        })
        await round()
        for await _ in seconds.cancelOnGracefulShutdown() { await round() }
    }

    /// Does what is due now, in the order of the list.
    @discardableResult
    package func round() async -> [String: Outcome] {
        let now = installation.now()
        return await round(due: now, at: now)
    }

    /// Does everything once, due or not, as if it were that moment: for an operator who looks ahead, and for tests.
    @discardableResult
    package func runAll(at moment: Instant) async -> [String: Outcome] {
        await round(due: .never, at: moment)
    }

    private func round(due: Instant, at moment: Instant) async -> [String: Outcome] {
        var outcomes: [String: Outcome] = [:]
        do {
            let entries = try await entries()
            for work in works {
                // What is not begun yet is for another worker, or for the next start.
                guard !Task.isShuttingDownGracefully else { break }
                guard let entry = entries[work.name], entry.dueAt <= due else { continue }
                outcomes[work.name] = try await perform(work, entry, due: due, at: moment)
            }
        } catch DatabaseError.busy, DatabaseError.unreachable, DatabaseError.uncertain {
            // The next round tries again.
        } catch {
            logger.error("timed work stopped", metadata: ["kind": "\(type(of: error))"])
        }
        return outcomes
    }

    private func entries() async throws -> [String: JobTable.Entry] {
        let known = try await installation.database.read { db in try JobTable.entries(in: db) }
        let missing = works.map(\.name).filter { known[$0] == nil }
        guard !missing.isEmpty else { return known }
        let now = installation.now()
        return try await installation.database.write { db in
            try JobTable.add(missing, at: now, in: db)
            return try JobTable.entries(in: db)
        }
    }

    private func perform(
        _ work: TimedWork, _ entry: JobTable.Entry, due: Instant, at moment: Instant
    ) async throws -> Outcome {
        guard entry.isFree(at: installation.now()) else { return .elsewhere }
        let lease = Lease.draw(work.name)
        let started = installation.now()
        let isTaken = try await installation.database.write { db in
            try JobTable.take(lease, due: due, at: started, in: db)
        }
        guard isTaken else { return .elsewhere }
        do {
            try await hold(lease) { try await work.operation(installation, moment) }
        } catch {
            logger.error("timed work failed", metadata: ["work": "\(work.name)", "kind": "\(type(of: error))"])
            await giveBack(lease, work, after: entry.attempts)
            return .failed
        }
        let next = installation.now().adding(seconds: work.intervalSeconds)
        try await installation.database.write { db in try JobTable.finish(lease, nextAt: next, in: db) }
        return .done
    }

    /// In a task of its own: work that is stopped for good is cancelled, and its hold must go back all the same.
    private func giveBack(_ lease: Lease, _ work: TimedWork, after attempts: Int) async {
        let wait = min(work.intervalSeconds, 5 << Int64(min(attempts, 8)))
        let retry = installation.now().adding(seconds: wait)
        let database = installation.database
        await Task {
            _ = try? await database.write { db in try JobTable.giveBack(lease, retryAt: retry, in: db) }
        }.value
    }

    /// Long work keeps its hold; work whose hold was lost is cancelled, because another worker has begun it.
    private func hold(_ lease: Lease, during operation: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                while true {
                    try await Task.sleep(for: .seconds(Lease.seconds / 4))
                    let now = installation.now()
                    let isHeld = try? await installation.database.write { db in
                        try JobTable.extend(lease, at: now, in: db)
                    }
                    if isHeld == false { throw CancellationError() }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }
}
