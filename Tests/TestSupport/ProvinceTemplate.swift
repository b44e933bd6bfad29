import App
import Database
import Directory
import Domain
import Foundation
import Record
import Secrets

/// The files of a furnished province, made once in a process and copied for every test.
struct ProvinceTemplate: Sendable {
    static let shared = Task { try await ProvinceTemplate.make() }

    let people: [TestOffice: TestPerson]
    let divisions: [TestPlace: DivisionID]
    let stations: [TestPlace: StationID]
    private let database: Data
    private let keys: Data

    /// A folder of its own with the files in it.
    func unpack() throws -> URL {
        let folder = try ProvinceTemplate.newFolder()
        let settings = Settings.test(folder)
        try database.write(to: URL(filePath: settings.databaseFile))
        try keys.write(to: URL(filePath: settings.keyFile))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: settings.keyFile)
        return folder
    }

    private static func make() async throws -> ProvinceTemplate {
        let folder = try newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = Settings.test(folder)
        let clock = TestClock()
        let app = try await App.build(settings, clock: { clock.now }, pause: { _ in })
        let ground = ProvinceGround(
            keys: app.installation.keys, ids: try await app.installation.ids.take(4096),
            passwordHash: try Password.hash(TestPerson.password, cost: .test))
        try await app.installation.database.write { db in try ground.write(in: db) }
        // The last connection folds the log into the file.
        try await app.close()
        return ProvinceTemplate(
            people: ground.people, divisions: ground.divisions.mapValues(\.id),
            stations: ground.stations.mapValues(\.id),
            database: try Data(contentsOf: URL(filePath: settings.databaseFile)),
            keys: try Data(contentsOf: URL(filePath: settings.keyFile)))
    }

    private static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "province-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

extension Settings {
    /// A real file, so that locks are real; nothing that only a power cut would show.
    package static func test(_ folder: URL) -> Settings {
        var settings = Settings(dataDirectory: folder.path)
        settings.sqlite = SQLiteOptions(readers: 2, synchronous: .off)
        settings.passwordCost = .test
        settings.telephone = "19900000000"
        settings.logLevel = .critical
        return settings
    }
}
