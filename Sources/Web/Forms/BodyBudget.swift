import Database
import Synchronization

/// How many bytes of forms with files a process holds at once. Each is read into memory as a whole, because nothing of
/// it is believed before its token is seen; who comes when there is no room is told to come again.
final class BodyBudget: Sendable {
    private static let most = 256 << 20

    private let held = Mutex(0)
    private let most: Int

    init(most: Int = BodyBudget.most) {
        self.most = most
    }

    /// Room for so many bytes while the body runs; throws `DatabaseError.busy` where there is none.
    func hold<T>(_ bytes: Int, _ body: () async throws -> T) async throws -> T {
        let fits = held.withLock { held in
            guard held + bytes <= most else { return false }
            held += bytes
            return true
        }
        guard fits else { throw DatabaseError.busy }
        defer { held.withLock { $0 -= bytes } }
        return try await body()
    }
}
