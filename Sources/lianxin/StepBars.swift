import Directory

/// One bar for each step of an import, one after the other.
final class StepBars: Sendable {
    private let bars = TitledBars()

    @Sendable func show(_ progress: ImportProgress) {
        bars.show(progress.step.chinese, done: progress.done, total: progress.total)
    }

    func finish() { bars.finish() }
}
