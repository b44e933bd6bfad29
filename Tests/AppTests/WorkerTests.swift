import App
import Directory
import Domain
import Logging
import Synchronization
import TestSupport
import Testing

@Suite("When timed work is due")
struct WorkerTests {
    @Test("two workers at the same moment do it once")
    func once() async throws {
        let province = try await TestProvince()
        let other = try await province.another()
        let tally = Tally()
        let first = worker(province.installation, tally.work())
        let second = worker(other.installation, tally.work())

        for _ in 0..<20 {
            async let one = first.round()
            async let two = second.round()
            _ = await (one, two)
            province.clock.pass(seconds: 60)
        }

        #expect(tally.count == 20)
    }

    @Test("it is done again after its interval, not before")
    func interval() async throws {
        let province = try await TestProvince()
        let tally = Tally()
        let worker = worker(province.installation, tally.work())

        await worker.round()
        province.clock.pass(seconds: 59)
        await worker.round()
        let early = tally.count
        province.clock.pass(seconds: 1)
        await worker.round()

        #expect(early == 1)
        #expect(tally.count == 2)
    }

    @Test("what failed is tried again soon")
    func failure() async throws {
        let province = try await TestProvince()
        let tally = Tally()
        let worker = worker(province.installation, tally.work(failures: 1))

        let first = await worker.round()
        province.clock.pass(seconds: 5)
        let second = await worker.round()

        #expect(first["tally"] == .failed)
        #expect(second["tally"] == .done)
    }

    @Test("what a dead worker held is free after two minutes")
    func deadWorker() async throws {
        let province = try await TestProvince()
        let tally = Tally()
        let worker = worker(province.installation, tally.work())
        await worker.round()
        let soon = province.now.adding(seconds: 120).ms
        try await province.write { db, _, _ in
            try db.run("UPDATE job SET due_at = 0, lease_until = \(soon), lease_token = \([UInt8](1...4))")
        }

        let held = await worker.round()
        province.clock.pass(seconds: 120)
        let free = await worker.round()

        #expect(held["tally"] == .elsewhere)
        #expect(free["tally"] == .done)
    }

    @Test("an operator may look ahead: everything once, at the moment asked for")
    func lookAhead() async throws {
        let province = try await TestProvince()
        let tally = Tally()
        let worker = worker(province.installation, tally.work())
        await worker.round()
        let later = Day(2026, 7, 1).start

        let outcomes = await worker.runAll(at: later)

        #expect(outcomes["tally"] == .done)
        #expect(tally.moments.last == later)
    }

    @Test("ended sessions are purged")
    func purge() async throws {
        let province = try await TestProvince()
        _ = try await province.session(of: province.clerk(of: .town))
        province.clock.pass(days: 1)

        let outcomes = await province.work()

        #expect(outcomes.values.allSatisfy { $0 == .done })
        #expect(try await province.count("SELECT COUNT(*) FROM session") == 0)
    }

    private func worker(_ installation: Installation, _ work: TimedWork) -> Worker {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Worker(installation, works: [work], logger: logger)
    }
}

/// Counts how often a piece of work was done, and for which moments.
private final class Tally: Sendable {
    private struct Failure: Error {}

    private let calls = Mutex<[Instant]>([])

    var moments: [Instant] { calls.withLock(\.self) }
    var count: Int { moments.count }

    func work(failures: Int = 0) -> TimedWork {
        TimedWork("tally", everySeconds: 60) { [self] _, now in
            let count = calls.withLock { calls in
                calls.append(now)
                return calls.count
            }
            if count <= failures { throw Failure() }
        }
    }
}
