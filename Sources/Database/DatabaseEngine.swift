/// Which engine answers; for the few places where their SQL differs.
package enum EngineKind: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

/// A database: whole transactions go in, values come out. The closures cannot wait, send or call out.
package protocol DatabaseEngine: Sendable {
    /// Which engine this is.
    var kind: EngineKind { get }

    /// One transaction that holds the write lock from its first statement on. The closure may run twice: ids,
    /// codes, salts and the time are made outside.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// A write that changes the schema: one at a time over all processes, however long it takes.
    func alter<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// One snapshot: every statement of the closure sees the same moment.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// What it has done so far, and how busy it is.
    var figures: EngineFigures { get }

    /// Waits for what is running and closes the connections.
    func close() async throws
}
