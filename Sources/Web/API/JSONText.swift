import Foundation

/// How JSON is written here: keys in a fixed order, so that answers can be compared, and slashes as they are.
enum JSONText {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    static func data(_ value: some Encodable) throws -> Data {
        try encoder.encode(value)
    }
}
