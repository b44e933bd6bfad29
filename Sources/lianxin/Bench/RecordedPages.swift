import App
import Database
import Hummingbird

/// The application in this process, with every statement written down.
struct RecordedPages {
    let http: PlainHTTP
    private let log: StatementLog

    static func use<Value>(
        _ settings: Settings, _ body: (RecordedPages) async throws -> Value
    ) async throws -> Value {
        let log = StatementLog()
        var settings = settings
        settings.statementLog = log
        settings.port = try LocalPort.free()
        // Ending it early is how it is meant to end.
        settings.logLevel = .critical
        let pages = RecordedPages(http: PlainHTTP(port: settings.port), log: log)
        return try await run(build(settings)) { app in
            let serving = Task { try await app.application.runService(gracefulShutdownSignals: []) }
            defer { serving.cancel() }
            while await pages.http.get("/health") == nil { try await Task.sleep(for: .milliseconds(5)) }
            let value = try await body(pages)
            serving.cancel()
            _ = await serving.result
            return value
        }
    }

    /// A page as a warm process draws it: the first time may read what is kept afterwards.
    func see(_ address: String, cookie: String? = nil) async throws -> (statements: [SQL], body: [UInt8]) {
        _ = await http.get(address, cookie: cookie)
        _ = log.take()
        guard let answer = await http.get(address, cookie: cookie), answer.status == 200 else {
            throw Complaint("\(address) 没有正常的回答，不能测量")
        }
        return (log.take(), answer.body)
    }
}
