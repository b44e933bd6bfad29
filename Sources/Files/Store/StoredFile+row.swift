import Database
import Domain
import Record
import Secrets

extension StoredFile {
    init(_ row: Row, keys: KeyRing) throws {
        id = try row[0]
        let ownerKind: FileOwner.Kind = try row.code(1)
        owner = FileOwner(ownerKind, try row[2], part: try row[3])
        kind = try row.code(4)
        type = try row.code(5)
        digest = try ContentDigest.read(try row[6])
        small = try (try row[7] as [UInt8]?).map(ContentDigest.read)
        size = try row[8]
        width = try row[9]
        height = try row[10]
        seconds = try row[11]
        description = Sensitive(try FileTable.description(try row[12], of: id, keys: keys))
        addedBy = try row[13]
        addedAt = try row[14]
        releasedAt = try row[15]
        publishedAt = try row[16]
    }
}

extension Row {
    /// A code that is one of ours.
    fileprivate func code<Value: RawRepresentable>(_ column: Int) throws -> Value where Value.RawValue == String {
        let text: String = try self[column]
        guard let value = Value(rawValue: text) else { throw DatabaseError.other("column \(column): unknown code") }
        return value
    }
}
