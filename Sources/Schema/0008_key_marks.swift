import Database

extension Migration {
    /// Which keys the database was written with, so that a key file from elsewhere is noticed. Nothing about the keys
    /// themselves can be learnt from it.
    package static let m0008 = Migration(
        number: 8, name: "key_marks",
        statements: [
            // In the order of the key file, the oldest first.
            """
            CREATE TABLE key_mark (
              place {integer} PRIMARY KEY CHECK (place > 0),
              name {code} NOT NULL UNIQUE,
              mark {bytes} NOT NULL
            ) {table}
            """
        ])
}
