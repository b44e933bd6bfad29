import Database
import Directory
import Files
import Matters
import Record

/// One thing that must be true of a live database, whatever happened to it.
package struct Check: Sendable {
    package typealias Progress = @Sendable (_ more: Int) -> Void

    /// What is looked at, in words.
    package let title: String
    /// How many steps `run` will report, for the bar.
    package let size: @Sendable (_ installation: Installation) async throws -> Int
    /// Every fault with the row it is about; empty when all is well.
    package let run: @Sendable (_ installation: Installation, _ progress: @escaping Progress) async throws -> [String]

    package init(
        _ title: String, size: @escaping @Sendable (Installation) async throws -> Int = { _ in 0 },
        run: @escaping @Sendable (Installation, @escaping Progress) async throws -> [String]
    ) {
        self.title = title
        self.size = size
        self.run = run
    }
}

/// What `lianxin verify` looks at, in order.
package enum Verification {
    package static let checks: [Check] = [record, projections, holders, counters]

    private static let record = Check("记录的链和内容") { installation in
        try await installation.database.read { db in try db.value("SELECT COUNT(*) FROM event") ?? 0 }
    } run: { installation, progress in
        try await installation.log.verifyAll(in: installation.database, heads: [.matter], progress: progress)
            .map(\.description)
    }

    private static let projections = Check("事项与记录、时限、列表", size: MatterChecks.size, run: MatterChecks.projections)
    private static let holders = Check("每件未办结的事项有人管、有时限", size: MatterChecks.size, run: MatterChecks.holders)
    private static let counters = Check("计数", size: MatterChecks.size, run: MatterChecks.counters)

    /// Each file that a row names is there, and is the one that was kept.
    package static func files(_ store: FileStore) -> Check {
        Check("照片、录音和文件") { installation in
            try await FileChecks.size(in: installation.database)
        } run: { installation, progress in
            try await FileChecks.run(store, in: installation.database, progress)
        }
    }
}
