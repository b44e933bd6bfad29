import Database

extension Migration {
    /// Photos, voice and documents: what names them. Their bytes lie sealed beside the database, under their hash.
    package static let m0011 = Migration(
        number: 11, name: "files",
        statements: [
            // Each content once. Loose is what no row names any more; swept is what was taken away.
            """
            CREATE TABLE file_content (
              digest {bytes} PRIMARY KEY CHECK (length(digest) = 33),
              size {integer} NOT NULL CHECK (size > 0),
              named_at {integer} NOT NULL,
              loose_since {integer},
              swept_at {integer},
              CHECK (swept_at IS NULL OR loose_since IS NOT NULL)
            ) {table}
            """,
            """
            CREATE INDEX file_content_loose ON file_content (loose_since)
            WHERE loose_since IS NOT NULL AND swept_at IS NULL
            """,
            "CREATE INDEX file_content_swept ON file_content (swept_at) WHERE swept_at IS NOT NULL",
            """
            CREATE TABLE stored_file (
              id {integer} PRIMARY KEY,
              owner_kind {code} NOT NULL CHECK (owner_kind IN ('matter', 'stationPost', 'reception', 'letter')),
              owner {integer} NOT NULL,
              part {integer} NOT NULL CHECK (part >= 0),
              kind {code} NOT NULL CHECK (kind IN ('photo', 'voice', 'document')),
              type {code} NOT NULL CHECK (type IN ('jpeg', 'webm', 'ogg', 'm4a', 'mp3', 'wav', 'pdf')),
              digest {bytes} NOT NULL REFERENCES file_content (digest),
              small_digest {bytes} REFERENCES file_content (digest),
              size {integer} NOT NULL CHECK (size > 0),
              width {integer} CHECK (width > 0),
              height {integer} CHECK (height > 0),
              seconds {integer} CHECK (seconds >= 0),
              description_sealed {bytes} NOT NULL,
              added_by {integer} REFERENCES account (id),
              added_at {integer} NOT NULL,
              released_at {integer},
              published_at {integer},
              CHECK (kind <> 'photo' OR (width IS NOT NULL AND height IS NOT NULL)),
              CHECK ((released_at IS NULL AND published_at IS NULL) OR kind = 'photo')
            ) {table}
            """,
            "CREATE INDEX stored_file_owner ON stored_file (owner_kind, owner, part, id)",
            "CREATE INDEX stored_file_digest ON stored_file (digest)",
            "CREATE INDEX stored_file_small ON stored_file (small_digest)",
        ])
}
