import Crypto
import Synchronization

/// All keys of an installation: seals what is personal, finds it again, signs what goes out and comes back.
///
/// Envelopes are sealed under the newest key and say which one that was. Digests and signatures stay under the oldest
/// key, because a row could not be found under two.
package final class KeyRing: Sendable {
    private let sealing: [UInt32: SymmetricKey]
    private let newest: UInt32
    private let sealingKey: SymmetricKey
    private let root: SymmetricKey
    /// The oldest first.
    let marks: [KeyMark]
    private let derived = Mutex<[String: SymmetricKey]>([:])

    /// `keys` is not empty, the oldest first.
    init(_ keys: [MasterKey]) {
        let last = keys[keys.count - 1]
        newest = last.id
        sealingKey = KeyRing.sealingKey(last)
        sealing = Dictionary(uniqueKeysWithValues: keys.map { ($0.id, KeyRing.sealingKey($0)) })
        root = SymmetricKey(data: keys[0].bytes)
        marks = keys.map { KeyMark(of: $0) }
    }

    /// The keys in a file, which is made at the first start; refuses a file that others can read.
    package static func load(file: String) throws -> KeyRing {
        do {
            return try existing(file: file)
        } catch SecretsError.keyFileMissing {
            try KeyFile.make(file)
            return try existing(file: file)
        }
    }

    /// The keys in a file that must be there: for programs that come after the first start.
    package static func existing(file: String) throws -> KeyRing {
        KeyRing(try KeyFile.read(file))
    }

    /// New keys that nobody keeps, for tests.
    package static func ephemeral() -> KeyRing {
        KeyRing([.random()])
    }

    /// The names of the keys, the oldest first, as the key file's lines begin: they say which file belongs to which
    /// database.
    package var names: [String] { marks.map(\.name) }

    /// The envelope of some bytes, good only in this table, column and row.
    package func seal(_ plain: [UInt8], table: StaticString, column: StaticString, row: Int64) -> [UInt8] {
        let header = Envelope.Header(key: newest).bytes
        let place = Envelope.place(header, table, column, row)
        do {
            let box = try AES.GCM.seal(plain, using: sealingKey, authenticating: place)
            return Envelope.join(header, box)
        } catch {
            // Fails only for keys of a wrong length.
            preconditionFailure("sealing: \(error)")
        }
    }

    /// The bytes in an envelope.
    package func open(
        _ envelope: [UInt8], table: StaticString, column: StaticString, row: Int64
    ) throws -> [UInt8] {
        let header = try Envelope.Header(of: envelope)
        guard let key = sealing[header.key] else { throw SecretsError.unknownKey(header.key) }
        let place = Envelope.place(header.bytes, table, column, row)
        switch header.cipher {
        case .aes256GCM:
            do {
                let box = try AES.GCM.SealedBox(combined: envelope[Envelope.Header.length...])
                return [UInt8](try AES.GCM.open(box, using: key, authenticating: place))
            } catch {
                throw SecretsError.notAuthentic
            }
        }
    }

    /// The envelope of a text.
    package func seal(_ text: String, table: StaticString, column: StaticString, row: Int64) -> [UInt8] {
        seal(Array(text.utf8), table: table, column: column, row: row)
    }

    /// The text in an envelope.
    package func openText(
        _ envelope: [UInt8], table: StaticString, column: StaticString, row: Int64
    ) throws -> String {
        String(decoding: try open(envelope, table: table, column: column, row: row), as: UTF8.self)
    }

    /// The key for one purpose; no purpose can stand in for another.
    func key(for purpose: String) -> SymmetricKey {
        derived.withLock { known in
            if let key = known[purpose] { return key }
            let key = KeyRing.derive(root, purpose)
            known[purpose] = key
            return key
        }
    }

    private static func sealingKey(_ master: MasterKey) -> SymmetricKey {
        derive(SymmetricKey(data: master.bytes), "seal")
    }

    static func derive(_ key: SymmetricKey, _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: Array("lianxin".utf8), info: Array(purpose.utf8), outputByteCount: 32)
    }
}
