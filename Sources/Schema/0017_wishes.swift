import Database

extension Migration {
    /// What a reporter asked for beside her words: how to be told, which deputy should hear it, and for a child who agreed.
    package static let m0017 = Migration(
        number: 17, name: "wishes",
        statements: [
            """
            CREATE TABLE reporter_wish (
              matter {integer} PRIMARY KEY REFERENCES matter (id),
              told_by {code} CHECK (told_by IN ('sms', 'call', 'visit', 'letter', 'self')),
              deputy {integer} REFERENCES person (id),
              guardian_sealed {bytes}
            ) {table}
            """
        ])
}
