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

    /// 关注. An address without account is an envelope, found again by its index; a staff member's news goes to the inbox.
    /// `token_digest`: of the link in every message that ends it.
    static let followers = [
        """
        CREATE TABLE follow (
          id {integer} PRIMARY KEY,
          subject {code} NOT NULL CHECK (subject IN ('matter', 'station', 'area', 'category')),
          subject_id {integer} NOT NULL,
          category {code} NOT NULL,
          person {integer} REFERENCES person (id),
          address_sealed {bytes},
          address_index {bytes},
          token_sealed {bytes},
          token_digest {bytes} UNIQUE,
          confirmed_at {integer},
          created_at {integer} NOT NULL,
          CHECK ((person IS NULL) = (address_sealed IS NOT NULL)),
          CHECK ((address_sealed IS NULL) = (address_index IS NULL)),
          CHECK ((address_sealed IS NULL) = (token_sealed IS NULL)),
          CHECK ((address_sealed IS NULL) = (token_digest IS NULL)),
          CHECK ((subject = 'category') = (category <> ''))
        ) {table}
        """,
        """
        CREATE INDEX follow_subject ON follow (subject, subject_id, category, id) WHERE confirmed_at IS NOT NULL
        """,
        "CREATE INDEX follow_person ON follow (person, id) WHERE person IS NOT NULL",
        "CREATE INDEX follow_address ON follow (address_index, id) WHERE address_index IS NOT NULL",
        "CREATE INDEX follow_unconfirmed ON follow (created_at) WHERE confirmed_at IS NULL",
        // What became public, in the order in which it did; read from its start and emptied with it.
        """
        CREATE TABLE follow_news (
          id {integer} PRIMARY KEY,
          kind {code} NOT NULL CHECK (kind <> ''),
          subject_id {integer} NOT NULL,
          happening {code} NOT NULL UNIQUE CHECK (happening <> ''),
          told_up_to {integer} NOT NULL,
          at {integer} NOT NULL
        ) {table}
        """,
    ]
}
