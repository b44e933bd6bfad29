import Domain

/// One at a time; a few wait, more are told to come again.
actor PressQueue {
    private static let most = 4

    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// How many wait.
    var length: Int { waiting.count }

    /// Returns when it is one's turn.
    func enter() async throws {
        guard isTaken else {
            isTaken = true
            return
        }
        guard waiting.count < PressQueue.most else {
            throw Refusal(.conflict, code: "pdf-busy", "现在做 PDF 的人多。请过一会儿再试，或者打开打印页用浏览器打印。")
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Hands the turn to whoever waits longest.
    func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
