import Database
import Domain
import Foundation

/// A folder of this machine: `ab/cd/abcd…`, each file written beside its place, flushed and then moved there.
struct FolderPlace: FilePlace {
    let folder: String

    func put(_ sealed: [UInt8], _ digest: [UInt8]) async throws {
        try await FileDesk.disk.run { try write(sealed, digest) }
    }

    func get(_ digest: [UInt8]) async throws -> [UInt8]? {
        let path = path(digest)
        return try await FileDesk.disk.run {
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        }
    }

    func remove(_ digest: [UInt8]) async throws {
        let path = path(digest)
        try await FileDesk.disk.run {
            guard unlink(path) == 0 || errno == ENOENT else { throw FolderPlace.fault() }
        }
    }

    func digests(beginningWith byte: UInt8, before moment: Instant) async throws -> [[UInt8]] {
        let folder = folder + "/" + [byte].hex
        return try await FileDesk.disk.run { try FolderPlace.names(under: folder, before: moment) }
    }

    private func path(_ digest: [UInt8]) -> String {
        folder(of: digest) + "/" + digest.hex
    }

    private func folder(of digest: [UInt8]) -> String {
        folder + "/" + digest.prefix(1).hex + "/" + digest.dropFirst().prefix(1).hex
    }

    private func write(_ sealed: [UInt8], _ digest: [UInt8]) throws {
        let folder = folder(of: digest)
        let path = path(digest)
        let draft = path + "." + String(UInt64.random(in: 0 ... .max), radix: 16) + FolderPlace.draftSuffix
        try FolderPlace.make(folder: folder)
        defer { unlink(draft) }
        try FolderPlace.flushed(sealed, to: draft)
        guard rename(draft, path) == 0 else { throw FolderPlace.fault() }
        try FolderPlace.flush(folder: folder)
    }

    private static let draftSuffix = ".new"

    private static func make(folder: String) throws {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        let above = (folder as NSString).deletingLastPathComponent
        guard errno == ENOENT, !above.isEmpty, above != folder else { throw fault() }
        try make(folder: above)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw fault() }
        // A new folder's own name must last too.
        try flush(folder: above)
    }

    private static func flushed(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault() }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw fault() }
    }

    /// The name is there after a power cut too.
    private static func flush(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault() }
    }

    /// A full disk is told as such; anything else as a place that does not answer. Both keep the sender's words.
    private static func fault() -> DatabaseError {
        switch errno {
        case ENOSPC, EDQUOT: .full
        case let other: .unreachable(String(cString: strerror(other)))
        }
    }

    /// Drafts that a power cut left behind are taken away by the way.
    private static func names(under folder: String, before moment: Instant) throws -> [[UInt8]] {
        let files = FileManager.default
        var found: [[UInt8]] = []
        for part in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
            for name in (try? files.contentsOfDirectory(atPath: folder + "/" + part)) ?? [] {
                let path = folder + "/" + part + "/" + name
                var status = stat()
                guard stat(path, &status) == 0, Int64(status.st_mtim.tv_sec) * 1000 < moment.ms else { continue }
                if name.hasSuffix(draftSuffix) { unlink(path) }
                if let digest = ContentDigest.digest(named: name) { found.append(digest) }
            }
        }
        return found
    }
}
