import Foundation

/// Another program that holds SQLite's write lock without asking for a turn: byte 120 of the shared-memory file, as
/// its format says. A file description of its own makes the lock strange even inside one process.
struct Stranger {
    private let file: Int32

    init(holding path: String) throws {
        file = open(path + "-shm", O_RDWR)
        try set(F_WRLCK)
    }

    func leave() {
        try? set(F_UNLCK)
        close(file)
    }

    private func set(_ type: some BinaryInteger) throws {
        var lock = flock()
        lock.l_type = Int16(type)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 120
        lock.l_len = 1
        // F_OFD_SETLK; the header hides it.
        guard file >= 0, fcntl(file, 37, &lock) == 0 else { throw CocoaError(.fileLocking) }
    }
}
