import Database

extension Migration {
    /// What a reporter asked for beside her words: which deputy should hear it, and for a child who agreed.
    package static let m0017 = Migration(
        number: 17, name: "wishes",
        statements: [
            """
            CREATE TABLE reporter_wish (
              matter {integer} PRIMARY KEY REFERENCES matter (id),
              deputy {integer} REFERENCES person (id),
              guardian_sealed {bytes}
            ) {table}
            """
        ])
}
