import Database
import Foundation
import TestSupport
import Testing

@Suite("When somebody wants a database to himself")
struct InUseTests {
    @Test("it is in use as long as anybody has it open, and not any more when the last one closed it")
    func inUse() async throws {
        let database = try TestDatabase()
        let engines = [try await database.streets(), try await database.streets()]

        var found = [try await database.place().isInUse()]
        for engine in engines {
            try await engine.close()
            found.append(try await database.place().isInUse())
        }

        #expect(found == [true, true, false])
    }

    @Test("a new file and what lies beside it are for its owner alone", .enabled(if: TestDatabase.isSQLite))
    func rights() async throws {
        let database = try TestDatabase()
        let engine = try await database.streets()

        let files = try FileManager.default.contentsOfDirectory(atPath: database.folder.path).sorted()
        let rights = try files.map { name in
            try FileManager.default.attributesOfItem(atPath: database.folder.path + "/" + name)[.posixPermissions]
                as? Int
        }

        #expect(files.contains("lianxin.sqlite-wal"))
        #expect(rights.allSatisfy { $0 == 0o600 })
        try await engine.close()
    }
}
