import Database

extension Migration {
    /// Messages waiting to leave, how each went out, their texts, and where people can be reached beside the telephone.
    package static let m0009 = Migration(
        number: 9, name: "outbox",
        statements: OutboxTables.messages + OutboxTables.sendings + OutboxTables.channels + OutboxTables.people)
}

/// The tables of the ninth migration.
enum OutboxTables {
    /// `due_at`: when timed work next decides by which ways it leaves; null once that is decided. `not_before` is also
    /// the moment from which it stands in the inbox of a person.
    static let messages = [
        """
        CREATE TABLE message (
          id {integer} PRIMARY KEY,
          key {code} NOT NULL UNIQUE CHECK (key <> ''),
          kind {code} NOT NULL CHECK (kind <> ''),
          recipient {code} NOT NULL CHECK (recipient IN ('reporter', 'person', 'address')),
          matter {integer} REFERENCES matter (id),
          person {integer} REFERENCES person (id),
          address_kind {code} CHECK (address_kind IN ('telephone', 'email', 'wechat')),
          address_sealed {bytes},
          area {integer} NOT NULL REFERENCES division (id),
          values_sealed {bytes},
          is_urgent {bool} NOT NULL,
          not_before {integer} NOT NULL,
          created_at {integer} NOT NULL,
          due_at {integer},
          read_at {integer},
          kept_since {integer},
          CHECK ((recipient = 'person') = (person IS NOT NULL)),
          CHECK ((recipient = 'address') = (address_kind IS NOT NULL)),
          CHECK (recipient <> 'reporter' OR matter IS NOT NULL),
          CHECK (address_sealed IS NULL OR address_kind IS NOT NULL),
          CHECK (read_at IS NULL OR person IS NOT NULL)
        ) {table}
        """,
        "CREATE INDEX message_due ON message (due_at, id) WHERE due_at IS NOT NULL",
        "CREATE INDEX message_gathered ON message (person, due_at) WHERE due_at IS NOT NULL AND person IS NOT NULL",
        "CREATE INDEX message_inbox ON message (person, not_before, id) WHERE person IS NOT NULL",
        "CREATE INDEX message_unread ON message (person, not_before) WHERE person IS NOT NULL AND read_at IS NULL",
        // Values and addresses that are still there, to be forgotten in time.
        "CREATE INDEX message_kept ON message (kept_since) WHERE kept_since IS NOT NULL",
        "CREATE INDEX message_matter ON message (matter) WHERE matter IS NOT NULL",
        // A text is never changed: a later version stands before it; an empty one gives the place back to its superior.
        """
        CREATE TABLE message_template (
          id {integer} PRIMARY KEY,
          kind {code} NOT NULL CHECK (kind <> ''),
          channel {code} NOT NULL CHECK (channel <> ''),
          area {integer} NOT NULL REFERENCES division (id),
          version {integer} NOT NULL CHECK (version > 0),
          valid_from {integer} NOT NULL,
          text {text} NOT NULL,
          written_by {integer} NOT NULL REFERENCES account (id),
          UNIQUE (kind, channel, area, version)
        ) {table}
        """,
    ]

