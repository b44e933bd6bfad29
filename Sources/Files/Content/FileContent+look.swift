extension FileContent {
    /// Looks at a file by its content: what it is, whether it is whole, and what of it is kept.
    static func look(at bytes: [UInt8], as kind: FileKind) async throws -> FileContent {
        guard bytes.count <= FileLimits.bytes(of: kind) else { throw FileRefused(.tooLarge, of: kind) }
        switch kind {
        case .photo: return try await photo(bytes, as: kind)
        case .voice: return try voice(bytes)
        // The letter itself, or a picture of it.
        case .document: return bytes.starts(with: PDFContent.start) ? try pdf(bytes) : try await photo(bytes, as: kind)
        }
    }

    private static func photo(_ bytes: [UInt8], as kind: FileKind) async throws -> FileContent {
        let made = try await FileDesk.pictures.run { try PhotoContent(bytes, as: kind) }
        return FileContent(
            kind: kind, type: .jpeg, bytes: made.bytes, width: made.width, height: made.height, small: made.small)
    }

    private static func voice(_ bytes: [UInt8]) throws(FileRefused) -> FileContent {
        let recording = try Recording(bytes)
        return FileContent(kind: .voice, type: recording.type, bytes: bytes, seconds: recording.seconds)
    }

    private static func pdf(_ bytes: [UInt8]) throws(FileRefused) -> FileContent {
        try PDFContent.check(bytes)
        return FileContent(kind: .document, type: .pdf, bytes: bytes)
    }
}
