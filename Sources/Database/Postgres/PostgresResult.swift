import CPostgres

/// One answer of the server, in the binary format.
final class PostgresResult {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    /// `COMMIT`, or `ROLLBACK` where a commit found its transaction broken.
    var command: String { String(cString: PQcmdStatus(handle)) }

    /// How many rows a statement changed.
    var changed: Int {
        let words = command.split(separator: " ")
        return words.first == "SELECT" || words.first == "FETCH" ? 0 : words.last.flatMap { Int($0) } ?? 0
    }

    var count: Int { Int(PQntuples(handle)) }

    func rows(limit: Int = .max) throws -> [Row] {
        let columns = PQnfields(handle)
        let types = (0..<columns).map { PQftype(handle, $0) }
        var values: [SQLValue] = []
        let count = min(limit, count)
        values.reserveCapacity(count * Int(columns))
        for row in 0..<Int32(count) {
            for column in 0..<columns {
                values.append(try value(row, column, types[Int(column)]))
            }
        }
        return [Row](cutting: values, columns: Int(columns))
    }

    private func value(_ row: Int32, _ column: Int32, _ type: UInt32) throws -> SQLValue {
        guard PQgetisnull(handle, row, column) == 0 else { return .null }
        let start = PQgetvalue(handle, row, column)
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        switch type {
        case PostgresType.int8: return .integer(Int64(bitPattern: bytes.bigEndian()))
        case PostgresType.int4: return .integer(Int64(Int32(bitPattern: bytes.bigEndian())))
        case PostgresType.int2: return .integer(Int64(Int16(bitPattern: bytes.bigEndian())))
        case PostgresType.oid: return .integer(Int64(bytes.bigEndian() as UInt32))
        case PostgresType.bool: return .integer(bytes.first == 0 ? 0 : 1)
        case PostgresType.float8: return .real(Double(bitPattern: bytes.bigEndian()))
        case PostgresType.float4: return .real(Double(Float(bitPattern: bytes.bigEndian())))
        case PostgresType.bytea: return .blob([UInt8](bytes))
        case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.char:
            return .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.numeric: return PostgresNumeric.value(bytes)
        case _: throw DatabaseError.other("a column of type \(type) cannot be read")
        }
    }
}

extension UnsafeRawBufferPointer {
    func bigEndian<T: FixedWidthInteger>(at offset: Int = 0) -> T {
        T(bigEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}
