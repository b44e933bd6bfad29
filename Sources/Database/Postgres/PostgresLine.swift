import Foundation

/// A place for one connection: opened when it is first needed and again after it broke. Used on one thread only.
final class PostgresLine {
    /// Locks by number, the same in every process.
    private enum Lock {
        /// Held by writes that were in somebody's way: they go one after another.
        static let turn: Int64 = 7_813_001
        /// Held by who changes the schema.
        static let schema: Int64 = 7_813_002
    }

    /// After so many conflicts the answer is `.busy`: the words are kept and may be sent again.
    private static let mostAttempts = 40

    private let address: PostgresAddress
    private let options: PostgresOptions
    private let contention: Contention
    private let counter: EngineCounter
    private var connection: PostgresConnection?

    init(
        _ address: PostgresAddress, _ options: PostgresOptions, _ contention: Contention, _ counter: EngineCounter
    ) {
        self.address = address
        self.options = options
        self.contention = contention
        self.counter = counter
    }

    func write<T>(before deadline: ContinuousClock.Instant, _ body: (Transaction) throws -> T) throws -> T {
        if options.rehearses {
            _ = try? again(before: deadline) { connection, _ in try connection.rehearse(body) }
        }
        return try again(before: deadline) { connection, attempt in
            guard attempt > 1 || contention.isOn else { return try connection.write(body) }
            return try connection.holding(Lock.turn) { try connection.write(body) }
        }
    }

    func read<T>(before deadline: ContinuousClock.Instant, _ body: (Transaction) throws -> T) throws -> T {
        try again(before: deadline, isReading: true) { connection, _ in try connection.read(body) }
    }

    /// One after another and without limits on time.
    func alter<T>(before deadline: ContinuousClock.Instant, _ body: (Transaction) throws -> T) throws -> T {
        try again(before: deadline) { connection, _ in
            try connection.unhurried { try connection.holding(Lock.schema) { try connection.write(body) } }
        }
    }

    /// Runs a transaction until it went through, or cannot. Who reads may already have handed on what came, so a read is
    /// run again only while nothing has.
    private func again<T>(
        before deadline: ContinuousClock.Instant, isReading: Bool = false,
        _ run: (PostgresConnection, _ attempt: Int) throws -> T
    ) throws -> T {
        var pause = Duration.milliseconds(25)
        var maySuppose = true
        var isSecondDuplicate = false
        for attempt in 1... {
            let connection = try connected(before: deadline)
            connection.maySuppose = maySuppose
            do {
                return try run(connection, attempt)
            } catch {
                switch connection.trouble {
                case nil:
                    throw error
                case .duplicate where isSecondDuplicate:
                    throw error
                case .duplicate:
                    isSecondDuplicate = true
                case .supposedWrongly:
                    // Once: from now on everything is asked.
                    maySuppose = false
                case .conflict:
                    contention.happened()
                    counter.count { $0.conflicts += 1 }
                    guard attempt < Self.mostAttempts, attempt < 3 || ContinuousClock.now < deadline else {
                        throw DatabaseError.busy
                    }
                    Self.sleep(.milliseconds(Int.random(in: 0...min(20, 2 * attempt))))
                case .lost(let wasCommitting):
                    let mayRepeat = !isReading || !connection.hasAnswered
                    self.connection = nil
                    counter.count { $0.lost += 1 }
                    if wasCommitting, !isReading { throw DatabaseError.uncertain }
                    guard mayRepeat, ContinuousClock.now + pause < deadline else { throw error }
                    // The first time at once: connections that broke while nobody used them are the usual case.
                    if attempt > 1 { Self.sleep(pause) }
                    pause = min(pause * 2, .seconds(1))
                }
            }
        }
        throw DatabaseError.busy
    }

    private func connected(before deadline: ContinuousClock.Instant) throws -> PostgresConnection {
        var pause = Duration.milliseconds(50)
        while true {
            if let connection { return connection }
            do {
                connection = try PostgresConnection(address, options, counter)
            } catch {
                guard ContinuousClock.now + pause < deadline else { throw error.error }
                // Not all at the same moment: the server that comes back has enough to do.
                Self.sleep(pause * Double.random(in: 0.5...1.5))
                pause = min(pause * 2, .seconds(1))
            }
        }
    }

    private static func sleep(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        usleep(UInt32(seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
    }
}
