import Database
import Domain
import Foundation
import Matters
import Secrets

/// Takes a backup back into an empty place. The keys must be there first: they are not in the backup.
package struct Restore: Sendable {
    /// More numbers than a city gives out between two backups.
    package static let usualSkip = 1_000

    package let settings: Settings
    package let folder: String
    /// How many numbers of each city are left out afterwards: those told since the backup stand on people's slips.
    package let skip: Int

    package init(from folder: String, to settings: Settings, skippingNumbers skip: Int = Restore.usualSkip) {
        self.settings = settings
        self.folder = URL(filePath: folder).absoluteURL.path
        self.skip = skip
    }

    /// Looks whether the backup is whole and the place empty, restores, and compares the figures. Whoever calls it runs
    /// `verify` afterwards.
    package func run(at now: Instant) async throws -> BackupManifest {
        let manifest = try BackupManifest.read(from: folder)
        guard manifest.engine == settings.database.kind.rawValue else {
            throw BackupError.otherEngine(manifest.engine)
        }
        let keys = try KeyRing.existing(file: settings.keyFile)
        guard Set(manifest.keys).isSubset(of: keys.names) else {
            throw SecretsError.otherKeys(path: settings.keyFile, names: manifest.keys)
        }
        guard try await !settings.database.isThere() else {
            throw BackupError.notEmpty(settings.database.spoken)
        }
        try refuseLeftBehind()
        try settings.makeFolder()
        // Files first: a database that is there must find what its rows name.
        try takeFiles()
        for file in manifest.files where !file.name.hasPrefix(BackupManifest.attachments) {
            try take(folder + "/" + file.name)
        }
        let skip = skip
        let year = Day(of: now).civil.year
        if skip > 0 {
            try await settings.database.use { engine in
                try await engine.write { db in try NumberTable.skip(skip, in: year, db) }
            }
        }
        try await compare(manifest, with: keys)
        return manifest
    }

    /// A log beside a file that is gone would be played into the restored one, and nobody would notice.
    private func refuseLeftBehind() throws {
        guard case .file(let path, _) = settings.database else { return }
        for left in [path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: left) {
            throw BackupError.leftBehind(left)
        }
    }

    private func takeFiles() throws {
        guard settings.filesURL == nil else { return }
        try FilesFolder(path: folder + "/files").copy(to: FilesFolder(path: settings.filesFolder))
    }

    private func take(_ file: String) throws {
        switch settings.database {
        case .file(let path, _):
            let files = FileManager.default
            // Beside it first: an interrupted restore leaves nothing that looks like a database.
            let draft = path + ".restoring"
            try? files.removeItem(atPath: draft)
            try files.copyItem(atPath: file, toPath: draft)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
            try files.moveItem(atPath: draft, toPath: path)
        case .server(let address, _):
            // In one transaction: all of it or nothing.
            try PostgresTool.run(
                "pg_restore",
                ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname=" + address.database, file],
                at: address)
            try PostgresTool.run("vacuumdb", ["--analyze-only", "--quiet"], at: address)
        }
    }

    private func compare(_ manifest: BackupManifest, with keys: KeyRing) async throws {
        let (rows, _) = try await Backup.figures(of: settings, with: keys)
        for (table, count) in manifest.rows.sorted(by: { $0.key < $1.key }) where (rows[table] ?? 0) < count {
            throw BackupError.otherRows(table: table, backup: count, restored: rows[table] ?? 0)
        }
    }
}
