import App
import Database
import Directory
import Domain
import Logging
import Matters
import Record
import Synchronization
import TestSupport
import Testing

@Suite("When several applications work in one database at once")
struct ContentionTests {
    @Test("sixty opinions said at once get sixty numbers and ids, and the record is whole")
    func opinions() async throws {
        let crowd = try await Crowd(of: 4)

        let receipts = try await crowd.atOnce(60) { installation, _ in try await crowd.say(to: installation) }

        #expect(Set(receipts.map(\.number)).count == 60)
        #expect(Set(receipts.map(\.id)).count == 60)
        #expect(try await crowd.province.faults() == [])
    }

    @Test("one submission that arrives everywhere at the same moment is one matter, and all are told its number")
    func submission() async throws {
        let crowd = try await Crowd(of: 4)
        let request = ClientRequest(owner: "browser:1", clientID: "a", hash: [1])
        let (opinion, now) = (crowd.opinion, crowd.province.now)

        let answers = try await crowd.atOnce(8) { installation, _ -> StoredAnswer in
            let leased = try await installation.ids.take()
            return try await installation.database.write { db -> StoredAnswer in
                var ids = leased
                return try Idempotency.once(request, at: now, in: db) {
                    let receipt = try RegisterMatter.run(db, opinion, by: nil, at: now, ids: &ids, in: installation)
                    return StoredAnswer(status: 201, result: Array(receipt.number.text.utf8))
                }
            }
        }

        #expect(Set(answers).count == 1)
        #expect(try await crowd.province.count("SELECT COUNT(*) FROM matter") == 1)
    }

    @Test("of forty tries at a limit of ten exactly ten are allowed, whoever counts them")
    func limit() async throws {
        let crowd = try await Crowd(of: 4)
        let rule = RateRule("opinion", most: 10, seconds: 3600)
        let now = crowd.province.now

        let verdicts = try await crowd.atOnce(40) { installation, _ -> RateVerdict in
            let limits = installation.limits
            return try await installation.database.write { db in
                try limits.take(rule, key: "browser-1", at: now, in: db)
            }
        }

        let allowed = (0..<10).map { RateVerdict.allowed(remaining: $0) }
        #expect(Set(verdicts) == Set(allowed + [.exceeded(retryAfter: 3600)]))
        #expect(verdicts.count { $0 == .exceeded(retryAfter: 3600) } == 30)
    }

    @Test("five workers at the same moment do each piece once")
    func workers() async throws {
        let crowd = try await Crowd(of: 5)
        let tally = PieceTally()
        let works = ["first", "second", "third"].map { tally.work($0) }

        try await crowd.atOnce(5) { installation, _ in await Self.worker(installation, works).round() }

        #expect(tally.counts == ["first": 1, "second": 1, "third": 1])
    }

    @Test("what a worker held that vanished is left alone while its time runs, and then taken over by one of five")
    func vanishedWorker() async throws {
        let crowd = try await Crowd(of: 5)
        let province = crowd.province
        let tally = PieceTally()
        let works = [tally.work("piece")]
        await Self.worker(province.installation, works).round()
        let end = province.now.adding(seconds: 120).ms
        try await province.write { db, _, _ in
            try db.run("UPDATE job SET due_at = 0, lease_until = \(end), lease_token = \([UInt8](1...4))")
        }

        try await crowd.atOnce(5) { installation, _ in await Self.worker(installation, works).round() }
        let early = tally.counts
        province.clock.pass(seconds: 120)
        try await crowd.atOnce(5) { installation, _ in await Self.worker(installation, works).round() }

        #expect(early == ["piece": 1])
        #expect(tally.counts == ["piece": 2])
    }

    @Test("figures are folded once, however many fold them while opinions come in")
    func figures() async throws {
        let crowd = try await Crowd(of: 4)
        let (province, now) = (crowd.province, crowd.province.now)

        try await crowd.atOnce(40) { installation, number in
            guard number % 5 == 0 else {
                try await crowd.say(to: installation)
                return
            }
            try await FoldCounters.run(in: installation, at: now)
        }
        try await FoldCounters.run(in: province.installation, at: now)

        let town = province.division(.town)
        let folded = try await province.count("SELECT total FROM counter WHERE area = \(town) AND name = 'received'")
        #expect(folded == 32)
        #expect(try await province.faults() == [])
    }

    @Test("of two people who act on the same version at the same moment one is told that it is stale")
    func sameVersion() async throws {
        let crowd = try await Crowd(of: 2)
        let province = crowd.province
        let people = [province.clerk(of: .town), province.head(of: .town)]

        for _ in 1...8 {
            let receipt = try await crowd.say(to: province.installation)
            let version: Int64? = try await province.value("SELECT version FROM matter WHERE id = \(receipt.id)")

            let done = try await crowd.atOnce(2) { installation, number in
                try await Self.triage(
                    receipt.number, version: version, by: people[number], at: province.now, in: installation)
            }

            #expect(Set(done) == [true, false])
        }
        #expect(try await province.faults() == [])
    }

    @Test("one session that is used everywhere at the same moment tells everywhere who it is, and is moved on")
    func session() async throws {
        let crowd = try await Crowd(of: 4)
        let province = crowd.province
        let clerk = province.clerk(of: .town)
        let token = SessionToken(text: try await province.session(of: clerk))
        province.clock.pass(seconds: 60)

        let found = try await crowd.atOnce(12) { installation, _ in
            try await Sessions.signed(token, in: installation)?.account
        }

        #expect(found.allSatisfy { $0 == clerk.account })
        #expect(try await province.value("SELECT touched_at FROM session") == province.now.ms)
    }

    @Test("blocks of ids that are leased at the same moment never overlap")
    func ids() async throws {
        let crowd = try await Crowd(of: 4)
        // Two to a lease: every application has to come back for more.
        let size = 45_000

        let firsts = try await crowd.atOnce(16) { installation, _ -> Int64 in
            var ids = try await installation.ids.take(size)
            return ids.next()
        }

        let sorted = firsts.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= Int64(size) }, "\(sorted)")
    }

    /// False when somebody was quicker.
    private static func triage(
        _ number: MatterNumber, version: Int64?, by person: TestPerson, at now: Instant, in installation: Installation
    ) async throws -> Bool {
        let lamps = Triage(route: .accept, commonality: .common, category: .urban, power: .township)
        let request = ActRequest(.ready(.triage(lamps, note: "")), version: version)
        let leased = try await installation.ids.take()
        do {
            try await installation.database.write { db in
                var ids = leased
                _ = try ActOnMatter.run(
                    db, number, request, by: person.principal, at: now, ids: &ids, in: installation)
            }
            return true
        } catch is Stale {
            return false
        }
    }

    private static func worker(_ installation: Installation, _ works: [TimedWork]) -> Worker {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Worker(installation, works: works, logger: logger)
    }
}

/// Counts how often each piece of work was done.
private final class PieceTally: Sendable {
    private let calls = Mutex<[String: Int]>([:])

    var counts: [String: Int] { calls.withLock(\.self) }

    func work(_ name: String) -> TimedWork {
        TimedWork(name, everySeconds: 60) { [self] _, _ in
            calls.withLock { $0[name, default: 0] += 1 }
        }
    }
}
