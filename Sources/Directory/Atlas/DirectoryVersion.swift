import Database

/// The one row that tells a cache whether it is still right. A token rather than a count: a write that was rolled back
/// can never leave behind a cache that looks current.
package struct DirectoryVersion: Hashable, Sendable {
    package var places: Int64
    package var reach: Int64

    /// Places, organs or stations changed; everybody reloads everything.
    package static func bump(in db: Transaction) throws {
        let token = Int64.random(in: 1...Int64.max)
        try db.run("UPDATE directory_version SET version = \(token), reach = \(token) WHERE id = 1")
    }

    /// Only who can be reached changed: a grant, a verified telephone, a closed account, a sign-in that is news.
    package static func bumpReach(in db: Transaction) throws {
        let token = Int64.random(in: 1...Int64.max)
        try db.run("UPDATE directory_version SET reach = \(token) WHERE id = 1")
    }

    /// Whether nothing changed since.
    func isStillCurrent(in db: Transaction) throws -> Bool {
        try db.isStill([.integer(places), .integer(reach)], Self.question)
    }

    static func current(in db: Transaction) throws -> DirectoryVersion {
        guard let row = try db.row(question) else {
            throw DatabaseError.corrupt("directory_version is empty")
        }
        return DirectoryVersion(places: try row[0], reach: try row[1])
    }

    private static var question: SQL { "SELECT version, reach FROM directory_version WHERE id = 1" }
}
