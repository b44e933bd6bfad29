import Database
import Domain
import Record
import Secrets

extension StoredFile {
    /// The columns of a file under the name `a`, for those who read it together with something else.
    package static let columns: SQL = """
        a.id, a.owner_kind, a.owner, a.part, a.kind, a.type, a.digest, a.small_digest, a.size, a.width, a.height, a.seconds,
          a.description_sealed, a.added_by, a.added_at, a.released_at, a.published_at
        """

    /// The file in a row, from a column on; nil where no file stands beside what was asked for.
    package init?(_ row: Row, at first: Int, keys: KeyRing) throws {
        guard try row[first] as Int64? != nil else { return nil }
        id = try row[first]
        let ownerKind: FileOwner.Kind = try row.code(first + 1)
        owner = FileOwner(ownerKind, try row[first + 2], part: try row[first + 3])
        kind = try row.code(first + 4)
        type = try row.code(first + 5)
        digest = try ContentDigest.read(try row[first + 6])
        small = try (try row[first + 7] as [UInt8]?).map(ContentDigest.read)
        size = try row[first + 8]
        width = try row[first + 9]
        height = try row[first + 10]
        seconds = try row[first + 11]
        description = Sensitive(try FileTable.description(try row[first + 12], of: id, keys: keys))
        addedBy = try row[first + 13]
        addedAt = try row[first + 14]
        releasedAt = try row[first + 15]
        publishedAt = try row[first + 16]
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
