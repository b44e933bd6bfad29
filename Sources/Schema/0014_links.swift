import Database

extension Migration {
    /// Acting from a message: one-time links, codes for signing in by telephone, and what was done in somebody's name
    /// from paper or a call, which she may dispute.
    package static let m0014 = Migration(
        number: 14, name: "links",
        statements: [
            """
            CREATE TABLE behalf_act (
              id {integer} PRIMARY KEY,
              matter {integer} NOT NULL REFERENCES matter (id),
              sequence {integer} NOT NULL CHECK (sequence > 0),
              act {code} NOT NULL CHECK (act <> ''),
              person {integer} REFERENCES person (id),
              organ {integer} REFERENCES organ (id),
              entered_by {integer} NOT NULL REFERENCES account (id),
              entered_at {integer} NOT NULL,
              last_day {integer} NOT NULL,
              try_day {integer},
              try_channel {code},
              try_reached {bool},
              disputed_at {integer},
              disputed_by {integer} REFERENCES account (id),
              decided_at {integer},
              decided_by {integer} REFERENCES account (id),
              was_upheld {bool},
              CHECK ((person IS NULL) <> (organ IS NULL)),
              CHECK ((disputed_at IS NULL) = (disputed_by IS NULL)),
              CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
              CHECK ((decided_at IS NULL) = (was_upheld IS NULL)),
              CHECK (decided_at IS NULL OR disputed_at IS NOT NULL)
            ) {table}
            """,
            "CREATE INDEX behalf_act_matter ON behalf_act (matter, sequence)",
            // The token itself is only in the message. A grant that never held a day leaves no row, so it is only named.
            """
            CREATE TABLE one_time_link (
              id {integer} PRIMARY KEY,
              token_digest {bytes} NOT NULL UNIQUE,
              matter {integer} NOT NULL REFERENCES matter (id),
              person {integer} NOT NULL REFERENCES person (id),
              role_grant {integer} NOT NULL,
              behalf_act {integer} REFERENCES behalf_act (id),
              made_at {integer} NOT NULL,
              made_by {integer} REFERENCES account (id),
              expires_at {integer} NOT NULL CHECK (expires_at > made_at),
              revoked_at {integer},
              revoked_by {integer} REFERENCES account (id),
              CHECK (revoked_at IS NOT NULL OR revoked_by IS NULL)
            ) {table}
            """,
            "CREATE INDEX one_time_link_matter ON one_time_link (matter, made_at)",
            "CREATE INDEX one_time_link_expires ON one_time_link (expires_at)",
            """
            CREATE TABLE one_time_link_act (
              link {integer} NOT NULL REFERENCES one_time_link (id),
              act {code} NOT NULL CHECK (act <> ''),
              used_at {integer},
              PRIMARY KEY (link, act)
            ) {clustered}
            """,
            // One open code for each browser or program; another one takes its place.
            """
            CREATE TABLE sign_in_code (
              holder {bytes} PRIMARY KEY,
              phone_index {bytes} NOT NULL,
              digest {bytes} NOT NULL,
              tries {integer} NOT NULL CHECK (tries >= 0),
              made_at {integer} NOT NULL,
              expires_at {integer} NOT NULL CHECK (expires_at > made_at)
            ) {clustered}
            """,
            "CREATE INDEX sign_in_code_expires ON sign_in_code (expires_at)",
            // What waits for a decision, at whose station and office it is now: the page "today" asks for it.
            """
            CREATE TABLE open_dispute (
              behalf_act {integer} PRIMARY KEY REFERENCES behalf_act (id),
              matter {integer} NOT NULL REFERENCES matter (id),
              number {code} NOT NULL,
              station {integer} NOT NULL REFERENCES station (id),
              office {integer} REFERENCES organ (id),
              since {integer} NOT NULL
            ) {table}
            """,
            "CREATE INDEX open_dispute_matter ON open_dispute (matter)",
            "CREATE INDEX open_dispute_station ON open_dispute (station, since)",
            "CREATE INDEX open_dispute_office ON open_dispute (office, since) WHERE office IS NOT NULL",
        ])
}
