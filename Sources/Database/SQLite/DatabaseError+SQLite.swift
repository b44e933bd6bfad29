import Foundation
import GRDB
import GRDBSQLite

extension DatabaseError {
    /// What the engine's code and words mean. The text of the statement holds no values, so it may be told.
    init(sqlite code: Int32, _ message: String, in text: String? = nil) {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
            self = .busy
        case SQLITE_FULL:
            self = .full
        case SQLITE_CONSTRAINT:
            self = .constraint(DatabaseError.constraintName(in: message))
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            self = .corrupt(message)
        default:
            self = .other(message + (text.map { " in: " + $0 } ?? ""))
        }
    }

    /// Errors of GRDB become ours; all others (refusals, errors of ours) pass as they are.
    static func mapped(_ error: any Error) -> any Error {
        guard let error = error as? GRDB.DatabaseError else { return error }
        let code = error.extendedResultCode.rawValue
        return DatabaseError(sqlite: code, error.message ?? "code \(code)", in: error.sql)
    }

    /// `UNIQUE constraint failed: matter.number` → `matter.number`;
    /// `cannot store TEXT value in INTEGER column matter.id` → `matter.id`; `FOREIGN KEY constraint failed` as it is.
    private static func constraintName(in message: String) -> String {
        if let mark = message.range(of: "constraint failed: ") {
            return String(message[mark.upperBound...])
        }
        if message.hasPrefix("cannot store "), let space = message.lastIndex(of: " ") {
            return String(message[message.index(after: space)...])
        }
        return message
    }
}
