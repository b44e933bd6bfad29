import Foundation

/// Tells whether anybody has a database open: everybody who does shares a lock on a file beside it, which ends with the
/// process, however that ends.
final class OpenLock: Sendable {
    private let file: Int32

    init(beside path: String) throws {
        file = try LockFile.open(OpenLock.name(beside: path))
        // Waits only for somebody who asks, and has it alone while asking.
        while flock(file, LOCK_SH) != 0, errno == EINTR {}
    }

    deinit { close(file) }

    func release() { flock(file, LOCK_UN) }

    /// Whether anybody holds it, in this process too.
    static func isHeld(beside path: String) throws -> Bool {
        let file = try LockFile.open(name(beside: path))
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) != 0
    }

    private static func name(beside path: String) -> String { path + ".open" }
}
