import CZip
import Foundation

/// Files put together into one archive in memory, as an office document is.
struct ZipArchive {
    struct Failure: Error {}

    /// Path and content, in the order in which they are to lie.
    let files: [(name: String, bytes: [UInt8])]
    /// The moment written beside every file, in seconds since 1970: the same letter gives the same bytes.
    let seconds: Int64

    func bytes() throws -> [UInt8] {
        var fault = zip_error_t()
        zip_error_init(&fault)
        guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw Failure() }
        // The archive lets go of its source when it is closed; the bytes are read from it after that.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault) else {
            zip_source_free(target)
            throw Failure()
        }
        do {
            for file in files { try add(file.name, file.bytes, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw Failure()
        }
        return try ZipArchive.content(of: target)
    }

    /// Not compressed: a letter is some thousand bytes, and what is inside can be read by anybody who opens the file.
    private func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws {
        // libzip reads it when the archive is closed, and frees it.
        guard let copy = malloc(max(1, bytes.count)) else { throw Failure() }
        bytes.withUnsafeBytes { content in
            if let start = content.baseAddress { copy.copyMemory(from: start, byteCount: content.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
            free(copy)
            throw Failure()
        }
        let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw Failure()
        }
        zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0)
        zip_file_set_mtime(archive, UInt64(index), time_t(seconds), 0)
    }

    private static func content(of source: OpaquePointer) throws -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw Failure() }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw Failure() }
        let length = zip_source_tell(source)
        guard length > 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { throw Failure() }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, UInt64($0.count)) }
        guard read == length else { throw Failure() }
        return bytes
    }
}
