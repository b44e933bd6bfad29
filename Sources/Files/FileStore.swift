import Domain
import Secrets

/// Keeps the bytes of files: looked at, cleaned, sealed, and put away under their hash, so that the same file is there
/// once. Never called inside a transaction, because it takes its time; the row that names a file is written afterwards.
package struct FileStore: Sendable {
    let place: any FilePlace
    let keys: KeyRing
    private let clock: @Sendable () -> Instant

    init(place: any FilePlace, keys: KeyRing, clock: @escaping @Sendable () -> Instant) {
        self.place = place
        self.keys = keys
        self.clock = clock
    }

    /// Files in a folder of this machine.
    package init(folder: String, keys: KeyRing, clock: @escaping @Sendable () -> Instant) {
        self.init(place: FolderPlace(folder: folder), keys: keys, clock: clock)
    }

    /// Files in a bucket of an S3-compatible store.
    package init(
        url: String, bucket: String, region: String, key: BucketKey, keys: KeyRing,
        clock: @escaping @Sendable () -> Instant
    ) throws(BucketSettingsError) {
        let signature = RequestSignature(access: key, region: region)
        self.init(
            place: try BucketPlace(url: url, bucket: bucket, signature: signature, clock: clock), keys: keys,
            clock: clock)
    }

    /// Looks at a file by its content, cleans it where it is a picture, and keeps it. Throws `FileRefused` with a sentence
    /// for its field, and `DatabaseError.full` or `.unreachable` where there is no room or the place does not answer:
    /// those are drawn as 503 with the words kept.
    package func keep(_ bytes: [UInt8], as kind: FileKind) async throws -> FileDraft {
        let content = try await FileContent.look(at: bytes, as: kind)
        let now = clock()
        let draft = FileDraft(content, keptAt: now)
        if let small = content.small, let named = draft.small { try await put(small, named.digest) }
        // Put there again even if it is there: what is swept is what nobody has put there for a day.
        try await put(content.bytes, draft.digest)
        return draft
    }

    /// The bytes of a file; throws `FileFault` where they are gone or are not the ones that were kept.
    package func bytes(of file: StoredFile) async throws -> [UInt8] {
        try await bytes(file.digest)
    }

    /// The bytes of the smaller picture; of the file itself where there is none.
    package func smallBytes(of file: StoredFile) async throws -> [UInt8] {
        try await bytes(file.small ?? file.digest)
    }

    func bytes(_ digest: [UInt8]) async throws -> [UInt8] {
        guard let sealed = try await place.get(digest) else { throw FileFault.missing }
        let row = FileStore.row(digest)
        let plain = try? keys.open(sealed, table: "file", column: "content", row: row)
        guard let plain, ContentDigest.of(plain) == digest else { throw FileFault.changed }
        return plain
    }

    private func put(_ plain: [UInt8], _ digest: [UInt8]) async throws {
        let sealed = keys.seal(plain, table: "file", column: "content", row: FileStore.row(digest))
        try await place.put(sealed, digest)
    }

    /// What an envelope is bound to in place of a row.
    private static func row(_ digest: [UInt8]) -> Int64 {
        digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}
