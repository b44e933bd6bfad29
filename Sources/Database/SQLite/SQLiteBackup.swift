import Foundation
import GRDB

/// SQLite's own online backup: a whole copy of one moment, while others go on reading and writing.
package enum SQLiteBackup {
    /// Copies a database file into a new one, which is one file without a log beside it. Waits where it stands.
    package static func copy(
        _ path: String, to copy: String, progress: @escaping (_ done: Int, _ total: Int) -> Void
    ) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let source = try DatabaseQueue(path: path, configuration: configuration)
            let target = try DatabaseQueue(path: copy)
            // In one step: between two steps a writer would make it begin anew.
            try source.backup(to: target) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
            try target.close()
            try source.close()
        } catch {
            throw DatabaseError.mapped(error)
        }
    }
}
