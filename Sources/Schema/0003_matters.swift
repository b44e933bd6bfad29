import Database

extension Migration {
    /// 事项: the row the rules decide on, its clocks, who spoke, where it is listed, and what is counted.
    package static let m0003 = Migration(
        number: 3, name: "matters",
        statements: MatterTables.matter + MatterTables.beside + MatterTables.people + MatterTables.lists
            + MatterTables.rules
            + MatterTables.counters
    )
}

/// The tables of the third migration.
enum MatterTables {
    /// `sort_key` is the moment of registration with some bits of the id behind it: unique, newest last.
    /// `version` is the number of events, `head` the hash of the last one.
    static let matter = [
        """
        CREATE TABLE matter (
          id {integer} PRIMARY KEY,
          number {code} NOT NULL UNIQUE,
          sort_key {integer} NOT NULL UNIQUE,
          registered_at {integer} NOT NULL,
          channel {code} NOT NULL,
          area {integer} NOT NULL REFERENCES division (id),
          lowest_level {integer} NOT NULL CHECK (lowest_level BETWEEN 1 AND 4),
          has_telephone {bool} NOT NULL,
          registered_by {integer},
          relapse_of {integer} REFERENCES matter (id),
          version {integer} NOT NULL CHECK (version > 0),
          head {bytes} NOT NULL,
          state {code} NOT NULL CHECK (state IN ('registered', 'answeredOnSpot', 'accepted', 'submittedUp', 'assigned',
            'objected', 'inHandling', 'replied', 'promised', 'answered', 'rated', 'rework', 'jointReview', 'contested',
            'referred', 'redirected', 'rejected', 'merged', 'withdrawn', 'closed')),
          holder_station {integer} REFERENCES station (id),
          holder_organ {integer} REFERENCES organ (id),
          on_duty {code} NOT NULL,
          station {integer} NOT NULL REFERENCES station (id),
          assigning_office {integer} REFERENCES organ (id),
          level {integer} NOT NULL CHECK (level BETWEEN 1 AND 4),
          triage_route {code},
          commonality {code},
          category {code},
          power {code},
          is_emergency {bool} NOT NULL,
          is_triage_confirmed {bool} NOT NULL,
          supervisor {integer} REFERENCES person (id),
          lead_handler {integer} REFERENCES organ (id),
          distributor {integer} REFERENCES organ (id),
          assigned_on {integer},
          is_wide {bool} NOT NULL,
          objections {integer} NOT NULL,
          extension {code} NOT NULL CHECK (extension IN ('none', 'asked', 'granted', 'refused')),
          extension_until {integer},
          stated_on {integer},
          outcome {code},
          promised_on {integer},
          reworks {integer} NOT NULL,
          supervision_level {integer} NOT NULL,
          is_reply_checked {bool} NOT NULL,
          was_returned {bool} NOT NULL,
          is_delivered {bool} NOT NULL,
          is_notice_given {bool} NOT NULL,
          grade {code},
          rating_source {code},
          dissatisfactions {integer} NOT NULL,
          lead_matter {integer} REFERENCES matter (id),
          state_before_merger {code},
          closure {code},
          closed_on {integer},
          times_contested {integer} NOT NULL,
          is_archived {bool} NOT NULL,
          is_published {bool} NOT NULL,
          petition_office {integer} REFERENCES organ (id),
          due_at {integer},
          CHECK (holder_station IS NULL OR holder_organ IS NULL),
          CHECK ((state IN ('withdrawn', 'closed')) = (holder_station IS NULL AND holder_organ IS NULL)),
          CHECK ((state IN ('withdrawn', 'closed')) = (due_at IS NULL)),
          CHECK ((state = 'merged') = (state_before_merger IS NOT NULL))
        ) {table}
        """,
        // Today's pages: what a station, an office, a handler or a deputy has to do, soonest first.
        "CREATE INDEX matter_station ON matter (station, due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX matter_holder_organ ON matter (holder_organ, due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX matter_office ON matter (assigning_office, due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX matter_supervisor ON matter (supervisor, due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX matter_lead ON matter (lead_matter) WHERE lead_matter IS NOT NULL",
        "CREATE INDEX matter_registered_by ON matter (registered_by, sort_key) WHERE registered_by IS NOT NULL",
        "CREATE INDEX matter_closed ON matter (closed_on) WHERE state = 'closed' AND is_archived = 0",
    ]

