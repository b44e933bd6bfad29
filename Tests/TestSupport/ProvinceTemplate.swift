import App
import Database
import Directory
import Domain
import Foundation
import Record
import Secrets

/// A furnished province, made once in a process and copied for every test.
struct ProvinceTemplate: Sendable {
    static let shared = Task { try await ProvinceTemplate.make() }

    let people: [TestOffice: TestPerson]
    let divisions: [TestPlace: DivisionID]
    let stations: [TestPlace: StationID]
    private let database: TestDatabase
    private let keys: Data

    /// A database of its own with everything in it, and the keys beside it.
    func unpack() throws -> TestDatabase {
        let copy = try TestDatabase(like: database)
        let settings = Settings.test(copy)
        try keys.write(to: URL(filePath: settings.keyFile))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: settings.keyFile)
        return copy
    }

    private static func make() async throws -> ProvinceTemplate {
        let database = try TestDatabase()
        let settings = Settings.test(database)
        let clock = TestClock()
        let app = try await App.build(settings, clock: { clock.now }, pause: { _ in })
        let ground = ProvinceGround(
            keys: app.installation.keys, ids: try await app.installation.ids.take(4096),
            passwordHash: try Password.hash(TestPerson.password, cost: .test))
        try await app.installation.database.write { db in try ground.write(in: db) }
        // The last connection folds the log into the file, and nobody may have open what is copied.
        try await app.close()
        return ProvinceTemplate(
            people: ground.people, divisions: ground.divisions.mapValues(\.id),
            stations: ground.stations.mapValues(\.id),
            database: database,
            keys: try Data(contentsOf: URL(filePath: settings.keyFile)))
    }
}

extension Settings {
    /// A real database, so that locks are real; nothing that only a power cut would show.
    package static func test(_ database: TestDatabase) -> Settings {
        var settings = Settings(dataDirectory: database.folder.path)
        settings.server = database.address
        switch database.place() {
        case .file(_, let options): settings.sqlite = options
        case .server(_, let options): settings.postgres = options
        }
        settings.passwordCost = .test
        settings.telephone = "19900000000"
        settings.logLevel = .critical
        return settings
    }
}
