import Database
import Directory
import Domain
import Matters
import Record

/// Plays all matters of a demo: batches are played on all processors and written one after the other.
struct Lives: Sendable {
    /// A transaction long enough that its commit costs nothing.
    private static let batch = 400
    /// Batches that are played while one is written.
    private static let ahead = 3
    /// More than any matter has used yet, its attempts included.
    private static let idsEach = 60

    let installation: Installation
    let snapshot: Snapshot
    let stage: any LifeStage
    let progress: Demo.Progress

    func play() async throws -> LifeReport {
        let batches = stage.batches(of: Lives.batch)
        var report = LifeReport()
        try await withThrowingTaskGroup(of: (Int, PlayedBatch).self) { group in
            var started = 0
            var ready: [Int: PlayedBatch] = [:]
            func start() async throws {
                guard started < batches.count else { return }
                let (number, batch) = (started, batches[started])
                started += 1
                let tools = try await tools(for: batch)
                let stage = stage
                group.addTask { (number, try stage.play(batch, tools)) }
            }
            for _ in 0..<Lives.ahead { try await start() }
            var written = 0
            while let (number, played) = try await group.next() {
                ready[number] = played
                while let next = ready.removeValue(forKey: written) {
                    try await write(next)
                    report.add(next)
                    written += 1
                    progress(DemoProgress(step: .matters, done: report.matters, total: stage.matters))
                    try await start()
                }
            }
        }
        return report
    }

    private func tools(for batch: [Int]) async throws -> MatterReplay.Tools {
        let ids = try await installation.ids.take(Lives.batch * Lives.idsEach)
        let wanted = batch.flatMap(stage.numbers)
        let atlas = snapshot.atlas
        let numbers = try await installation.database.write { db in
            try ReservedNumbers.reserve(wanted, atlas: atlas, in: db)
        }
        return MatterReplay.Tools(keys: installation.keys, numbers: numbers, ids: ids)
    }

    private func write(_ played: PlayedBatch) async throws {
        try await installation.database.write { db in
            var ids = played.ids
            for replay in played.replays { try replay.write(in: db, ids: &ids) }
        }
    }
}
