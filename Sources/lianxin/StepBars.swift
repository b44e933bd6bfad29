import Directory
import Synchronization

/// One bar for each step of an import, one after the other.
final class StepBars: Sendable {
    private let current = Mutex<(step: ImportProgress.Step, bar: ProgressBar)?>(nil)

    @Sendable func show(_ progress: ImportProgress) {
        bar(for: progress).set(progress.done)
    }

    func finish() { current.withLock { $0?.bar.finish() } }

    private func bar(for progress: ImportProgress) -> ProgressBar {
        current.withLock { current in
            if let current, current.step == progress.step { return current.bar }
            current?.bar.finish()
            let bar = ProgressBar(progress.step.chinese, total: progress.total)
            current = (progress.step, bar)
            return bar
        }
    }
}
