import App
import ArgumentParser
import Database
import Hummingbird
import Logging

/// What a page would cost if it were nothing but its statements: the same SQL through the same driver in one read, then
/// as many bytes, without routing, session, decoding or drawing. `bench` measures pages against it.
struct BareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bench-bare", shouldDisplay: false)

    @Option var data: String
    @Option var port: Int
    @Argument var addresses: [String]

    /// One page as it was drawn.
    private struct Recording: Sendable {
        var statements: [SQL]
        var body: ByteBuffer
    }

    func run() async throws {
        // The environment says where the database is, as for every other command.
        let settings = try Settings.read(flags: [.data: data])
        let pages = try await record(settings)
        let engine = try settings.database.open()
        let router = Router(context: BasicRequestContext.self)
        router.get("/") { _, _ in "ready" }
        router.get("/{page}") { _, context in
            let page = pages[try context.parameters.require("page", as: Int.self)]
            try await engine.read { db in _ = try db.batch(page.statements) }
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: page.body))
        }
        let configuration = ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        try await Application(router: router, configuration: configuration, logger: logger).runService()
        try await engine.close()
    }

    /// Asks the real application for each page and writes down what it did.
    private func record(_ settings: Settings) async throws -> [Recording] {
        try await RecordedPages.use(settings) { pages in
            var recordings: [Recording] = []
            for address in addresses {
                let seen = try await pages.see(address)
                recordings.append(Recording(statements: seen.statements, body: ByteBuffer(bytes: seen.body)))
            }
            return recordings
        }
    }
}
