import App
import Database
import Directory
import Domain
import Foundation
import Secrets
import TestSupport
import Testing

@Suite("When the application is put together")
struct AssemblyTests {
    @Test("its routes are listed in order, each once, without the heads that every page has")
    func routes() async throws {
        let routes = try await TestProvince().app.routes

        #expect(routes.contains("GET /health"))
        #expect(routes.contains("POST /sign-in"))
        #expect(!routes.contains { $0.hasPrefix("HEAD") })
        #expect(Set(routes).count == routes.count)
        let paths = routes.map { $0.split(separator: " ")[1] }
        #expect(paths == paths.sorted())
    }

    @Test("a database without its keys is refused: new ones would make it unreadable for good")
    func lostKeys() async throws {
        let province = try await TestProvince()
        try await province.app.close()
        try FileManager.default.removeItem(atPath: province.app.settings.keyFile)

        await #expect(throws: SecretsError.self) { try await province.another() }

        #expect(!FileManager.default.fileExists(atPath: province.app.settings.keyFile))
    }

    @Test("the keys of another database are refused, by the name of their file and of those that are wanted")
    func otherKeys() async throws {
        let province = try await TestProvince()
        let other = try province.keyFile([TestKey.line])

        await #expect(throws: SecretsError.otherKeys(path: other, names: province.installation.keys.names)) {
            try await province.start(withKeysIn: other)
        }

        try await province.another().close()
    }

    @Test("a key that is damaged, or stands behind one that is newer, is another key")
    func damagedKeys() async throws {
        let province = try await TestProvince()
        let line = try province.keyLine
        let damaged = try province.keyFile(["\(line.dropLast())\(line.hasSuffix("0") ? "1" : "0")"])
        let turned = try province.keyFile([TestKey.line, line])

        for file in [damaged, turned] {
            await #expect(throws: SecretsError.otherKeys(path: file, names: province.installation.keys.names)) {
                try await province.start(withKeysIn: file)
            }
        }
    }

    @Test("a key that is added at the end is noted at the next start; from then on a file without it is refused")
    func newKey() async throws {
        let province = try await TestProvince()
        let longer = try province.keyFile([province.keyLine, TestKey.line])

        for _ in 1...2 { try await province.start(withKeysIn: longer).close() }

        let file = province.app.settings.keyFile
        let names = province.installation.keys.names + [TestKey.name]
        await #expect(throws: SecretsError.otherKeys(path: file, names: names)) { try await province.another() }
    }

    @Test("a database from before there were marks takes the keys that open what is in it, and no others")
    func unmarked() async throws {
        let province = try await TestProvince()
        let other = try province.keyFile([TestKey.line])
        try await province.write { db, _, _ in try db.run("DELETE FROM key_mark") }

        await #expect(throws: SecretsError.otherKeys(path: other, names: province.installation.keys.names)) {
            try await province.start(withKeysIn: other)
        }
        #expect(try await province.count("SELECT COUNT(*) FROM key_mark") == 0)
        try await province.another().close()

        #expect(try await province.count("SELECT COUNT(*) FROM key_mark") == 1)
    }

    @Test("over a server no data folder is made", .enabled(if: TestDatabase.isPostgres))
    func noFolder() async throws {
        let province = try await TestProvince()
        var change = province.app.settings
        change.secretFile = change.keyFile
        change.dataDirectory += "/none"
        let settings = change

        try await App.build(settings).close()

        #expect(!FileManager.default.fileExists(atPath: settings.dataDirectory))
    }

    @Test("everybody of the small province is reachable, and nothing in it is broken")
    func province() async throws {
        let province = try await TestProvince()
        let atlas = try await province.snapshot().atlas
        let now = province.now

        let places = TestPlace.allCases.filter { $0 != .province }
        #expect(places.allSatisfy { atlas.isOpen(province.station($0), at: now) })
        #expect(atlas.isReachable(organ: try await province.bureau("transport", in: .county), at: now))
        #expect(!atlas.isReachable(organ: try await province.bureau("education", in: .county), at: now))
        #expect(Set(province.everybody.map(\.name)).count == province.everybody.count)
        #expect(try await province.faults().isEmpty)
    }

    @Test("its people sign in with their password or are signed in already")
    func signIn() async throws {
        let province = try await TestProvince()
        let clerk = province.clerk(of: .town)
        let visitor = try await province.browser()
        let known = try await province.browser(as: clerk)

        _ = try await visitor.get("/sign-in")
        let answer = try await visitor.post("/sign-in", ["login": clerk.login, "password": TestPerson.password])
        province.clock.pass(days: 3)

        #expect(answer.status == .seeOther)
        #expect(try await known.get("/account").text.contains(clerk.name))
    }
}

/// A key that somebody adds by hand.
private enum TestKey {
    static let name = "0000000a"
    static let line = name + " " + String(repeating: "5c", count: 32)
}

extension TestProvince {
    /// The one key in its file.
    fileprivate var keyLine: String {
        get throws {
            let lines = try String(contentsOfFile: app.settings.keyFile, encoding: .utf8).split(separator: "\n")
            return String(lines[1])
        }
    }

    /// One more key file, for its owner alone.
    fileprivate func keyFile(_ lines: [String]) throws -> String {
        let path = app.settings.dataDirectory + "/\(UUID().uuidString).key"
        let text = (["lianxin-keys 1"] + lines).map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    /// Another program over the same database, whose settings name other keys.
    @discardableResult
    fileprivate func start(withKeysIn file: String) async throws -> Assembled {
        var settings = app.settings
        settings.secretFile = file
        return try await App.build(settings)
    }
}
