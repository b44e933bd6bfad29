import Synchronization

/// Writes down which statements run: for the budget of a page, for plan tests and for measuring a page against its
/// statements alone. Off unless an engine was opened with one.
package final class StatementLog: Sendable {
    private let statements = Mutex<[SQL]>([])

    /// Empty.
    package init() {}

    /// What ran since the last call, in order; savepoints are left out.
    package func take() -> [SQL] {
        statements.withLock { statements in
            defer { statements = [] }
            return statements
        }
    }

    func add(_ more: [SQL]) {
        statements.withLock { $0 += more }
    }
}
