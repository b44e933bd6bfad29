extension Ground {
    static let accounts = [
        """
        CREATE TABLE account (
          id {integer} PRIMARY KEY,
          person {integer} NOT NULL REFERENCES person (id),
          login {code} NOT NULL UNIQUE CHECK (login <> ''),
          password_hash {text},
          activation_digest {bytes},
          status {code} NOT NULL CHECK (status IN ('pending', 'active', 'closed')),
          failed {integer} NOT NULL CHECK (failed >= 0),
          locked_until {integer},
          last_sign_in {integer},
          CHECK (status <> 'active' OR password_hash IS NOT NULL)
        ) {table}
        """,
        "CREATE INDEX account_person ON account (person)",
        """
        CREATE TABLE role_grant (
          id {integer} PRIMARY KEY,
          account {integer} NOT NULL REFERENCES account (id),
          role {code} NOT NULL CHECK (role IN ('stationHead', 'stationClerk', 'deputy', 'liaisonOfficer',
            'assigningOffice', 'distributor', 'handler', 'petitionOffice', 'systemAdmin', 'securityAdmin', 'auditor')),
          organ {integer} REFERENCES organ (id),
          station {integer} REFERENCES station (id),
          area {integer} REFERENCES division (id),
          from_day {integer} NOT NULL,
          to_day {integer} CHECK (to_day >= from_day),
          given_by {integer} REFERENCES account (id),
          CHECK ((CASE WHEN organ IS NULL THEN 0 ELSE 1 END) + (CASE WHEN station IS NULL THEN 0 ELSE 1 END)
            + (CASE WHEN area IS NULL THEN 0 ELSE 1 END) = 1)
        ) {table}
        """,
        "CREATE INDEX role_grant_account ON role_grant (account)",
        "CREATE INDEX role_grant_organ ON role_grant (organ) WHERE organ IS NOT NULL",
        "CREATE INDEX role_grant_station ON role_grant (station, role) WHERE station IS NOT NULL",
        "CREATE INDEX role_grant_area ON role_grant (area) WHERE area IS NOT NULL",
        """
        CREATE TABLE session (
          token_hash {bytes} PRIMARY KEY,
          account {integer} NOT NULL REFERENCES account (id),
          created_at {integer} NOT NULL,
          touched_at {integer} NOT NULL,
          expires_at {integer} NOT NULL,
          browser {text} NOT NULL
        ) {clustered}
        """,
        "CREATE INDEX session_account ON session (account)",
        "CREATE INDEX session_expires ON session (expires_at)",
    ]

    /// The law and each place's habits are data: nearest ancestor first, by the day on which a clock started.
    static let policies = [
        """
        CREATE TABLE policy (
          id {integer} PRIMARY KEY,
          key {code} NOT NULL CHECK (key <> ''),
          area {integer} NOT NULL REFERENCES division (id),
          valid_from {integer} NOT NULL,
          value {text} NOT NULL,
          decided_by {text} NOT NULL CHECK (decided_by <> ''),
          account {integer} REFERENCES account (id),
          at {integer} NOT NULL
        ) {table}
        """,
        "CREATE INDEX policy_key ON policy (key, area, valid_from, id)",
        """
        CREATE TABLE calendar_year (
          year {integer} PRIMARY KEY,
          loaded_at {integer} NOT NULL
        ) {clustered}
        """,
        """
        CREATE TABLE calendar_day (
          day {integer} PRIMARY KEY,
          is_workday {bool} NOT NULL,
          name {text} NOT NULL,
          notice_year {integer} NOT NULL REFERENCES calendar_year (year)
        ) {clustered}
        """,
    ]

    static let work = [
        """
        CREATE TABLE id_block (
          name {code} PRIMARY KEY,
          next {integer} NOT NULL CHECK (next > 0)
        ) {clustered}
        """,
        """
        CREATE TABLE idempotency (
          principal {code} NOT NULL,
          client_id {code} NOT NULL,
          request_hash {bytes} NOT NULL,
          status {integer} NOT NULL,
          result {bytes} NOT NULL,
          at {integer} NOT NULL,
          PRIMARY KEY (principal, client_id)
        ) {clustered}
        """,
        "CREATE INDEX idempotency_at ON idempotency (at)",
        // `window` alone is a reserved word of PostgreSQL.
        """
        CREATE TABLE rate_limit (
          key {code} NOT NULL,
          window_start {integer} NOT NULL,
          count {integer} NOT NULL CHECK (count > 0),
          PRIMARY KEY (key, window_start)
        ) {clustered}
        """,
        "CREATE INDEX rate_limit_window ON rate_limit (window_start)",
        """
        CREATE TABLE job (
          name {code} NOT NULL,
          key {code} NOT NULL,
          due_at {integer} NOT NULL,
          lease_until {integer},
          lease_token {bytes},
          attempts {integer} NOT NULL CHECK (attempts >= 0),
          PRIMARY KEY (name, key),
          CHECK ((lease_until IS NULL) = (lease_token IS NULL))
        ) {clustered}
        """,
        "CREATE INDEX job_due ON job (due_at)",
    ]
}
