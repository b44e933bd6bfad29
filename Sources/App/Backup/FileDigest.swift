import Crypto
import Domain
import Foundation
import Web

/// Size and SHA-256 of a file, read piece by piece.
enum FileDigest {
    private static let piece = 1 << 20

    /// `name` is how a manifest calls it: below the manifest's folder.
    static func of(_ path: String, as name: String? = nil) throws -> BackupManifest.File {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var hash = SHA256()
        var bytes: Int64 = 0
        while let data = try file.read(upToCount: piece), !data.isEmpty {
            hash.update(data: data)
            bytes += Int64(data.count)
        }
        return BackupManifest.File(
            name: name ?? URL(filePath: path).lastPathComponent, bytes: bytes, sha256: hash.finalize().hex)
    }
}
