@testable import Directory

extension PasswordWork {
    /// Does something while a processor is taken by a password that goes on for as long.
    @discardableResult
    package func whileTaken<T>(_ body: () async throws -> T) async throws -> T {
        try await lanes.whileTaken(body)
    }

    /// Until so many wait.
    package func untilWaiting(_ count: Int) async throws {
        try await lanes.untilWaiting(count)
    }
}
