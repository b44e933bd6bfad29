import Database

extension Migration {
    /// What the public side is read from: first answers for medians, lists of published matters by category and
    /// progress, what must not be published, and a search of what is public only.
    package static let m0015 = Migration(
        number: 15, name: "public",
        statements: PublicTables.answers + PublicTables.lists + PublicTables.secrecy + PublicTables.search
            + PublicTables.backfill
    )
}

/// The tables of the fifteenth migration.
enum PublicTables {
    static let answers = [
        // How long the reporter waited for the first answer, counted once; none for a petition.
        """
        CREATE TABLE first_answer (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          station {integer} NOT NULL REFERENCES station (id),
          answered_on {integer} NOT NULL,
          days {integer} NOT NULL CHECK (days >= 0)
        ) {table}
        """,
        "CREATE INDEX first_answer_station ON first_answer (station, answered_on, days)",
        "CREATE INDEX stated_date_matter ON stated_date (matter)",
    ]

    static let lists = [
        // As they stand in the lists, so that a change knows which rows to move.
        "ALTER TABLE publication ADD COLUMN category {code} NOT NULL DEFAULT ''",
        "ALTER TABLE publication ADD COLUMN progress {code} NOT NULL DEFAULT 'underWay'",
        "ALTER TABLE publication ADD COLUMN station {integer}",
        "ALTER TABLE publication ADD COLUMN supervisor {integer}",
        "CREATE INDEX publication_station ON publication (station, published_at)",
        "CREATE INDEX publication_supervisor ON publication (supervisor, progress, published_at)",
        // '' stands for all; all of both is `publication_area`.
        """
        CREATE TABLE publication_list (
          area {integer} NOT NULL REFERENCES division (id),
          category {code} NOT NULL,
          progress {code} NOT NULL,
          sort_key {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES publication (matter),
          PRIMARY KEY (area, category, progress, sort_key)
        ) {clustered}
        """,
        // By the moment of publishing, for feeds and for what is new.
        """
        CREATE TABLE publication_recent (
          area {integer} NOT NULL REFERENCES division (id),
          published_at {integer} NOT NULL,
          matter {integer} NOT NULL REFERENCES publication (matter),
          PRIMARY KEY (area, published_at, matter)
        ) {clustered}
        """,
    ]

    /// A secret, a business secret, private affairs: who said so; the reason is sealed in the record.
    static let secrecy = [
        """
        CREATE TABLE matter_secrecy (
          matter {integer} PRIMARY KEY REFERENCES matter (id),
          kind {code} NOT NULL CHECK (kind IN ('state', 'business', 'private')),
          marked_by {integer} NOT NULL,
          marker_name {text} NOT NULL,
          marked_at {integer} NOT NULL
        ) {table}
        """
    ]

    /// The same as for masked words, over what everybody may read: neither may find what only the other holds.
    static let search = [
        """
        CREATE TABLE public_search_entry (
          document {integer} PRIMARY KEY,
          checksum {integer} NOT NULL
        ) {table}
        """,
        """
        {sqlite}
        CREATE VIRTUAL TABLE public_search USING fts5(terms, content = '', columnsize = 0, tokenize = 'ascii')
        """,
        """
        {sqlite}
        CREATE TABLE public_search_pending (
          document {integer} PRIMARY KEY REFERENCES public_search_entry (document),
          terms {text} NOT NULL
        ) {table}
        """,
        """
        {postgres}
        CREATE TABLE public_search_document (
          document {integer} PRIMARY KEY REFERENCES public_search_entry (document),
          terms {code} NOT NULL
        ) WITH (toast_tuple_target = 8160)
        """,
        """
        {postgres}
        CREATE INDEX public_search_document_terms ON public_search_document USING gin (string_to_array(terms, ' '))
        WITH (gin_pending_list_limit = 256)
        """,
        "{postgres} ALTER INDEX public_search_document_terms ALTER COLUMN 1 SET STATISTICS 0",
    ]
}
