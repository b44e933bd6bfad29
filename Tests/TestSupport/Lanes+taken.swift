import Database
import Dispatch

extension Lanes {
    /// Does something while a lane is taken by work that goes on for as long.
    @discardableResult
    package func whileTaken<T>(_ body: () async throws -> T) async throws -> T {
        let gate = DispatchSemaphore(value: 0)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let holder = Task {
            defer { begin.finish() }
            try await run {
                begin.finish()
                _ = gate.wait(timeout: .now() + 120)
            }
        }
        let result: T
        do {
            for await _ in begun {}
            result = try await body()
        } catch {
            gate.signal()
            throw error
        }
        gate.signal()
        try await holder.value
        return result
    }

    /// Until so many wait.
    package func untilWaiting(_ count: Int) async throws {
        while load.waiting != count { try await Task.sleep(for: .milliseconds(1)) }
    }
}
