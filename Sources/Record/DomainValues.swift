import Database
import Domain

// Here and nowhere else: Record is the lowest part that sees both the values and the columns.
extension Instant: SQLConvertible, SQLDecodable {
    package var sqlValue: SQLValue { .integer(ms) }

    package static func decode(_ value: SQLValue) throws -> Instant { Instant(ms: try Int64.decode(value)) }
}

extension Day: SQLConvertible, SQLDecodable {
    package var sqlValue: SQLValue { .integer(Int64(number)) }

    package static func decode(_ value: SQLValue) throws -> Day { Day(number: try Int32.decode(value)) }
}
