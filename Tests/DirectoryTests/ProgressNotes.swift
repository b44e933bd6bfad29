import Synchronization

@testable import Directory

/// What a progress bar was told.
final class ProgressNotes: Sendable {
    private let notes = Mutex<[ImportProgress]>([])

    var all: [ImportProgress] { notes.withLock { $0 } }

    func add(_ progress: ImportProgress) {
        notes.withLock { $0.append(progress) }
    }
}
