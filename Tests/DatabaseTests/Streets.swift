import Database
import TestSupport

extension TestDatabase {
    /// An engine with two tables of streets and the lamps in them.
    func streets(patience: Double = 5) async throws -> any DatabaseEngine {
        let engine = try open(patience: patience)
        _ = try await Migrator([.streets]).run(on: engine)
        return engine
    }
}

extension Migration {
    static let streets = Migration(
        number: 1, name: "streets",
        statements: [
            """
            CREATE TABLE street (
              id {integer} PRIMARY KEY,
              name {text} NOT NULL UNIQUE CHECK (name <> ''),
              length {real}
            ) {table}
            """,
            """
            CREATE TABLE lamp (
              street {integer} NOT NULL REFERENCES street (id),
              number {integer} NOT NULL,
              code {code} CONSTRAINT lamp_code CHECK (code <> ''),
              photo {bytes},
              broken {bool} NOT NULL DEFAULT 0,
              PRIMARY KEY (street, number)
            ) {clustered}
            """,
            "CREATE INDEX lamp_broken ON lamp (broken, street)",
        ]
    )
}
