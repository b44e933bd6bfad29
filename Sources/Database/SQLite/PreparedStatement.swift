import GRDB
import GRDBSQLite

/// A compiled statement, bound and stepped through SQLite's own functions: GRDB's way round argument lists and row
/// dictionaries costs several times more than a small statement itself.
final class PreparedStatement {
    /// Somebody is between its first and its last row; the same text then needs a second statement.
    private(set) var isBusy = false
    private let handle: OpaquePointer
    /// Owns the handle and finalises it.
    private let owner: Statement
    let text: String

    /// SQLite copies what is bound. Its own constant for that is a cast Swift does not import.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ text: String, on database: GRDB.Database) throws {
        self.text = text
        do {
            owner = try database.makeStatement(sql: text)
        } catch {
            throw DatabaseError.mapped(error)
        }
        handle = owner.sqliteStatement
    }

    var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

    func begin(_ values: [SQLValue]) throws {
        isBusy = true
        guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
            throw DatabaseError.other("\(values.count) values in: \(text)")
        }
        for index in values.indices {
            let code = bind(values[index], at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    /// True when there is a row to read.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw failure(code)
    }

    /// Known after the first step only: a statement kept over a change of the schema is compiled again in it.
    var columnCount: Int { Int(sqlite3_data_count(handle)) }

    func appendRow(to values: inout [SQLValue]) {
        for column in 0..<sqlite3_data_count(handle) {
            values.append(value(at: column))
        }
    }

    func end() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isBusy = false
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .real(let number):
            return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { characters in
                    let count = UInt64(characters.count)
                    // Without an address SQLite would bind null.
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text64(handle, index, "", 0, Self.copied, UInt8(SQLITE_UTF8))
                    }
                    return sqlite3_bind_text64(handle, index, start, count, Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.copied)
            }
        }
    }

    private func value(at column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT:
            return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, column)
            let utf8 = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: utf8, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .blob([UInt8](bytes))
        default:
            return .null
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) } ?? "code \(code)"
        return DatabaseError(sqlite: code, message, in: text)
    }
}
