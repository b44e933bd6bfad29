import Database

extension Migration {
    /// The search index over masked texts. It keeps terms only, not the texts: what is taken out must be named again,
    /// so `search_entry` remembers what was put in, as a checksum.
    package static let m0004 = Migration(
        number: 4, name: "search",
        statements: [
            """
            CREATE TABLE search_entry (
              document {integer} PRIMARY KEY,
              checksum {integer} NOT NULL
            ) {table}
            """,
            // `ascii` takes every byte beyond ASCII as part of a term; `unicode61` splits at characters it does not
            // know, among them the rare ones of many names and places.
            """
            {sqlite}
            CREATE VIRTUAL TABLE search USING fts5(terms, content = '', columnsize = 0, tokenize = 'ascii')
            """,
            // New documents wait here until there are enough to be worth a piece of index.
            """
            {sqlite}
            CREATE TABLE search_pending (
              document {integer} PRIMARY KEY REFERENCES search_entry (document),
              terms {text} NOT NULL
            ) {table}
            """,
        ]
    )
}
