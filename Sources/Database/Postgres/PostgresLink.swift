import CPostgres
import Foundation

/// One connection, spoken to in pipelines: what is asked together travels together. Used on one thread only.
final class PostgresLink {
    /// One thing asked of the server.
    enum Step {
        case prepare(PostgresStatement)
        case execute(PostgresStatement, [SQLValue])
        /// A text asked once, such as a change of the schema.
        case once(String, [SQLValue])

        var text: String {
            switch self {
            case .prepare(let statement), .execute(let statement, _): statement.text
            case .once(let text, _): text
            }
        }
    }

    private let handle: OpaquePointer
    /// How long the server may be silent before the connection counts as lost, in milliseconds.
    private let silence: Int32
    /// Whether the server may be silent for as long as it takes: an index over a million rows. A machine that is gone is
    /// noticed all the same, by the connection itself.
    var mayTakeLong = false
    /// Exchanges whose answers nobody has read yet.
    private var owed: [[Step]] = []

    init(_ address: PostgresAddress, _ options: PostgresOptions) throws(PostgresFailure) {
        guard let handle = PostgresLink.connect(address) else { throw PostgresFailure(lost: "no memory") }
        self.handle = handle
        silence = options.statementSeconds > 0 ? Int32(options.statementSeconds + 10) * 1000 : -1
        guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
        // By itself libpq writes notices to the standard error output.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try settle(options)
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
    }

    deinit { PQfinish(handle) }

    /// Asks for several things at once and waits for all answers, one for each but the preparations. The first refusal
    /// is thrown; what stands after it was not done.
    func exchange(_ steps: [Step]) throws(PostgresFailure) -> [PostgresResult] {
        try settleDebts()
        try send(steps)
        return try answers(to: steps)
    }

    /// Asks without waiting; the answer is read before the next exchange.
    func tell(_ steps: [Step]) throws(PostgresFailure) {
        try settleDebts()
        try send(steps)
        owed.append(steps)
    }

    private static func connect(_ address: PostgresAddress) -> OpaquePointer? {
        let pairs = address.keywords.sorted { $0.key < $1.key }
        var names = pairs.map { UnsafePointer(strdup($0.key)) } + [nil]
        var values = pairs.map { UnsafePointer(strdup($0.value)) } + [nil]
        defer { for text in names + values { free(UnsafeMutablePointer(mutating: text)) } }
        return PQconnectdbParams(&names, &values, 0)
    }

    /// What every connection of ours has. Every statement of a page asks by an index, row by row. Without statistics and
    /// for small tables the planner would rather read and join whole tables: under SERIALIZABLE that holds them
    /// against every other writer, and its plans would change overnight.
    private func settle(_ options: PostgresOptions) throws(PostgresFailure) {
        let text = """
            SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
            SET max_parallel_workers_per_gather = 0; SET plan_cache_mode = force_generic_plan;
            SET idle_in_transaction_session_timeout = 60000
            """
        let limits = PostgresLimits(patience: options.patience, statementSeconds: options.statementSeconds)
        try ask(([text] + limits.settings).joined(separator: "; "))
    }

    private func ask(_ text: String) throws(PostgresFailure) {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw PostgresFailure(result, in: text) }
    }

    private func send(_ steps: [Step]) throws(PostgresFailure) {
        for step in steps where send(step) != 1 { throw lost() }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
    }

    private func send(_ step: Step) -> Int32 {
        switch step {
        case .prepare(let statement):
            return PQsendPrepare(
                handle, statement.name, statement.text, Int32(statement.types.count), statement.types)
        case .execute(let statement, let values):
            return PostgresParameters(values).withPointers {
                PQsendQueryPrepared(handle, statement.name, $0.count, $0.values, $0.lengths, $0.formats, 1)
            }
        case .once(let text, let values):
            let types = values.map(PostgresParameters.type)
            return PostgresParameters(values).withPointers {
                PQsendQueryParams(handle, text, $0.count, types, $0.values, $0.lengths, $0.formats, 1)
            }
        }
    }

    /// Reads everything up to the mark at the end, also after a refusal: the next exchange must find its own answers.
    private func answers(to steps: [Step]) throws(PostgresFailure) -> [PostgresResult] {
        var results: [PostgresResult] = []
        var failure: PostgresFailure?
        for step in steps {
            let result = try next()
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
                if case .prepare(let statement) = step {
                    statement.isPrepared = true
                    PQclear(result)
                } else if let result {
                    results.append(PostgresResult(result))
                }
            case PGRES_PIPELINE_ABORTED:
                PQclear(result)
            default:
                if failure == nil { failure = PostgresFailure(result, in: step.text) }
                PQclear(result)
                if PQstatus(handle) == CONNECTION_BAD { throw lost() }
            }
            // The end of one answer.
            PQclear(try next())
        }
        let mark = try next()
        defer { PQclear(mark) }
        guard PQresultStatus(mark) == PGRES_PIPELINE_SYNC else { throw lost() }
        if let failure { throw failure }
        return results
    }

    private func next() throws(PostgresFailure) -> OpaquePointer? {
        while PQisBusy(handle) == 1 {
            var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            let ready = poll(&descriptor, 1, mayTakeLong ? -1 : silence)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { throw PostgresFailure(lost: "the server is silent") }
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
        return PQgetResult(handle)
    }

    private func settleDebts() throws(PostgresFailure) {
        while let steps = owed.first {
            owed.removeFirst()
            // What nobody waited for may fail only with the connection.
            do { _ = try answers(to: steps) } catch { throw PostgresFailure(lost: "\(error.error)") }
        }
    }

    /// In libpq's words, which name host and user but never the password.
    private func lost() -> PostgresFailure {
        let words = String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: "; ")
        return PostgresFailure(lost: words.isEmpty ? "the connection was closed" : words)
    }
}
