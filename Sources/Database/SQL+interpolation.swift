extension SQL: ExpressibleByStringInterpolation {
    /// A statement without values.
    package init(stringLiteral value: StaticString) {
        self.init(pieces: [value], values: [])
    }

    /// A statement with values or fragments inside.
    package init(stringInterpolation: StringInterpolation) {
        self.init(pieces: stringInterpolation.pieces, values: stringInterpolation.values)
    }

    /// Collects what stands between the quotes.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [StaticString?] = []
        fileprivate var values: [SQLValue] = []

        /// Makes room for the literals and the values.
        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        /// Takes the text between two values.
        package mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(literal)
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            pieces.append(nil)
            values.append(value.sqlValue)
        }

        /// Binds a value or null. Without this one the compiler warns at every optional.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            pieces.append(nil)
            values.append(value.sqlValue)
        }

        /// Splices a fragment.
        package mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
            values += fragment.values
        }

        /// Binds a list in brackets: `IN \(list: ids)`. An empty list becomes `(NULL)`, in which nothing is found
        /// and, with NOT IN, nothing either: leave that condition out when the list is empty.
        package mutating func appendInterpolation(list: some Sequence<some SQLConvertible>) {
            var isFirst = true
            for value in list {
                pieces.append(isFirst ? "(" : ", ")
                pieces.append(nil)
                values.append(value.sqlValue)
                isFirst = false
            }
            pieces.append(isFirst ? "(NULL)" : ")")
        }
    }
}
