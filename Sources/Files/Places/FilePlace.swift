import Domain

/// Where sealed bytes lie, under the digest of the plain ones.
protocol FilePlace: Sendable {
    /// Puts bytes there for good; those that lie there under the same name are replaced at once or not at all.
    func put(_ sealed: [UInt8], _ digest: [UInt8]) async throws

    /// Nil where nothing lies under this name.
    func get(_ digest: [UInt8]) async throws -> [UInt8]?

    func remove(_ digest: [UInt8]) async throws

    /// What was put there before a moment, of those whose digest begins with this byte.
    func digests(beginningWith byte: UInt8, before moment: Instant) async throws -> [[UInt8]]
}
