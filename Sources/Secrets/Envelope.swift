import Crypto

/// How a sealed value is laid out: version, cipher, key id, then nonce, ciphertext and tag as the cipher has them.
enum Envelope {
    struct Header {
        static let version: UInt8 = 1
        static let length = 6

        let cipher: CipherAlgorithm
        let key: UInt32

        init(key: UInt32) {
            cipher = .aes256GCM
            self.key = key
        }

        init(of envelope: [UInt8]) throws {
            guard envelope.count >= Header.length, envelope[0] == Header.version,
                let cipher = CipherAlgorithm(rawValue: envelope[1])
            else { throw SecretsError.unknownEnvelope }
            self.cipher = cipher
            key = envelope[2..<Header.length].reduce(0) { $0 << 8 | UInt32($1) }
        }

        var bytes: [UInt8] {
            [
                Header.version, cipher.rawValue,
                UInt8(truncatingIfNeeded: key >> 24), UInt8(truncatingIfNeeded: key >> 16),
                UInt8(truncatingIfNeeded: key >> 8), UInt8(truncatingIfNeeded: key),
            ]
        }
    }

    /// What is authenticated beside the content: an envelope moved to another row, column or table does not open.
    static func place(_ header: [UInt8], _ table: StaticString, _ column: StaticString, _ row: Int64) -> [UInt8] {
        var place: [UInt8] = []
        place.reserveCapacity(header.count + table.utf8CodeUnitCount + column.utf8CodeUnitCount + 10)
        place += header
        table.withUTF8Buffer { place += $0 }
        place.append(0)
        column.withUTF8Buffer { place += $0 }
        place.append(0)
        withUnsafeBytes(of: row.bigEndian) { place += $0 }
        return place
    }

    static func join(_ header: [UInt8], _ box: AES.GCM.SealedBox) -> [UInt8] {
        // A box with a nonce of the usual length always has this form.
        guard let combined = box.combined else { preconditionFailure("a nonce of another length") }
        var envelope: [UInt8] = []
        envelope.reserveCapacity(header.count + combined.count)
        envelope += header
        envelope += combined
        return envelope
    }
}
