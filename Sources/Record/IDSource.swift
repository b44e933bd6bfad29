import Database
import Synchronization

/// Hands out ids from blocks that are leased in the database, so that any number of programs draws different ones.
/// Ids mean nothing; what a program did not use of its block when it ends is lost.
package final class IDSource: Sendable {
    /// How many ids a lease is for.
    static let block: Int64 = 100_000
    /// What stays in a block for operations that need more ids than they asked for.
    static let spare: Int64 = 10_000

    private let engine: any DatabaseEngine
    private let state = Mutex(State())

    private struct State {
        var left: Range<Int64> = 0..<0
        var lease: Task<Void, any Error>?
    }

    private enum Draw {
        case ready(Range<Int64>)
        case waiting(Task<Void, any Error>)
    }

    /// A source over one database.
    package init(_ engine: any DatabaseEngine) {
        self.engine = engine
    }

    /// Ids for one operation that needs about `count` of them.
    package func take(_ count: Int = 64) async throws -> IDs {
        while true {
            switch draw(Int64(count)) {
            case .ready(let range): return IDs(range, seed: IDSource.seed(), more: { [self] in extra() })
            case .waiting(let lease): try await lease.value
            }
        }
    }

    private func draw(_ count: Int64) -> Draw {
        state.withLock { state in
            if Int64(state.left.count) >= count + IDSource.spare {
                return .ready(IDSource.cut(count, from: &state.left))
            }
            // One lease at a time: who comes meanwhile waits for the same.
            if let lease = state.lease { return .waiting(lease) }
            let lease = Task { try await self.renew(for: count) }
            state.lease = lease
            return .waiting(lease)
        }
    }

    private func renew(for count: Int64) async throws {
        do {
            let range = try await lease(max(IDSource.block, count + IDSource.spare))
            state.withLock { state in
                state.left = range
                state.lease = nil
            }
        } catch {
            state.withLock { $0.lease = nil }
            throw error
        }
    }

    /// Compare-and-set: of two programs that read the same number one finds no row and reads again.
    private func lease(_ size: Int64) async throws -> Range<Int64> {
        try await engine.write { db in
            try db.run("INSERT INTO id_block (name, next) VALUES ('row', 1) ON CONFLICT (name) DO NOTHING")
            while true {
                let first: Int64 = try db.value("SELECT next FROM id_block WHERE name = 'row'") ?? 1
                let changed = try db.changed(
                    "UPDATE id_block SET next = \(first + size) WHERE name = 'row' AND next = \(first)")
                if changed == 1 { return first..<first + size }
            }
        }
    }

    /// Ids beyond those taken; inside a transaction nobody can wait for a lease.
    private func extra() -> Range<Int64> {
        state.withLock { state in
            precondition(!state.left.isEmpty, "an operation drew far more ids than it had taken")
            return IDSource.cut(min(64, Int64(state.left.count)), from: &state.left)
        }
    }

    private static func cut(_ count: Int64, from range: inout Range<Int64>) -> Range<Int64> {
        let cut = range.lowerBound..<range.lowerBound + count
        range = cut.upperBound..<range.upperBound
        return cut
    }

    private static func seed() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var seed: [UInt8] = []
        for _ in 0..<4 {
            withUnsafeBytes(of: generator.next() as UInt64) { seed += $0 }
        }
        return seed
    }
}
