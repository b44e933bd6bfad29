/// One connection and what it keeps prepared; used on its own thread only.
///
/// Nothing is asked that can travel with something else: a transaction begins together with its first statement, and
/// the end of a read is told without waiting.
final class PostgresConnection: Connection {
    /// Why a transaction that failed may be run again from the start.
    enum Trouble {
        /// Another transaction stood in the way.
        case conflict
        /// A row was there already, perhaps since a moment ago: to be tried once more.
        case duplicate
        /// What was supposed at the start is not so.
        case supposedWrongly
        /// The connection is gone. Nobody knows whether a commit that was on its way arrived.
        case lost(whileCommitting: Bool)
    }

    let kind = EngineKind.postgres
    private(set) var trouble: Trouble?
    private let link: PostgresLink
    private let bin = PostgresStatement.Bin()
    private var cache = StatementCache<PostgresStatement>()
    private let log: StatementLog?
    private let limits: PostgresLimits
    private let counter: EngineCounter
    /// Goes before the first statement.
    private var beginning: SQL?
    /// Statements that nobody waits for: they travel with the next one. Some have an answer that was supposed.
    private var waiting: [(step: PostgresLink.Step, supposed: [SQLValue]?)] = []
    private static let mostWaiting = 100
    /// The first refusal in this transaction. The server does nothing more in it, and would end it without a word.
    private var refusal: (any Error)?
    private var isCommitting = false
    private var isReading = false
    private var cursors = 0
    /// Whether the transaction has been told anything yet. A read that has cannot be run again unnoticed.
    private(set) var hasAnswered = false
    /// Whether answers may be supposed. A transaction that supposed wrongly is run again without.
    var maySuppose = true

    init(
        _ address: PostgresAddress, _ options: PostgresOptions, _ counter: EngineCounter
    ) throws(PostgresFailure) {
        self.counter = counter
        link = try PostgresLink(address, options)
        log = options.log
        limits = PostgresLimits(patience: options.patience, statementSeconds: options.statementSeconds)
    }

