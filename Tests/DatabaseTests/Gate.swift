import Foundation

/// Holds a closure on its database thread until the test opens it.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    /// Stays open: a closure that is run again does not wait again.
    func wait() {
        _ = semaphore.wait(timeout: .now() + 120)
        semaphore.signal()
    }
}
