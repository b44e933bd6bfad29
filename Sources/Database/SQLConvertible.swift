/// A value that can be bound as a parameter. An enum with a raw value opts in by conforming, without a body.
package protocol SQLConvertible {
    /// What the engine stores.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    /// Itself.
    package var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
    /// An integer.
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int32: SQLConvertible {
    /// An integer.
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    /// An integer.
    package var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLConvertible {
    /// 0 or 1.
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLConvertible {
    /// A real.
    package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLConvertible {
    /// Text.
    package var sqlValue: SQLValue { .text(self) }
}

extension Substring: SQLConvertible {
    /// Text.
    package var sqlValue: SQLValue { .text(String(self)) }
}

extension [UInt8]: SQLConvertible {
    /// Bytes; an empty array is empty bytes, not null.
    package var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// The value, or null.
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    /// The raw value.
    package var sqlValue: SQLValue { rawValue.sqlValue }
}
