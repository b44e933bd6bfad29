import Database
import Directory
import Domain
import Logging
import ServiceLifecycle

/// Does the timed work. Any number of workers may run side by side, in any number of processes.
package struct Worker: Service {
    /// How one piece of work went in one round.
    package enum Outcome: Hashable, Sendable {
        case done
        /// Another worker holds it or was quicker.
        case elsewhere
        case failed
    }

    let installation: Installation
    let works: [TimedWork]
    let logger: Logger

    package init(_ installation: Installation, works: [TimedWork], logger: Logger) {
        self.installation = installation
        self.works = works
        self.logger = logger
    }

    /// Until the program ends: every second a look at what is due. A piece that has begun is finished.
    package func run() async throws {
        let (stop, stopping) = AsyncStream.makeStream(of: Void.self)
        await withTaskCancellationOrGracefulShutdownHandler {
            var pause = stop.makeAsyncIterator()
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                await round()
                await sleep(orUntil: &pause)
            }
        } onCancelOrGracefulShutdown: {
            stopping.finish()
        }
    }
}
