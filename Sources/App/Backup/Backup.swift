import Database
import Directory
import Domain
import Foundation
import Schema
import Secrets

/// Makes a backup of a running installation: the database as it was at one moment, the files that its rows name, and a
/// manifest that tells whether it is whole. Files in a bucket are not in it. The keys are not in it: whoever finds a backup reads nobody's name.
package struct Backup: Sendable {
    /// The figures that are compared after restoring.
    private static let countedTables: [SQL] = ["matter", "event", "account", "mandate", "station", "station_photo"]
    private static let nameOfFile = "lianxin.sqlite"
    private static let nameOfDump = "lianxin.dump"

    package let settings: Settings
    /// Where backups lie, each in a folder named by its moment.
    package let place: String

    package init(_ settings: Settings, to place: String) {
        self.settings = settings
        // Of other programs' folders nobody knows.
        self.place = URL(filePath: place).absoluteURL.path
    }

    /// Makes one. Tells its folder. A backup that could not be finished leaves nothing that looks like one.
    package func run(
        at now: Instant, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> String {
        let files = FileManager.default
        let folder = place + "/" + Self.name(at: now)
        let making = folder + ".making"
        try? files.removeItem(atPath: making)
        try files.createDirectory(
            atPath: making, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            let keys = try KeyRing.existing(file: settings.keyFile)
            // Counted just before: a matter that comes in meanwhile may be one more in the backup, never one less.
            let (rows, schema) = try await Self.figures(of: settings, with: keys)
            // Before the database what goes meanwhile, after it what comes.
            try copyFiles(into: making)
            let file = try copy(into: making, progress)
            try copyFiles(into: making)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let attached = try FilesFolder(path: making + "/" + BackupManifest.attachments).names.map { name in
                let name = BackupManifest.attachments + name
                return try FileDigest.of(making + "/" + name, as: name)
            }
            try BackupManifest(
                engine: settings.database.kind.rawValue, at: now.iso, schema: schema, keys: keys.names, rows: rows,
                files: [try FileDigest.of(file)] + attached, bucket: settings.spokenBucket
            ).write(to: making)
            try files.moveItem(atPath: making, toPath: folder)
        } catch {
            try? files.removeItem(atPath: making)
            throw error
        }
        return folder
    }

    /// Removes all backups but the newest ones. Tells which; folders with other names are nobody's business.
    package func removeOld(keeping count: Int) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: place).filter(Self.isName).sorted()
        let old = Array(names.dropLast(max(1, count)))
        for name in old { try FileManager.default.removeItem(atPath: place + "/" + name) }
        return old
    }

    private func copyFiles(into folder: String) throws {
        guard settings.filesURL == nil else { return }
        try FilesFolder(path: settings.filesFolder).copy(to: FilesFolder(path: folder + "/files"))
    }

    private func copy(
        into folder: String, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws -> String {
        switch settings.database {
        case .file(let path, _):
            let file = folder + "/" + Self.nameOfFile
            try SQLiteBackup.copy(path, to: file, progress: progress)
            return file
        case .server(let address, _):
            let file = folder + "/" + Self.nameOfDump
            try PostgresTool.run("pg_dump", ["--format=custom", "--no-owner", "--file=" + file], at: address)
            return file
        }
    }

    /// How many rows there are, and how many steps of the schema have run. Refuses keys that are not the database's:
    /// the manifest would name the wrong ones.
    static func figures(
        of settings: Settings, with keys: KeyRing
    ) async throws -> (rows: [String: Int], schema: Int) {
        try await settings.database.use { engine in
            try await engine.read { db in
                let schema: Int = try db.value("SELECT MAX(number) FROM schema_migration") ?? 0
                // The schema is left as it is, and an older one knows no marks.
                if schema >= Migration.m0008.number { try keys.compareMarks(in: db, file: settings.keyFile) }
                var rows: [String: Int] = [:]
                for table in countedTables { rows[table.text] = try db.value("SELECT COUNT(*) FROM " + table) }
                return (rows, schema)
            }
        }
    }

    /// `backup-20260525T010000Z`
    private static func name(at now: Instant) -> String {
        "backup-" + now.iso.filter { $0 != "-" && $0 != ":" }
    }

    private static func isName(_ name: String) -> Bool { name.wholeMatch(of: /backup-\d{8}T\d{6}Z/) != nil }
}
