import Database

/// A database remembers the keys it was written with: a mark for each, in the order of the key file. A file that is
/// another one, lacks a key or has them in another order is refused before anything is written with it.
extension KeyRing {
    /// Refuses the keys of a file that are not the database's.
    package func compareMarks(in db: Transaction, file: String) throws {
        _ = try knownMarks(in: db, file: file)
    }

    /// The same, and notes the keys that the database does not know yet: of a new database all of them, else those that
    /// were added at the end of the file.
    package func noteMarks(in db: Transaction, file: String) throws {
        let known = try knownMarks(in: db, file: file)
        if known.isEmpty { try openNewestName(in: db, file: file) }
        for (place, mark) in marks.enumerated().dropFirst(known.count) {
            try db.run("INSERT INTO key_mark (place, name, mark) VALUES (\(place + 1), \(mark.name), \(mark.bytes))")
        }
    }

    private func knownMarks(in db: Transaction, file: String) throws -> [KeyMark] {
        let known = try db.rows("SELECT name, mark FROM key_mark ORDER BY place").map { row in
            KeyMark(name: try row[0], bytes: try row[1])
        }
        guard marks.starts(with: known) else {
            throw SecretsError.otherKeys(path: file, names: known.map(\.name))
        }
        return known
    }

    /// A database from before there were marks would take any keys for its own, and then refuse the right ones: they
    /// must open the newest name in it.
    private func openNewestName(in db: Transaction, file: String) throws {
        guard let row = try db.row("SELECT id, name_sealed FROM person ORDER BY id DESC LIMIT 1") else { return }
        let envelope: [UInt8] = try row[1]
        do {
            _ = try open(envelope, table: "person", column: "name_sealed", row: row[0])
        } catch is SecretsError {
            throw SecretsError.otherKeys(path: file, names: [KeyFile.hex(try Envelope.Header(of: envelope).key)])
        }
    }
}
