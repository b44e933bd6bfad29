import Secrets

/// What a sending is called outside: the same at every try, and nobody learns from it how many there are.
enum Reference {
    static func of(_ sending: Int64, keys: KeyRing) -> String {
        hex(Array(keys.blindIndex("sending", String(sending)).dropFirst().prefix(16)))
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
