import Synchronization

/// One bar after the other, each under its title.
final class TitledBars: Sendable {
    private let current = Mutex<(title: String, bar: ProgressBar)?>(nil)

    func show(_ title: String, done: Int, total: Int) {
        current.withLock { current in
            if current?.title != title {
                current?.bar.finish()
                current = (title, ProgressBar(title, total: total))
            }
            current?.bar.set(done)
        }
    }

    func finish() { current.withLock { $0?.bar.finish() } }
}
