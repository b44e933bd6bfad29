import App
import Database
import Demo
import Directory
import Domain
import Foundation
import TestSupport

/// A demo in a folder of its own, opened as a server would open it.
final class MadeDemo: Sendable {
    /// The middle of a working day.
    static let now = Day(2026, 5, 27).start.adding(seconds: 39_600)

    /// The small demo as anybody makes it, once for all tests.
    static let small = Task { try await MadeDemo() }

    let report: DemoReport
    let app: Assembled
    let folder: String

    init(isSmall: Bool = true, matters: Int? = nil, seed: UInt64 = 1, messages: String? = nil) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID().uuidString)").path
        report = try await Demo.make(
            DemoOrder(
                folder: folder, isSmall: isSmall, matters: matters, seed: seed, now: MadeDemo.now, messages: messages)
        ) { _ in }
        app = try await App.build(Settings(dataDirectory: folder), clock: { MadeDemo.now }, pause: { _ in })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var lives: LifeReport { report.lives }

    func value<T: SQLDecodable & Sendable>(_ sql: SQL) async throws -> T? {
        try await app.installation.database.read { db in try db.value(sql) }
    }

    /// Every fault that `lianxin verify` would name.
    func faults() async throws -> [String] {
        var faults: [String] = []
        for check in Verification.checks { faults += try await check.run(app.installation) { _ in } }
        return faults
    }

    func notes() throws -> DemoNotes {
        guard let notes = try DemoNotes.read(from: folder) else { throw NotFound() }
        return notes
    }
}
