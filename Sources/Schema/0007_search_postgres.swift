import Database

extension Migration {
    /// The search index of PostgreSQL: the terms of each document as one text, and an index of the single terms in it. The
    /// texts stay as they are beside their row: looking for neighbours in many of them takes longest to unpack.
    package static let m0007 = Migration(
        number: 7, name: "search_postgres",
        statements: [
            """
            {postgres}
            CREATE TABLE search_document (
              document {integer} PRIMARY KEY REFERENCES search_entry (document),
              terms {code} NOT NULL
            ) WITH (toast_tuple_target = 8160)
            """,
            // New documents wait in a list before they are sorted in; a question reads all of that list, so it is short.
            """
            {postgres}
            CREATE INDEX search_document_terms ON search_document USING gin (string_to_array(terms, ' '))
            WITH (gin_pending_list_limit = 256)
            """,
            // Plans that are kept use no statistics of it, and gathering them takes seconds.
            "{postgres} ALTER INDEX search_document_terms ALTER COLUMN 1 SET STATISTICS 0",
        ])
}
