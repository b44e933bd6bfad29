import App
import Database
import Domain
import Foundation
import TestSupport
import Testing

@Suite(
    "When the program runs in processes of its own",
    .enabled(if: Program.isBuilt, "lianxin does not lie beside the tests; swift build --build-tests builds both"),
    .timeLimit(.minutes(3)))
struct ProcessTests {
    @Test("three that do all timed work at the same moment end well, and every piece is done")
    func once() async throws {
        let province = try await TestProvince()
        // They go by the machine's clock. No piece comes back sooner than after five seconds.
        let next = Instant.current.adding(seconds: 5).ms

        let programs = try (1...3).map { _ in try Program(["worker", "--once"], over: province) }
        var statuses: [Int32] = []
        for program in programs { statuses.append(try await program.status(within: .seconds(120))) }

        let done: [String] = try await province.read { db in
            try db.rows("SELECT name FROM job WHERE due_at >= \(next) AND lease_token IS NULL").map { try $0[0] }
        }
        let pieces = await province.work().keys
        #expect(statuses == [0, 0, 0])
        #expect(Set(done) == Set(pieces))
    }

    @Test("a worker that is told to stop ends what it has begun, at once and well, and holds nothing any more")
    func stopped() async throws {
        let province = try await TestProvince()
        let program = try Program(["worker"], over: province)
        // It listens to signals before it works, and is in the middle of its first round now.
        while try await province.count("SELECT COUNT(*) FROM job") == 0 {
            try #require(program.isRunning)
            try await Task.sleep(for: .milliseconds(10))
        }

        program.stop()
        let status = try await program.status(within: .seconds(5))

        #expect(status == 0)
        #expect(try await province.count("SELECT COUNT(*) FROM job WHERE lease_token IS NOT NULL") == 0)
    }

    @Test("an import that is refused leaves no empty file of codes in the way of the next try")
    func refusedImport() async throws {
        let province = try await TestProvince()
        let settings = province.app.settings
        try await province.app.close()
        let (table, codes) = (settings.dataDirectory + "/accounts.csv", settings.dataDirectory + "/codes.csv")
        try Data("登录名,姓名\nzhang.san,张三\n".utf8).write(to: URL(filePath: table))

        let program = try Program(["import", "accounts", table, "--codes", codes], over: province)
        let status = try await program.status(within: .seconds(30))

        #expect(status != 0)
        #expect(!FileManager.default.fileExists(atPath: codes))
    }

    @Test("a copy takes its keys from where the settings say, and leaves nothing in the folder it is called from")
    func copied() async throws {
        let province = try await TestProvince()
        let settings = province.app.settings
        try await province.app.close()
        let files = FileManager.default
        let folder = settings.dataDirectory + "/elsewhere"
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try files.moveItem(atPath: settings.keyFile, toPath: folder + "/kept.key")

        let program = try Program(
            [
                "copy", "--from", settings.server == nil ? settings.dataDirectory : "postgresql:///",
                "--to", folder + "/new",
            ], over: province, in: folder, with: [SettingKey.secretFile.variable: folder + "/kept.key"])
        let status = try await program.status(within: .seconds(120))

        #expect(status == 0)
        #expect(try files.contentsOfDirectory(atPath: folder).sorted() == ["kept.key", "new"])
        #expect(files.fileExists(atPath: folder + "/new/lianxin.sqlite"))
        #expect(!files.fileExists(atPath: folder + "/new/secret.key"))
    }
}
