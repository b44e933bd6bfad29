/// A statement with its values: `"SELECT name FROM organ WHERE id = \(id)"`. What is interpolated is bound, never
/// pasted; a fragment of type `SQL` is spliced in and its parameters are counted on.
///
/// The text consists of literals of the program only (`StaticString`), so no string made at run time can get in, and
/// a statement is recognised by the addresses of its literals: the text itself is put together once per connection.
package struct SQL: Sendable {
    /// The literals in order; nil stands for a parameter.
    private(set) var pieces: [StaticString?]
    /// The values of the parameters, in order.
    package private(set) var values: [SQLValue]

    init(pieces: [StaticString?], values: [SQLValue]) {
        self.pieces = pieces
        self.values = values
    }

    /// The text with its parameters numbered `$1`, `$2`, …
    package var text: String {
        var text = ""
        var number = 0
        for piece in pieces {
            if let piece {
                text += piece.description
            } else {
                number += 1
                text += "$\(number)"
            }
        }
        return text
    }

    /// One after the other; spaces are the writer's.
    package static func + (first: SQL, second: SQL) -> SQL {
        var sum = first
        sum += second
        return sum
    }

    /// Adds a fragment at the end.
    package static func += (first: inout SQL, second: SQL) {
        first.pieces += second.pieces
        first.values += second.values
    }
}

extension Sequence<SQL> {
    /// All fragments with a separator between them, such as `" AND "` or the rows of `VALUES`.
    package func joined(by separator: SQL) -> SQL {
        var result = SQL(pieces: [], values: [])
        var isFirst = true
        for fragment in self {
            if !isFirst { result += separator }
            result += fragment
            isFirst = false
        }
        return result
    }
}
