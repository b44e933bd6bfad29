import Database

extension Migration {
    /// What a station says about itself in public, and when its deputies receive. A text waits until somebody else has
    /// read it: only what a named reviewer published is shown.
    package static let m0005 = Migration(
        number: 5, name: "stations",
        statements: [
            // One row holds the words that everybody reads and beside them those that wait for the reviewer.
            """
            CREATE TABLE station_profile (
              station {integer} PRIMARY KEY REFERENCES station (id),
              location {text} NOT NULL,
              surroundings {text} NOT NULL,
              systems {text} NOT NULL,
              draft_location {text},
              draft_surroundings {text},
              draft_systems {text},
              written_by {integer} REFERENCES account (id),
              written_at {integer} NOT NULL,
              reviewed_by {integer} REFERENCES account (id),
              reviewer_name {text},
              published_at {integer},
              version {integer} NOT NULL CHECK (version > 0),
              CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
              CHECK ((draft_location IS NULL) = (draft_surroundings IS NULL)),
              CHECK ((draft_location IS NULL) = (draft_systems IS NULL))
            ) {table}
            """,
            """
            CREATE TABLE station_post (
              id {integer} PRIMARY KEY,
              station {integer} NOT NULL REFERENCES station (id),
              kind {code} NOT NULL CHECK (kind IN ('announcement', 'news', 'rule')),
              title {text} NOT NULL CHECK (title <> ''),
              body {text} NOT NULL CHECK (body <> ''),
              written_by {integer} REFERENCES account (id),
              written_at {integer} NOT NULL,
              reviewed_by {integer} REFERENCES account (id),
              reviewer_name {text},
              published_at {integer},
              withdrawn_at {integer},
              version {integer} NOT NULL CHECK (version > 0),
              CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
              CHECK (withdrawn_at IS NULL OR published_at IS NOT NULL)
            ) {table}
            """,
            "CREATE INDEX station_post_station ON station_post (station, written_at)",
            """
            CREATE INDEX station_post_public ON station_post (station, kind, published_at)
            WHERE published_at IS NOT NULL AND withdrawn_at IS NULL
            """,
            """
            CREATE TABLE reception (
              id {integer} PRIMARY KEY,
              station {integer} NOT NULL REFERENCES station (id),
              day {integer} NOT NULL,
              from_minute {integer} NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
              to_minute {integer} NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
              place {text} NOT NULL CHECK (place <> ''),
              scope {text} NOT NULL,
              written_by {integer} REFERENCES account (id),
              written_at {integer} NOT NULL,
              reviewed_by {integer} REFERENCES account (id),
              reviewer_name {text},
              published_at {integer},
              cancelled {bool} NOT NULL,
              cancel_reason {text},
              version {integer} NOT NULL CHECK (version > 0),
              CHECK ((published_at IS NULL) = (reviewer_name IS NULL))
            ) {table}
            """,
            "CREATE INDEX reception_station ON reception (station, day, from_minute)",
            "CREATE INDEX reception_day ON reception (day)",
            """
            CREATE TABLE reception_deputy (
              reception {integer} NOT NULL REFERENCES reception (id),
              mandate {integer} NOT NULL REFERENCES mandate (id),
              PRIMARY KEY (reception, mandate)
            ) {clustered}
            """,
            "CREATE INDEX reception_deputy_mandate ON reception_deputy (mandate)",
        ]
    )
}
