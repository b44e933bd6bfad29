import CPostgres

/// What libpq reported, before it becomes an error that is the same on every engine.
struct PostgresFailure: Error {
    enum Kind {
        /// The server said no to a statement; five characters of SQLSTATE.
        case refused(String)
        /// The connection is gone, or the server sends it away.
        case lost
    }

    let kind: Kind
    let error: DatabaseError
    private let wasCached: Bool

    /// The connection does not answer any more.
    init(lost words: String) {
        kind = .lost
        error = .unreachable(words)
        wasCached = false
    }

    /// A result that is an error; `text` is the statement's, which holds no values.
    init(_ result: OpaquePointer?, in text: String) {
        func field(_ name: Character) -> String? {
            let code = Int32(name.asciiValue ?? 0)
            return PQresultErrorField(result, code).map { String(cString: $0) }
        }
        let state = field("C") ?? ""
        let words = field("M") ?? "no words"
        wasCached = words.hasPrefix("cached plan")
        kind = PostgresFailure.isLoss(state) ? .lost : .refused(state)
        error = PostgresFailure.error(state, words, text) {
            // Of other constraints the detail is the row itself.
            let detail = state == "23505" ? field("D") : nil
            return PostgresFailure.constraint(table: field("t"), column: field("c"), name: field("n"), detail: detail)
        }
    }

    /// Two transactions stood in each other's way: run again, both would have passed.
    var isConflict: Bool {
        switch kind {
        case .refused(let state): state == "40001" || state == "40P01"
        case .lost: false
        }
    }

    /// A key that is there already. It may be a conflict in disguise: the other transaction came in between.
    var isDuplicate: Bool {
        switch kind {
        case .refused(let state): state == "23505"
        case .lost: false
        }
    }

    /// A statement was prepared before somebody changed the schema.
    var isOutdated: Bool {
        switch kind {
        case .refused(let state): state == "0A000" && wasCached
        case .lost: false
        }
    }

    /// A server that may only be read: it was the primary a moment ago.
    var isReadOnly: Bool {
        switch kind {
        case .refused(let state): state == "25006"
        case .lost: false
        }
    }

    /// The classes of lost connections and of a server that stops or starts.
    private static func isLoss(_ state: String) -> Bool {
        state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }

    private static func error(
        _ state: String, _ words: String, _ text: String, _ constraint: () -> String
    ) -> DatabaseError {
        switch state.prefix(2) {
        case "23": return .constraint(constraint())
        case "53": return state == "53100" ? .full : .busy
        case "XX": return state == "XX000" ? .other(words) : .corrupt(words)
        // A mistake in a statement names tables and columns; most other words quote a value.
        case "42", "0A": return .other(words + " in: " + text)
        case _ where isLoss(state) || state == "25006": return .unreachable(words)
        case _ where ["40001", "40P01", "55P03", "57014"].contains(state): return .busy
        case _: return .other("SQLSTATE \(state) in: " + text)
        }
    }

    /// `table.column` as SQLite names it, else the constraint's own name. Which columns a unique key has is told in the
    /// detail only, `Key (city, year)=(…)`, in whatever language around the brackets.
    private static func constraint(table: String?, column: String?, name: String?, detail: String?) -> String {
        guard let table else { return name ?? "a constraint" }
        if let column { return table + "." + column }
        guard let detail, let open = detail.firstIndex(of: "("), let close = detail.range(of: ")=(")
        else { return name ?? table }
        let columns = detail[detail.index(after: open)..<close.lowerBound].split(separator: ", ")
        return columns.map { table + "." + $0 }.joined(separator: ", ")
    }
}
