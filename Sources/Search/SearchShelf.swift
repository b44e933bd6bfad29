import Database

/// Which texts are looked through. They are kept apart: a question of the public must not find what only the words
/// behind a summary hold.
package enum SearchShelf: Sendable {
    /// The masked words of every matter, for those who work on them.
    case masked
    /// Summaries that were published, and what stations wrote for everybody.
    case published

    /// The area under which posts of stations stand among what is published: no division has such a number.
    package static let posts = Int64.max

    var entry: SQL {
        switch self {
        case .masked: "search_entry"
        case .published: "public_search_entry"
        }
    }

    /// SQLite: the full-text table, which also names its own hidden column.
    var index: SQL {
        switch self {
        case .masked: "search"
        case .published: "public_search"
        }
    }

    /// SQLite: what waits to be moved in.
    var pending: SQL {
        switch self {
        case .masked: "search_pending"
        case .published: "public_search_pending"
        }
    }

    /// PostgreSQL: the terms of each document.
    var document: SQL {
        switch self {
        case .masked: "search_document"
        case .published: "public_search_document"
        }
    }

    /// PostgreSQL: the index over them.
    var documentIndex: SQL {
        switch self {
        case .masked: "search_document_terms"
        case .published: "public_search_document_terms"
        }
    }
}
