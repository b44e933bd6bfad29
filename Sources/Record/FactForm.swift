/// How facts lie in their column: for each a key, a mark for its kind, and the number or the code.
enum FactForm {
    private static let integer: UInt8 = 1
    private static let code: UInt8 = 2

    static func bytes(_ facts: [Fact]) throws -> [UInt8] {
        guard !facts.isEmpty else { return [] }
        var writer = ByteWriter(capacity: facts.count * 24)
        for fact in facts {
            try writer.short(fact.key)
            switch fact.value {
            case .integer(let number):
                writer.byte(integer)
                writer.number(number)
            case .code(let text):
                writer.byte(code)
                try writer.short(text)
            }
        }
        return writer.bytes
    }

    static func facts(_ bytes: [UInt8]) throws -> [Fact] {
        guard !bytes.isEmpty else { return [] }
        var reader = ByteReader(bytes)
        var facts: [Fact] = []
        while !reader.isAtEnd {
            let key = try reader.short()
            switch try reader.byte() {
            case integer: facts.append(Fact(key, try reader.number()))
            case code: facts.append(Fact(key, code: try reader.short()))
            case let other: throw RecordError.unknownFormat(other)
            }
        }
        return facts
    }
}
