/// A value that can be read from a column. An enum with a raw value opts in by conforming, without a body.
package protocol SQLDecodable {
    /// Reads the value strictly: text is never taken for a number, null only by an optional.
    static func decode(_ value: SQLValue) throws -> Self
}

/// A column holds another kind of value than the program asked for.
private func mismatch(_ expected: String, _ value: SQLValue) -> DatabaseError {
    .other("expected \(expected), found \(value.kindName)")
}

extension SQLValue: SQLDecodable {
    /// Any value, undecoded.
    package static func decode(_ value: SQLValue) -> SQLValue { value }
}

extension Int64: SQLDecodable {
    /// An integer.
    package static func decode(_ value: SQLValue) throws -> Int64 {
        guard case .integer(let number) = value else { throw mismatch("an integer", value) }
        return number
    }
}

extension Int: SQLDecodable {
    /// An integer.
    package static func decode(_ value: SQLValue) throws -> Int {
        guard case .integer(let number) = value else { throw mismatch("an integer", value) }
        return Int(number)
    }
}

extension Int32: SQLDecodable {
    /// An integer of 32 bits.
    package static func decode(_ value: SQLValue) throws -> Int32 {
        guard case .integer(let wide) = value, let number = Int32(exactly: wide) else {
            throw mismatch("an integer of 32 bits", value)
        }
        return number
    }
}

extension Bool: SQLDecodable {
    /// 0 or 1, nothing else.
    package static func decode(_ value: SQLValue) throws -> Bool {
        switch value {
        case .integer(0): return false
        case .integer(1): return true
        case .null, .integer, .real, .text, .blob: throw mismatch("0 or 1", value)
        }
    }
}

extension Double: SQLDecodable {
    /// A real, or an integer: sums and averages come as either.
    package static func decode(_ value: SQLValue) throws -> Double {
        switch value {
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case .null, .text, .blob: throw mismatch("a real", value)
        }
    }
}

extension String: SQLDecodable {
    /// Text.
    package static func decode(_ value: SQLValue) throws -> String {
        guard case .text(let text) = value else { throw mismatch("text", value) }
        return text
    }
}

extension Substring: SQLDecodable {
    /// Text.
    package static func decode(_ value: SQLValue) throws -> Substring {
        try Substring(String.decode(value))
    }
}

extension [UInt8]: SQLDecodable {
    /// Bytes.
    package static func decode(_ value: SQLValue) throws -> [UInt8] {
        guard case .blob(let bytes) = value else { throw mismatch("bytes", value) }
        return bytes
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    /// Nil for null.
    package static func decode(_ value: SQLValue) throws -> Wrapped? {
        if case .null = value { return nil }
        return try Wrapped.decode(value)
    }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
    /// The case with this raw value.
    package static func decode(_ value: SQLValue) throws -> Self {
        guard let found = Self(rawValue: try RawValue.decode(value)) else {
            throw DatabaseError.other("not a value of \(Self.self)")
        }
        return found
    }
}
