import Database
import Directory
import Files
import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle
import Web

/// The whole application, joined and ready to run.
package struct Assembled: Sendable {
    package let settings: Settings
    package let installation: Installation
    /// Where photos, voice and documents are kept.
    package let files: FileStore
    /// The steps of the schema that were missing and ran when it was opened.
    package let migrated: [Int]
    /// `GET /matters/{number}`, sorted by path; those of all faces.
    package let routes: [String]
    package let worker: Worker
    let responder: SiteResponder
    let logger: Logger

    /// Who says nothing for so long is gone, or keeps a place from others.
    private static let idleSeconds: Int64 = 60
    /// More wait in the system's queue; far below what files a process may open.
    private static let connections = 4_000

    /// The application without its worker: what tests send requests to.
    package var application: Application<SiteResponder> {
        Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(Self.idleSeconds))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
            logger: logger)
    }

    /// Serves until the process is told to stop, then lets running requests and work end.
    package func serve() async throws {
        // Stopped in the reverse order: first no more requests, then no more work.
        try await run((settings.runsWorker ? [worker] : []) + [application])
    }

    /// Does timed work until the process is told to stop.
    package func work() async throws {
        try await run([worker])
    }

    /// Everything that `lianxin verify` looks at.
    package var checks: [Check] { Verification.checks + [Verification.files(files)] }

    /// Closes the database; nothing may be asked afterwards.
    package func close() async throws {
        try await installation.database.close()
    }

    private func run(_ services: [any Service]) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: configuration).run()
        try await close()
    }
}
