import Database

extension Migration {
    /// 接待, 约定 and 走访: the rhythm of a station's receptions, who asked for a time, what was written down afterwards,
    /// whose duty it was, and which villages nobody has been heard from.
    package static let m0012 = Migration(
        number: 12, name: "receptions",
        statements: ReceptionTables.schedule + ReceptionTables.reception + ReceptionTables.bookings
            + ReceptionTables.villages + ReceptionTables.record + ReceptionTables.duty
    )
}

/// The tables of the twelfth migration.
enum ReceptionTables {
    /// At most one that holds and one that waits for the head; those before them stay as they were.
    static let schedule = [
        """
        CREATE TABLE reception_schedule (
          id {integer} PRIMARY KEY,
          station {integer} NOT NULL REFERENCES station (id),
          rule {code} NOT NULL CHECK (rule <> ''),
          holiday {code} NOT NULL CHECK (holiday IN ('skip', 'nextWorkingDay', 'nextWeek')),
          from_minute {integer} NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
          to_minute {integer} NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
          place {text} NOT NULL CHECK (place <> ''),
          scope {text} NOT NULL,
          slot_minutes {integer} NOT NULL CHECK (slot_minutes >= 0),
          at_once {integer} NOT NULL CHECK (at_once > 0),
          next_turn {integer} NOT NULL CHECK (next_turn >= 0),
          state {code} NOT NULL CHECK (state IN ('waiting', 'approved', 'ended')),
          planned_through {integer} NOT NULL,
          written_by {integer} REFERENCES account (id),
          written_at {integer} NOT NULL,
          reviewed_by {integer} REFERENCES account (id),
          reviewer_name {text},
          published_at {integer},
          version {integer} NOT NULL CHECK (version > 0),
          CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
          CHECK (state <> 'approved' OR published_at IS NOT NULL)
        ) {table}
        """,
        "CREATE UNIQUE INDEX reception_schedule_waiting ON reception_schedule (station) WHERE state = 'waiting'",
        "CREATE UNIQUE INDEX reception_schedule_approved ON reception_schedule (station) WHERE state = 'approved'",
        "CREATE INDEX reception_schedule_plan ON reception_schedule (planned_through) WHERE state = 'approved'",
        """
        CREATE TABLE schedule_deputy (
          schedule {integer} NOT NULL REFERENCES reception_schedule (id),
          turn {integer} NOT NULL,
          mandate {integer} NOT NULL REFERENCES mandate (id),
          PRIMARY KEY (schedule, turn)
        ) {clustered}
        """,
    ]

    /// `planned_day` is the day that the rhythm means: it names a reception however far a holiday moved it.
    static let reception = [
        """
        ALTER TABLE reception ADD COLUMN kind {code} NOT NULL DEFAULT 'reception'
        CHECK (kind IN ('reception', 'visit'))
        """,
        "ALTER TABLE reception ADD COLUMN schedule {integer} REFERENCES reception_schedule (id)",
        "ALTER TABLE reception ADD COLUMN planned_day {integer}",
        "ALTER TABLE reception ADD COLUMN edited {bool} NOT NULL DEFAULT 0",
        "ALTER TABLE reception ADD COLUMN slot_minutes {integer} NOT NULL DEFAULT 0 CHECK (slot_minutes >= 0)",
        "ALTER TABLE reception ADD COLUMN departments {text} NOT NULL DEFAULT ''",
        "ALTER TABLE reception ADD COLUMN reminded {integer} NOT NULL DEFAULT 0",
        "CREATE UNIQUE INDEX reception_planned ON reception (schedule, planned_day)",
        """
        CREATE TABLE reception_organ (
          reception {integer} NOT NULL REFERENCES reception (id),
          organ {integer} NOT NULL REFERENCES organ (id),
          was_present {bool} NOT NULL,
          PRIMARY KEY (reception, organ)
        ) {clustered}
        """,
    ]

