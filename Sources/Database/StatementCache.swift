/// The compiled statements of one connection. Two generations: what was not asked for while the younger one filled
/// is dropped, so that lists of every length cannot fill the memory.
struct StatementCache<Statement> {
    private struct Key: Hashable {
        let pieces: [StaticString?]

        static func == (a: Key, b: Key) -> Bool {
            a.pieces.count == b.pieces.count
                && zip(a.pieces, b.pieces).allSatisfy { first, second in
                    first?.utf8Start == second?.utf8Start && first?.utf8CodeUnitCount == second?.utf8CodeUnitCount
                }
        }

        /// Literals do not move, so their addresses tell statements apart without reading them.
        func hash(into hasher: inout Hasher) {
            var mixed = UInt(bitPattern: pieces.count)
            for piece in pieces {
                mixed = (mixed ^ UInt(bitPattern: piece?.utf8Start)) &* 0x9E37_79B9_7F4A_7C15
                mixed ^= mixed >> 29
            }
            hasher.combine(mixed)
        }
    }

    private static var generation: Int { 300 }
    private var young: [Key: Statement] = [:]
    private var old: [Key: Statement] = [:]

    /// The statement for a text, compiled by `compile` when it is not there.
    mutating func statement(for sql: SQL, compile: (String) throws -> Statement) rethrows -> Statement {
        let key = Key(pieces: sql.pieces)
        if let found = young[key] { return found }
        let statement = try old.removeValue(forKey: key) ?? compile(sql.text)
        if young.count >= Self.generation {
            old = young
            young = [:]
        }
        young[key] = statement
        return statement
    }

    /// Another statement in place of the one that is kept for a text.
    mutating func replace(_ statement: Statement, for sql: SQL) {
        young[Key(pieces: sql.pieces)] = statement
    }

    mutating func removeAll() {
        young = [:]
        old = [:]
    }
}
