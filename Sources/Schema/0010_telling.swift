import Database

extension Migration {
    /// Who is told how and when: the way a reporter chose, how far the messages of a day have come, and who follows what
    /// is public.
    package static let m0010 = Migration(
        number: 10, name: "telling", statements: TellingTables.reporters + TellingTables.followers)
}

/// The tables of the tenth migration.
enum TellingTables {
    static let reporters = [
        // `code_digest`: of the code sent to a mailbox that nobody has proved hers yet.
        """
        CREATE TABLE reporter_channel (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          channel {code} NOT NULL CHECK (channel IN ('sms', 'call', 'email', 'visit', 'letter', 'none')),
          address_sealed {bytes},
          proved_at {integer},
          code_digest {bytes},
          code_until {integer},
          code_tries {integer} NOT NULL CHECK (code_tries >= 0),
          chosen_at {integer} NOT NULL,
          CHECK ((code_digest IS NULL) = (code_until IS NULL)),
          CHECK (proved_at IS NULL OR address_sealed IS NOT NULL)
        ) {table}
        """,
        """
        CREATE TABLE telling_mark (
          id {integer} PRIMARY KEY CHECK (id = 1),
          day {integer} NOT NULL,
          matter {integer} NOT NULL
        ) {table}
        """,
        // What ends today, soonest matter first.
        "CREATE INDEX matter_clock_due ON matter_clock (due_on, matter, kind)",
    ]
}
