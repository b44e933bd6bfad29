import Database

extension Migration {
    /// What is on paper: books of slips whose numbers are given out before anything was said, and the letters of organs.
    package static let m0013 = Migration(
        number: 13, name: "paper", statements: PaperTables.slips + PaperTables.letters + PaperTables.indexes)
}

/// The tables of the thirteenth migration.
enum PaperTables {
    static let slips = [
        """
        CREATE TABLE slip_book (
          id {integer} PRIMARY KEY,
          station {integer} NOT NULL REFERENCES station (id),
          size {integer} NOT NULL CHECK (size BETWEEN 1 AND 500),
          ordered_by {integer} REFERENCES account (id),
          ordered_at {integer} NOT NULL,
          codes_until {integer}
        ) {table}
        """,
        "CREATE INDEX slip_book_station ON slip_book (station, ordered_at)",
        "CREATE INDEX slip_book_codes ON slip_book (codes_until) WHERE codes_until IS NOT NULL",
        // The code itself is kept for printing only, and for some days only; what opens the page is its digest.
        """
        CREATE TABLE slip (
          id {integer} PRIMARY KEY,
          number {code} NOT NULL UNIQUE,
          book {integer} NOT NULL REFERENCES slip_book (id),
          place {integer} NOT NULL CHECK (place > 0),
          code_digest {bytes} NOT NULL,
          code_sealed {bytes},
          state {code} NOT NULL CHECK (state IN ('open', 'used', 'void')),
          matter {integer} UNIQUE REFERENCES matter (id),
          changed_by {integer} REFERENCES account (id),
          changed_at {integer},
          reason_sealed {bytes},
          UNIQUE (book, place),
          CHECK ((state = 'used') = (matter IS NOT NULL)),
          CHECK ((state = 'open') = (changed_at IS NULL)),
          CHECK ((state = 'void') = (reason_sealed IS NOT NULL)),
          CHECK (state = 'open' OR code_sealed IS NULL)
        ) {table}
        """,
    ]

    /// One sequence for each organ and year; what stands in a letter is sealed, because some hold a name.
    static let letters = [
        """
        CREATE TABLE letter_sequence (
          organ {integer} NOT NULL REFERENCES organ (id),
          year {integer} NOT NULL,
          last {integer} NOT NULL CHECK (last > 0),
          PRIMARY KEY (organ, year)
        ) {clustered}
        """,
        """
        CREATE TABLE letter (
          id {integer} PRIMARY KEY,
          matter {integer} NOT NULL REFERENCES matter (id),
          kind {code} NOT NULL,
          organ {integer} NOT NULL REFERENCES organ (id),
          year {integer} NOT NULL,
          place {integer} NOT NULL CHECK (place > 0),
          word {text} NOT NULL CHECK (word <> ''),
          to_organ {integer} REFERENCES organ (id),
          day {integer} NOT NULL,
          made_by {integer} NOT NULL REFERENCES account (id),
          made_at {integer} NOT NULL,
          content_sealed {bytes} NOT NULL,
          UNIQUE (organ, year, place)
        ) {table}
        """,
        "CREATE INDEX letter_matter ON letter (matter, id)",
    ]

    /// What was said at a station in some weeks, closed or not: its lost slips and its board.
    static let indexes = ["CREATE INDEX matter_said ON matter (station, sort_key)"]
}
