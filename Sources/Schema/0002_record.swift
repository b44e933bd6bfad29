import Database

extension Migration {
    /// What happened: the chains of events, their sealed content, and the heads of chains without a row of their own.
    package static let m0002 = Migration(
        number: 2, name: "record",
        statements: [
            """
            CREATE TABLE event (
              id {integer} PRIMARY KEY,
              stream_kind {code} NOT NULL,
              stream_id {integer} NOT NULL,
              sequence {integer} NOT NULL CHECK (sequence > 0),
              format {integer} NOT NULL CHECK (format BETWEEN 1 AND 255),
              name {code} NOT NULL CHECK (name <> ''),
              at {integer} NOT NULL,
              author_kind {code} NOT NULL CHECK (author_kind IN ('staff', 'reporter', 'system')),
              author_account {integer},
              author_grant {integer},
              author_role {code},
              author_organ {integer},
              author_station {integer},
              on_behalf {code},
              before_state {code},
              after_state {code},
              facts {bytes} NOT NULL,
              commitment {bytes},
              previous {bytes} NOT NULL,
              hash {bytes} NOT NULL,
              UNIQUE (stream_kind, stream_id, sequence),
              CHECK ((sequence = 1) = (length(previous) = 0))
            ) {table}
            """,
            // Erasing keeps the row: without it a deletion would look the same as an erasure.
            """
            CREATE TABLE event_content (
              event {integer} PRIMARY KEY REFERENCES event (id),
              sealed {bytes},
              erased_at {integer},
              erased_mark {bytes},
              CHECK ((sealed IS NULL) = (erased_at IS NOT NULL)),
              CHECK ((erased_at IS NULL) = (erased_mark IS NULL))
            ) {table}
            """,
            """
            CREATE TABLE stream_head (
              stream_kind {code} NOT NULL,
              stream_id {integer} NOT NULL,
              sequence {integer} NOT NULL CHECK (sequence > 0),
              hash {bytes} NOT NULL,
              PRIMARY KEY (stream_kind, stream_id)
            ) {clustered}
            """,
        ]
    )
}
