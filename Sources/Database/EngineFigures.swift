import Synchronization

/// What an engine has done since it was opened, and how busy it is: for whoever watches the process.
package struct EngineFigures: Hashable, Sendable {
    package var reads = 0
    package var writes = 0
    package var statements = 0
    /// Writes that were run again because another stood in the way.
    package var conflicts = 0
    /// Connections that broke.
    package var lost = 0
    package var load = PoolLoad(connections: 0, busy: 0, waiting: 0)
}

/// Counts for one engine, from all its threads.
final class EngineCounter: Sendable {
    private let figures = Mutex(EngineFigures())

    func count(_ change: (inout EngineFigures) -> Void) { figures.withLock { change(&$0) } }

    func figures(with load: PoolLoad) -> EngineFigures {
        var figures = figures.withLock { $0 }
        figures.load = load
        return figures
    }
}