    /// As if no other transaction ran beside it: who would see the difference fails, and is run again.
    func write<T>(_ body: (Transaction) throws -> T) throws -> T {
        counter.count { $0.writes += 1 }
        return try transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", body) {
            isCommitting = true
            defer { isCommitting = false }
            let end = try exchange([step("COMMIT")]).last
            guard end?.command == "COMMIT" else { throw refusal ?? DatabaseError.other("the commit was not done") }
        }
    }

    /// Runs a write and takes it back.
    func rehearse<T>(_ body: (Transaction) throws -> T) throws {
        _ = try transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", body) { _ = try exchange([step("ROLLBACK")]) }
    }

    func read<T>(_ body: (Transaction) throws -> T) throws -> T {
        counter.count { $0.reads += 1 }
        isReading = true
        defer { isReading = false }
        return try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) {
            // Everything was read; a connection that breaks now is the next transaction's business.
            try? link.tell([.once("COMMIT", [])])
        }
    }

    /// Holds a lock by its number while the body runs. It is taken before the transaction begins, so that the
    /// transaction sees what the one before it left. It ends with the connection at the latest.
    func holding<T>(_ lock: Int64, _ body: () throws -> T) throws -> T {
        trouble = nil
        _ = try exchange([.once("SELECT pg_advisory_lock($1)", [.integer(lock)])])
        defer { try? link.tell([.once("SELECT pg_advisory_unlock($1)", [.integer(lock)])]) }
        return try body()
    }

    /// Runs the body without limits on time.
    func unhurried<T>(_ body: () throws -> T) throws -> T {
        trouble = nil
        let unlimited = PostgresLimits(patience: 0, statementSeconds: 0)
        _ = try exchange(unlimited.settings.map { .once($0, []) })
        link.mayTakeLong = true
        defer { link.mayTakeLong = false }
        // Not by RESET, which leads back to the server's own limits.
        defer { _ = try? exchange(limits.settings.map { .once($0, []) }) }
        return try body()
    }

    func put(_ sql: SQL) throws {
        waiting.append((step(sql), nil))
        if waiting.count == Self.mostWaiting { try catchUp() }
    }

    /// Only before the first answer: whoever has one may have handed it on, and cannot be run again unnoticed.
    func isStill(_ row: [SQLValue], _ sql: SQL) throws -> Bool {
        guard maySuppose, !hasAnswered else { return try rows(sql, limit: 1).first?.values == row }
        waiting.append((step(sql), row))
        return true
    }

    func forget() {
        waiting = []
    }

    func run(_ sql: SQL) throws -> Int {
        try exchange([step(sql)]).last?.changed ?? 0
    }

    func rows(_ sql: SQL, limit: Int) throws -> [Row] {
        try exchange([step(sql)]).last?.rows(limit: limit) ?? []
    }

    func batch(_ statements: [SQL]) throws -> [[Row]] {
        guard !statements.isEmpty else { return [] }
        return try exchange(statements.map(step)).suffix(statements.count).map { try $0.rows() }
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        cursors += 1
        defer { cursors -= 1 }
        let name = "rows\(cursors)"
        let fetch = PostgresLink.Step.once("FETCH 500 FROM \(name)", [])
        var answer = try exchange([.once("DECLARE \(name) NO SCROLL CURSOR FOR " + sql.text, sql.values), fetch]).last
        while let rows = try answer?.rows(), !rows.isEmpty {
            for row in rows { try body(row) }
            guard rows.count == 500 else { break }
            answer = try exchange([fetch]).last
        }
        _ = try exchange([.once("CLOSE \(name)", [])])
    }

    func execute(_ text: String) throws {
        _ = try exchange([.once(text, [])])
    }

    func rows(_ text: String, _ values: [SQLValue]) throws -> [Row] {
        try exchange([.once(text, values)]).last?.rows() ?? []
    }

    /// As it is kept and run: planned without looking at the values.
    func plan(_ sql: SQL) throws -> String {
        let types = sql.values.map { PostgresParameters.nameOfType(of: $0) }
        let declared = types.isEmpty ? "" : " (" + types.joined(separator: ", ") + ")"
        let nothing = types.isEmpty ? "" : " (" + types.map { _ in "NULL" }.joined(separator: ", ") + ")"
        let answers = try exchange([
            .once("PREPARE explained" + declared + " AS " + sql.text, []),
            .once("EXPLAIN (COSTS OFF) EXECUTE explained" + nothing, []), .once("DEALLOCATE explained", []),
        ]).suffix(2)
        return try answers.first?.rows().map { try $0[0] as String }.joined(separator: "\n") ?? ""
    }

    private func transaction<T>(
        _ begin: SQL, _ body: (Transaction) throws -> T, end: () throws -> Void
    ) throws -> T {
        trouble = nil
        refusal = nil
        cursors = 0
        hasAnswered = false
        beginning = begin
        do {
            let transaction = Transaction(self, log: log)
            defer { counter.count { $0.statements += transaction.statementCount } }
            let result = try body(transaction)
            // Before the end and not together with it: a connection that breaks now has changed nothing for certain.
            try catchUp()
            // Somebody caught what must not be caught: the transaction is lost whatever came after.
            if isDoomed { throw refusal ?? DatabaseError.busy }
            if beginning == nil { try end() }
            beginning = nil
            return result
        } catch {
            checkSuppositions()
            forget()
            let hasBegun = beginning == nil
            beginning = nil
            if hasBegun, !isLost { try? undo() }
            throw error
        }
    }

    /// What somebody gave up over may be so only because of what was supposed and not asked yet.
    private func checkSuppositions() {
        guard trouble == nil, waiting.contains(where: { $0.supposed != nil }) else { return }
        try? catchUp()
    }

    private var isLost: Bool {
        if case .lost? = trouble { true } else { false }
    }

    private var isDoomed: Bool {
        switch trouble {
        case .conflict?, .supposedWrongly?, .lost?: true
        case .duplicate?, nil: false
        }
    }

    private func undo() throws {
        let kept = (trouble, refusal)
        defer { (trouble, refusal) = kept }
        try asking { () throws(PostgresFailure) in try link.tell([.once("ROLLBACK", [])]) }
    }

    /// Where the transaction has not begun yet, its beginning goes first, and then what is no longer kept is forgotten:
    /// before it there is no isolation level to choose any more, and later the transaction may be broken.
    private func exchange(_ steps: [PostgresLink.Step]) throws -> [PostgresResult] {
        var all: [PostgresLink.Step] = []
        var onTheWay: Set<String> = []
        if let beginning {
            self.beginning = nil
            all += prepared(step(beginning), &onTheWay) + bin.names.map { .once("DEALLOCATE \($0)", []) }
            bin.names = []
        }
        let sent = waiting
        waiting = []
        for step in sent.map(\.step) + steps { all += prepared(step, &onTheWay) }
        do {
            let answers = try asking { () throws(PostgresFailure) in try link.exchange(all) }
            try compare(answers.dropLast(steps.count).suffix(sent.count), with: sent.map(\.supposed))
            hasAnswered = true
            return answers
        } catch {
            // What is wrong may be so only because of what was supposed.
            if !isDoomed, sent.contains(where: { $0.supposed != nil }) { trouble = .supposedWrongly }
            throw error
        }
    }

    private func compare(_ answers: ArraySlice<PostgresResult>, with supposed: [[SQLValue]?]) throws {
        for case (let answer, let row?) in zip(answers, supposed) where try answer.rows(limit: 1).first?.values != row {
            throw DatabaseError.busy
        }
    }

    private func catchUp() throws {
        if !waiting.isEmpty { _ = try exchange([]) }
    }

    /// A statement that the server does not know yet is prepared on the way, once.
    private func prepared(_ step: PostgresLink.Step, _ onTheWay: inout Set<String>) -> [PostgresLink.Step] {
        guard case .execute(let statement, _) = step, !statement.isPrepared,
            onTheWay.insert(statement.name).inserted
        else { return [step] }
        return [.prepare(statement), step]
    }

    private func step(_ sql: SQL) -> PostgresLink.Step {
        let types = sql.values.map(PostgresParameters.type)
        let kept = cache.statement(for: sql) { PostgresStatement($0, types: types, bin: bin) }
        guard !kept.accepts(types) else { return .execute(kept, sql.values) }
        // Another kind of value than before, such as a number where only null was seen: a statement that knows both.
        let fuller = PostgresStatement(kept.text, types: kept.types(with: types), bin: bin)
        cache.replace(fuller, for: sql)
        return .execute(fuller, sql.values)
    }

    private func asking<T>(_ ask: () throws(PostgresFailure) -> T) throws -> T {
        do {
            return try ask()
        } catch {
            note(error)
            // In a read it is a mistake of ours, and no other server would take it.
            if error.isReadOnly, isReading { throw DatabaseError.other("a read cannot write") }
            throw error.error
        }
    }

    private func note(_ failure: PostgresFailure) {
        if refusal == nil { refusal = failure.error }
        switch failure.kind {
        case .lost: if !isLost { trouble = .lost(whileCommitting: isCommitting) }
        case .refused:
            if failure.isConflict, !isLost { trouble = .conflict }
            if failure.isDuplicate { trouble = trouble ?? .duplicate }
            if failure.isOutdated {
                cache.removeAll()
                trouble = trouble ?? .conflict
            }
            // Writing to what is no primary any more: look for the new one.
            if failure.isReadOnly, !isReading { trouble = trouble ?? .lost(whileCommitting: false) }
        }
    }
}
