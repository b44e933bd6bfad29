import Database

extension Migration {
    /// Pictures of what a station writes. They are seen with the text they belong to and never without it.
    package static let m0006 = Migration(
        number: 6, name: "photos",
        statements: [
            """
            CREATE TABLE station_photo (
              id {integer} PRIMARY KEY,
              post {integer} NOT NULL REFERENCES station_post (id),
              description {text} NOT NULL CHECK (description <> ''),
              type {code} NOT NULL CHECK (type IN ('jpeg', 'png')),
              width {integer} NOT NULL CHECK (width > 0),
              height {integer} NOT NULL CHECK (height > 0),
              content {bytes} NOT NULL,
              added_by {integer} REFERENCES account (id),
              added_at {integer} NOT NULL
            ) {table}
            """,
            "CREATE INDEX station_photo_post ON station_photo (post, id)",
        ])
}