    /// Name, telephone and code go 30 days after the day; that somebody came by appointment stays.
    static let bookings = [
        """
        CREATE TABLE booking (
          id {integer} PRIMARY KEY,
          reception {integer} NOT NULL REFERENCES reception (id),
          day {integer} NOT NULL,
          from_minute {integer} NOT NULL,
          state {code} NOT NULL CHECK (state IN ('booked', 'cancelled')),
          name_sealed {bytes},
          phone_sealed {bytes},
          code_digest {bytes},
          made_at {integer} NOT NULL,
          cancelled_at {integer},
          reminded {bool} NOT NULL,
          CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
        ) {table}
        """,
        "CREATE UNIQUE INDEX booking_slot ON booking (reception, from_minute) WHERE state = 'booked'",
        "CREATE UNIQUE INDEX booking_code ON booking (code_digest) WHERE code_digest IS NOT NULL",
        "CREATE INDEX booking_personal ON booking (day) WHERE code_digest IS NOT NULL",
        "CREATE INDEX booking_reception ON booking (reception)",
        """
        CREATE TABLE entry_time (
          id {integer} PRIMARY KEY,
          station {integer} NOT NULL REFERENCES station (id),
          mandate {integer} NOT NULL REFERENCES mandate (id),
          person {integer} NOT NULL REFERENCES person (id),
          day {integer} NOT NULL,
          from_minute {integer} NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
          to_minute {integer} NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
          purpose {text} NOT NULL,
          state {code} NOT NULL CHECK (state IN ('requested', 'confirmed', 'declined', 'cancelled')),
          reason {text} NOT NULL,
          asked_at {integer} NOT NULL,
          decided_by {integer} REFERENCES account (id),
          decider_name {text},
          decided_at {integer},
          reminded {bool} NOT NULL,
          version {integer} NOT NULL CHECK (version > 0),
          CHECK (state <> 'declined' OR reason <> '')
        ) {table}
        """,
        "CREATE INDEX entry_time_station ON entry_time (station, day)",
        "CREATE INDEX entry_time_person ON entry_time (person, day)",
        "CREATE INDEX entry_time_soon ON entry_time (day) WHERE state = 'confirmed' AND reminded = 0",
    ]

    /// 村、社区 as the station's clerk names them. `seen` is how far the station's matters were read for their names.
    static let villages = [
        """
        CREATE TABLE village (
          id {integer} PRIMARY KEY,
          station {integer} NOT NULL REFERENCES station (id),
          name {text} NOT NULL CHECK (name <> ''),
          last_opinion_on {integer} NOT NULL,
          last_visit_on {integer} NOT NULL,
          is_kept {bool} NOT NULL,
          UNIQUE (station, name)
        ) {table}
        """,
        """
        CREATE TABLE village_mark (
          station {integer} PRIMARY KEY REFERENCES station (id),
          seen {integer} NOT NULL,
          looked_at {integer} NOT NULL,
          version {integer} NOT NULL CHECK (version > 0)
        ) {table}
        """,
        "CREATE INDEX village_mark_looked ON village_mark (looked_at)",
    ]

    /// What visitors said lies with their matters; here stands only which ones they were. Who spoke about the station
    /// itself stands nowhere here.
    static let record = [
        """
        CREATE TABLE reception_record (
          reception {integer} PRIMARY KEY REFERENCES reception (id),
          village {integer} REFERENCES village (id),
          households {integer} CHECK (households >= 0),
          departments {text} NOT NULL,
          visitors {integer} NOT NULL CHECK (visitors >= 0),
          is_late {bool} NOT NULL,
          written_on {integer} NOT NULL,
          written_by {integer} NOT NULL REFERENCES account (id),
          writer_name {text} NOT NULL,
          written_at {integer} NOT NULL
        ) {table}
        """,
        """
        CREATE TABLE reception_visitor (
          reception {integer} NOT NULL REFERENCES reception (id),
          place {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES matter (id),
          village {integer} REFERENCES village (id),
          commonality {code} NOT NULL CHECK (commonality IN ('common', 'personal')),
          outcome {code} NOT NULL CHECK (outcome IN ('registered', 'answeredOnSpot')),
          answered_by {integer} REFERENCES mandate (id),
          department {text} NOT NULL,
          PRIMARY KEY (reception, place)
        ) {clustered}
        """,
        "CREATE INDEX reception_visitor_matter ON reception_visitor (matter)",
    ]

    /// 履职登记. Never deleted: what was wrong is withdrawn and stays to be seen.
    static let duty = [
        """
        CREATE TABLE duty_event (
          id {integer} PRIMARY KEY,
          person {integer} NOT NULL REFERENCES person (id),
          mandate {integer} NOT NULL REFERENCES mandate (id),
          station {integer} NOT NULL REFERENCES station (id),
          kind {code} NOT NULL CHECK (kind IN ('reception', 'visit', 'spotAnswer')),
          day {integer} NOT NULL,
          source_kind {code} NOT NULL CHECK (source_kind IN ('reception', 'visit', 'matter')),
          source {integer} NOT NULL,
          recorded_by {integer} REFERENCES account (id),
          recorded_at {integer} NOT NULL,
          verified_by {integer} REFERENCES account (id),
          verifier_name {text},
          verified_at {integer},
          objection_sealed {bytes},
          objected_at {integer},
          settled_at {integer},
          withdrawn_at {integer},
          version {integer} NOT NULL CHECK (version > 0),
          UNIQUE (source_kind, source, mandate),
          CHECK ((verified_at IS NULL) = (verifier_name IS NULL)),
          CHECK ((objected_at IS NULL) = (objection_sealed IS NULL)),
          CHECK (withdrawn_at IS NULL OR settled_at IS NOT NULL)
        ) {table}
        """,
        "CREATE INDEX duty_event_person ON duty_event (person, day)",
        "CREATE INDEX duty_event_station ON duty_event (station, day)",
    ]
}
