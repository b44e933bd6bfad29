import Domain
import Foundation

/// The file that holds the master keys: a first line with its version, then a line for each key, the oldest first.
///
///     lianxin-keys 1
///     3f9a01bc 64 hexadecimal digits
enum KeyFile {
    static let firstLine = "lianxin-keys 1"

    /// Reads the file; the keys, the oldest first.
    static func read(_ path: String) throws -> [MasterKey] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw SecretsError.keyFileMissing(path: path) }
            throw unusable(path)
        }
        defer { close(descriptor) }
        try checkRights(of: descriptor, path)
        return try parse(try contents(of: descriptor, path), path)
    }

    /// Makes the file with one new key, unless somebody else makes it first: then theirs stands.
    static func make(_ path: String) throws {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty {
            try makeDirectory(directory)
        }
        let draft = path + "." + hex(UInt32.random(in: 0 ... .max)) + ".new"
        defer { unlink(draft) }
        try write(firstLine + "\n" + MasterKey.random().line + "\n", to: draft)
        // A link, not a rename: of two programs that start together only one can put its file there.
        guard link(draft, path) == 0 || errno == EEXIST else { throw unusable(path) }
        try flushDirectory(directory.isEmpty ? "." : directory)
    }

    static func hex(_ id: UInt32) -> String {
        withUnsafeBytes(of: id.bigEndian) { $0.hex }
    }

    private static func parse(_ text: String, _ path: String) throws -> [MasterKey] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map(String.init) == firstLine else {
            throw SecretsError.keyFileMalformed(path: path, line: 1)
        }
        var keys: [MasterKey] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            guard let key = MasterKey(line: line), !keys.contains(where: { $0.id == key.id }) else {
                throw SecretsError.keyFileMalformed(path: path, line: index + 1)
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw SecretsError.keyFileMalformed(path: path, line: 2) }
        return keys
    }

    /// Asked of the open file, so that nobody can put another one in between.
    private static func checkRights(of descriptor: Int32, _ path: String) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unusable(path) }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw SecretsError.keyFileOfAnother(path: path)
        }
        let mode = UInt32(status.st_mode) & 0o777
        guard mode & 0o077 == 0 else { throw SecretsError.keyFileOpenToOthers(path: path, mode: mode) }
    }

    private static func contents(of descriptor: Int32, _ path: String) throws -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: length), $0.count - length)
            }
            guard count >= 0 else { throw unusable(path) }
            if count == 0 { break }
            length += count
        }
        return String(decoding: bytes[..<length], as: UTF8.self)
    }

    private static func makeDirectory(_ directory: String) throws {
        guard !FileManager.default.fileExists(atPath: directory) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SecretsError.keyFileUnusable(path: directory, reason: error.localizedDescription)
        }
    }

    private static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unusable(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard bytes.withUnsafeBytes({ Foundation.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count,
            fsync(descriptor) == 0
        else { throw unusable(path) }
    }

    private static func flushDirectory(_ directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable(directory) }
        defer { close(descriptor) }
        // Some file systems cannot flush a directory; the file itself is safe by then.
        _ = fsync(descriptor)
    }

    private static func unusable(_ path: String) -> SecretsError {
        .keyFileUnusable(path: path, reason: String(cString: strerror(errno)))
    }
}