    /// An address never stands here: it is looked up for each try, so that one that was erased is not used.
    /// `next_at`: when it is tried next, or when whoever tries it now counts as gone; null when nothing more is to be
    /// tried. `lease_token` is the hold of one try; its result is only taken from who holds it.
    static let sendings = [
        """
        CREATE TABLE sending (
          id {integer} PRIMARY KEY,
          message {integer} NOT NULL REFERENCES message (id),
          channel {code} NOT NULL CHECK (channel IN ('sms', 'email', 'wechat', 'call', 'letter')),
          area {integer} NOT NULL REFERENCES division (id),
          station {integer} REFERENCES station (id),
          organ {integer} REFERENCES organ (id),
          state {code} NOT NULL CHECK (state IN ('waiting', 'failed', 'givenUp', 'byHand', 'sent', 'done')),
          attempts {integer} NOT NULL CHECK (attempts >= 0),
          next_at {integer},
          lease_token {bytes},
          is_uncertain {bool} NOT NULL,
          created_at {integer} NOT NULL,
          started_at {integer},
          ended_at {integer},
          by_hand_since {integer},
          via {code} CHECK (via IN ('provider', 'file', 'hand')),
          provider_id {text},
          cost {integer} NOT NULL CHECK (cost >= 0),
          reason {text} NOT NULL,
          template {integer} REFERENCES message_template (id),
          done_by {integer} REFERENCES account (id),
          version {integer} NOT NULL CHECK (version > 0),
          UNIQUE (message, channel),
          CHECK ((state IN ('waiting', 'failed')) = (next_at IS NOT NULL)),
          CHECK ((state IN ('sent', 'done')) = (via IS NOT NULL)),
          CHECK ((state = 'byHand') = (by_hand_since IS NOT NULL)),
          CHECK ((state IN ('sent', 'done', 'givenUp')) = (ended_at IS NOT NULL)),
          CHECK (lease_token IS NULL OR next_at IS NOT NULL)
        ) {table}
        """,
        "CREATE INDEX sending_due ON sending (channel, next_at, id) WHERE next_at IS NOT NULL",
        "CREATE INDEX sending_area ON sending (area, state, id)",
        "CREATE INDEX sending_ended ON sending (ended_at, id) WHERE ended_at IS NOT NULL",
        "CREATE INDEX sending_by_hand ON sending (by_hand_since) WHERE by_hand_since IS NOT NULL",
        "CREATE INDEX sending_station ON sending (station, state, id) WHERE station IS NOT NULL",
        "CREATE INDEX sending_organ ON sending (organ, state, id) WHERE organ IS NOT NULL",
        // What one sending told at once; of one that told a single message there is a row, too.
        """
        CREATE TABLE sending_message (
          sending {integer} NOT NULL REFERENCES sending (id),
          message {integer} NOT NULL REFERENCES message (id),
          PRIMARY KEY (sending, message)
        ) {clustered}
        """,
        "CREATE INDEX sending_message_message ON sending_message (message, sending)",
        // One row for each area above, so that a province's month costs what a town's does. `is_kept`: about matters
        // that the area's own lists do not show.
        """
        CREATE TABLE sending_tally (
          area {integer} NOT NULL REFERENCES division (id),
          month {integer} NOT NULL,
          kind {code} NOT NULL,
          channel {code} NOT NULL,
          outcome {code} NOT NULL,
          is_kept {bool} NOT NULL,
          total {integer} NOT NULL,
          cost {integer} NOT NULL,
          PRIMARY KEY (area, month, kind, channel, outcome, is_kept)
        ) {clustered}
        """,
    ]

    /// How the ways out fare, the same for every process.
    static let channels = [
        """
        CREATE TABLE channel_pause (
          target {code} PRIMARY KEY,
          paused_until {integer} NOT NULL,
          failures {integer} NOT NULL CHECK (failures > 0),
          reason {text} NOT NULL
        ) {clustered}
        """,
        """
        CREATE TABLE channel_token (
          target {code} PRIMARY KEY,
          token_sealed {bytes},
          expires_at {integer} NOT NULL,
          lease_until {integer},
          lease_token {bytes},
          CHECK ((lease_until IS NULL) = (lease_token IS NULL))
        ) {clustered}
        """,
    ]

    /// Mailboxes and the like that a person has proved hers; the telephone stays with the person.
    static let people = [
        """
        CREATE TABLE contact (
          person {integer} NOT NULL REFERENCES person (id),
          kind {code} NOT NULL CHECK (kind IN ('email', 'wechat')),
          address_sealed {bytes} NOT NULL,
          proved_at {integer} NOT NULL,
          PRIMARY KEY (person, kind)
        ) {clustered}
        """,
        """
        CREATE TABLE contact_proof (
          person {integer} NOT NULL REFERENCES person (id),
          kind {code} NOT NULL CHECK (kind IN ('email', 'wechat')),
          address_sealed {bytes} NOT NULL,
          code_digest {bytes} NOT NULL,
          expires_at {integer} NOT NULL,
          tries {integer} NOT NULL CHECK (tries >= 0),
          PRIMARY KEY (person, kind)
        ) {clustered}
        """,
    ]
}
