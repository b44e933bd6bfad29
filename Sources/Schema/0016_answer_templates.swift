import Database

extension Migration {
    /// Texts an area keeps ready for its answers. A withdrawn one stays, for the answers that were made of it.
    package static let m0016 = Migration(
        number: 16, name: "answer_templates",
        statements: [
            """
            CREATE TABLE answer_template (
              id {integer} PRIMARY KEY,
              area {integer} NOT NULL REFERENCES division (id),
              category {code},
              title {text} NOT NULL CHECK (title <> ''),
              body {text} NOT NULL CHECK (body <> ''),
              written_by {integer} NOT NULL REFERENCES account (id),
              written_at {integer} NOT NULL,
              version {integer} NOT NULL CHECK (version > 0),
              is_withdrawn {bool} NOT NULL
            ) {table}
            """,
            "CREATE INDEX answer_template_area ON answer_template (area, id) WHERE is_withdrawn = 0",
        ])
}
