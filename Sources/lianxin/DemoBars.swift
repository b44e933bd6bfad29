import Demo
import Synchronization

/// One bar for each step of making a demo, one after the other.
final class DemoBars: Sendable {
    private let current = Mutex<(step: DemoProgress.Step, bar: ProgressBar)?>(nil)

    func show(_ progress: DemoProgress) {
        bar(for: progress).set(progress.done)
    }

    func finish() { current.withLock { $0?.bar.finish() } }

    private func bar(for progress: DemoProgress) -> ProgressBar {
        current.withLock { current in
            if let current, current.step == progress.step { return current.bar }
            current?.bar.finish()
            let bar = ProgressBar(progress.step.chinese, total: progress.total)
            current = (progress.step, bar)
            return bar
        }
    }
}
