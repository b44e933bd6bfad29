import Synchronization

/// One line that shows how far long work is. Appears after a second, only where somebody looks.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var drawn = ContinuousClock.now
        var isVisible = false
    }

    private static let width = 30

    private let title: String
    private let total: Int
    private let started = ContinuousClock.now
    private let state = Mutex(State())

    init(_ title: String, total: Int) {
        self.title = title
        self.total = total
    }

    func add(_ more: Int) { state.withLock { draw(&$0, done: $0.done + more) } }

    func set(_ done: Int) { state.withLock { draw(&$0, done: done) } }

    /// Takes the line away.
    func finish() {
        state.withLock { state in
            if state.isVisible { Terminal.write("\r\u{1B}[K") }
            state.isVisible = false
        }
    }

    private func draw(_ state: inout State, done: Int) {
        state.done = done
        let now = ContinuousClock.now
        guard Terminal.isWatched, total > 0, now - started > .seconds(1), now - state.drawn > .milliseconds(100)
        else { return }
        state.drawn = now
        state.isVisible = true
        let part = min(1, Double(done) / Double(total))
        let full = Int(part * Double(Self.width))
        let bar = String(repeating: "█", count: full) + String(repeating: "·", count: Self.width - full)
        Terminal.write("\r\u{1B}[K\(title) \(bar) \(Int(part * 100))%  \(done)/\(total)")
    }
}
