import Demo

/// One bar for each step of making a demo, one after the other.
final class DemoBars: Sendable {
    private let bars = TitledBars()

    func show(_ progress: DemoProgress) {
        bars.show(progress.step.chinese, done: progress.done, total: progress.total)
    }

    func finish() { bars.finish() }
}
