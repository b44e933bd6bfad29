import Database
import Record

extension Installation {
    /// A write with ids of its own; `count` is about how many it needs.
    package func write<T: Sendable>(
        ids count: Int = 64, _ body: @escaping @Sendable (Transaction, inout IDs) throws -> T
    ) async throws -> T {
        let leased = try await ids.take(count)
        return try await database.write { db in
            // Run again, it begins with the same ids.
            var ids = leased
            return try body(db, &ids)
        }
    }
}
