import Secrets

/// The texts of one event in one envelope: a salt, a format byte, then kind and text of each part.
///
/// The salt lies inside the envelope: beside it, a telephone number could be guessed from the commitment by trying
/// all numbers, without any key.
enum SealedContent {
    static let saltLength = 16
    private static let format: UInt8 = 1

    static func plain(_ texts: [TextPart], salt: [UInt8]) throws -> [UInt8] {
        let length = texts.reduce(saltLength + 1) { $0 + $1.kind.utf8.count + $1.text.utf8.count + 5 }
        var writer = ByteWriter(capacity: length)
        writer.raw(salt)
        writer.byte(format)
        for part in texts {
            try writer.short(part.kind)
            writer.long(part.text.utf8)
        }
        return writer.bytes
    }

    static func texts(_ plain: [UInt8]) throws -> [TextPart] {
        guard plain.count > saltLength else { throw RecordError.malformed }
        var reader = ByteReader(plain, at: saltLength)
        switch try reader.byte() {
        case format:
            var texts: [TextPart] = []
            while !reader.isAtEnd {
                texts.append(TextPart(kind: try reader.short(), text: try reader.long()))
            }
            return texts
        case let other:
            throw RecordError.unknownFormat(other)
        }
    }

    /// H(salt ‖ content): what the chain keeps of the texts, before and after they are erased.
    static func commitment(_ plain: [UInt8], _ algorithm: HashAlgorithm) -> [UInt8] {
        algorithm.tagged(plain)
    }

    static func seal(_ plain: [UInt8], event: Int64, keys: KeyRing) -> [UInt8] {
        keys.seal(plain, table: "event_content", column: "sealed", row: event)
    }

    static func open(_ sealed: [UInt8], event: Int64, keys: KeyRing) throws -> [UInt8] {
        try keys.open(sealed, table: "event_content", column: "sealed", row: event)
    }
}
