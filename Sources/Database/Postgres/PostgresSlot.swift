import Foundation

/// A line and the thread on which alone it is used; libpq waits where it stands, and must not keep a thread of others.
final class PostgresSlot: DeskSlot {
    private let box: Mailbox

    init(
        _ address: PostgresAddress, _ options: PostgresOptions, _ contention: Contention, _ counter: EngineCounter
    ) {
        box = Mailbox { PostgresLine(address, options, contention, counter) }
    }

    deinit { box.close() }

    func run(_ job: @escaping @Sendable (PostgresLine) -> Void) { box.put(job) }

    func close() {
        box.close()
        box.waitUntilEmpty()
    }
}

/// Jobs on their way to a thread, which is started by the first of them. The thread knows the box only, so that a
/// forgotten slot ends its thread.
private final class Mailbox: @unchecked Sendable {
    private let condition = NSCondition()
    private let make: @Sendable () -> PostgresLine
    private var jobs: [@Sendable (PostgresLine) -> Void] = []
    private var isRunning = false
    private var isClosed = false

    init(_ make: @escaping @Sendable () -> PostgresLine) { self.make = make }

    func put(_ job: @escaping @Sendable (PostgresLine) -> Void) {
        condition.lock()
        defer { condition.unlock() }
        jobs.append(job)
        if !isRunning {
            isRunning = true
            let thread = Thread { self.work() }
            thread.name = "postgres"
            thread.start()
        }
        condition.signal()
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    func waitUntilEmpty() {
        condition.lock()
        while isRunning { condition.wait() }
        condition.unlock()
    }

    private func work() {
        let line = make()
        while let job = next() { job(line) }
    }

    private func next() -> (@Sendable (PostgresLine) -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty, !isClosed { condition.wait() }
        if jobs.isEmpty {
            // A job that comes after this starts a thread again.
            isRunning = false
            condition.broadcast()
            return nil
        }
        return jobs.removeFirst()
    }
}
