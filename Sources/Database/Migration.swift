/// One step of the schema. Never edited once released: the next step repairs.
///
/// The statements are written once for all engines with a small vocabulary: `{integer}` `{real}` `{text}` `{code}`
/// `{bytes}` `{bool}` for columns, `{table}` or `{clustered}` at the end of a table. A statement that begins with
/// `{sqlite}` or `{postgres}` is meant for that engine alone.
package struct Migration: Sendable {
    /// Its place in the order, from 1 on.
    package let number: Int
    /// What it is about, in a word.
    package let name: String
    /// The statements, run in one transaction.
    package let statements: [String]

    /// A step.
    package init(number: Int, name: String, statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// Tells an edited step from the one that ran: FNV-1a (64 bits) of the text before it is rendered. Guards against
    /// mistakes, not against attacks, so a cryptographic hash is not needed.
    var hash: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in statements.joined(separator: "\u{0}").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The statements for one engine.
    func rendered(for kind: EngineKind) throws -> [String] {
        try statements.compactMap { try render($0, for: kind) }
    }

    private func render(_ statement: String, for kind: EngineKind) throws -> String? {
        var rest = Substring(statement.trimmed)
        for engine in EngineKind.allCases where rest.hasPrefix("{\(engine.rawValue)}") {
            guard engine == kind else { return nil }
            rest = rest.dropFirst(engine.rawValue.count + 2)
        }
        var text = ""
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            text += rest[..<open]
            text += try word(String(rest[rest.index(after: open)..<close])).text(for: kind)
            rest = rest[rest.index(after: close)...]
        }
        return String((text + rest).trimmed)
    }

    private func word(_ name: String) throws -> SchemaWord {
        guard let word = SchemaWord(rawValue: name) else {
            throw MigrationError.unknownWord(number: number, word: name)
        }
        return word
    }
}

extension StringProtocol {
    fileprivate var trimmed: SubSequence {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return self[startIndex..<startIndex] }
        return self[...last].drop(while: isBlank)
    }
}
