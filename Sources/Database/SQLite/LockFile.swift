import Foundation

/// An empty file beside the database that several processes lock.
enum LockFile {
    /// Opens or makes it, for its owner alone.
    static func open(_ path: String) throws -> Int32 {
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw DatabaseError.other("\(path) cannot be opened: " + String(cString: strerror(errno)))
        }
        return file
    }
}
