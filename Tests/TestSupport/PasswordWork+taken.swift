import Dispatch

@testable import Directory

extension PasswordWork {
    /// Does something while a processor is taken by a password that goes on for as long.
    @discardableResult
    package func whileTaken<T>(_ body: () async throws -> T) async throws -> T {
        let gate = DispatchSemaphore(value: 0)
        let holder = Task { try await inTurn { _ = gate.wait(timeout: .now() + 120) } }
        let result: T
        do {
            while load.working == 0 { try await Task.sleep(for: .milliseconds(1)) }
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