    /// `wake_at`: when timed work must next look at the clock; null when there is nothing left to do about it.
    static let beside = [
        """
        CREATE TABLE matter_clock (
          matter {integer} NOT NULL REFERENCES matter (id),
          kind {code} NOT NULL,
          organ {integer} NOT NULL,
          started_on {integer} NOT NULL,
          due_on {integer} NOT NULL,
          rule {code} NOT NULL,
          policy_key {code},
          policy_version {integer} NOT NULL,
          is_provisional {bool} NOT NULL,
          explanation {text} NOT NULL,
          reminded_on {integer},
          overdue_on {integer},
          silence_on {integer},
          wake_at {integer},
          PRIMARY KEY (matter, kind, organ)
        ) {clustered}
        """,
        "CREATE INDEX matter_clock_wake ON matter_clock (wake_at, matter) WHERE wake_at IS NOT NULL",
        "CREATE INDEX matter_clock_provisional ON matter_clock (matter) WHERE is_provisional = 1",
        """
        CREATE TABLE matter_co_handler (
          matter {integer} NOT NULL REFERENCES matter (id),
          organ {integer} NOT NULL REFERENCES organ (id),
          PRIMARY KEY (matter, organ)
        ) {clustered}
        """,
        "CREATE INDEX matter_co_handler_organ ON matter_co_handler (organ, matter)",
        """
        CREATE TABLE revisit_try (
          matter {integer} NOT NULL REFERENCES matter (id),
          place {integer} NOT NULL,
          day {integer} NOT NULL,
          channel {code} NOT NULL,
          was_reached {bool} NOT NULL,
          PRIMARY KEY (matter, place)
        ) {clustered}
        """,
        """
        CREATE TABLE stated_date (
          organ {integer} NOT NULL REFERENCES organ (id),
          matter {integer} NOT NULL REFERENCES matter (id),
          stated_on {integer} NOT NULL,
          stated_at {integer} NOT NULL,
          was_kept {bool},
          PRIMARY KEY (organ, matter, stated_at)
        ) {clustered}
        """,
        """
        CREATE TABLE number_sequence (
          city {code} NOT NULL,
          year {integer} NOT NULL,
          last {integer} NOT NULL,
          PRIMARY KEY (city, year)
        ) {clustered}
        """,
    ]

    /// Name, telephone and address are envelopes; the query code is only known to the reporter.
    static let people = [
        """
        CREATE TABLE reporter (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          name_sealed {bytes},
          phone_sealed {bytes},
          phone_index {bytes},
          address_sealed {bytes},
          code_digest {bytes} NOT NULL,
          may_be_named {bool} NOT NULL,
          is_minor {bool} NOT NULL,
          CHECK ((phone_sealed IS NULL) = (phone_index IS NULL))
        ) {table}
        """,
        "CREATE INDEX reporter_phone ON reporter (phone_index) WHERE phone_index IS NOT NULL",
        // The masked words only: what lists show and the search finds.
        """
        CREATE TABLE matter_words (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          title {text} NOT NULL,
          masked {text} NOT NULL,
          place {text} NOT NULL
        ) {table}
        """,
        """
        CREATE TABLE publication (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          title {text} NOT NULL,
          summary {text} NOT NULL,
          answer {text} NOT NULL,
          published_by {integer} NOT NULL,
          publisher_name {text} NOT NULL,
          published_at {integer} NOT NULL
        ) {table}
        """,
        """
        CREATE TABLE matter_support (
          matter {integer} NOT NULL REFERENCES matter (id),
          supporter {bytes} NOT NULL,
          is_verified {bool} NOT NULL,
          at {integer} NOT NULL,
          PRIMARY KEY (matter, supporter)
        ) {clustered}
        """,
    ]

    /// One row for each ancestor of the place, so that the newest of a province cost what those of a street cost.
    static let lists = [
        """
        CREATE TABLE matter_area (
          area {integer} NOT NULL REFERENCES division (id),
          sort_key {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES matter (id),
          PRIMARY KEY (area, sort_key)
        ) {clustered}
        """,
        """
        CREATE TABLE matter_due (
          area {integer} NOT NULL REFERENCES division (id),
          due_at {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES matter (id),
          PRIMARY KEY (area, due_at, matter)
        ) {clustered}
        """,
        """
        CREATE TABLE publication_area (
          area {integer} NOT NULL REFERENCES division (id),
          sort_key {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES publication (matter),
          PRIMARY KEY (area, sort_key)
        ) {clustered}
        """,
    ]

    /// Which calendar and policies the open clocks were last computed with.
    static let rules = [
        """
        CREATE TABLE rules_mark (
          id {integer} PRIMARY KEY CHECK (id = 1),
          mark {text} NOT NULL
        ) {table}
        """
    ]

    /// Deltas are only inserted; the worker folds them into the sums of every area above.
    static let counters = [
        """
        CREATE TABLE counter_delta (
          id {integer} PRIMARY KEY,
          area {integer} NOT NULL,
          month {integer} NOT NULL,
          name {code} NOT NULL,
          delta {integer} NOT NULL
        ) {table}
        """,
        """
        CREATE TABLE counter (
          area {integer} NOT NULL,
          month {integer} NOT NULL,
          name {code} NOT NULL,
          total {integer} NOT NULL,
          PRIMARY KEY (area, month, name)
        ) {clustered}
        """,
    ]
}
