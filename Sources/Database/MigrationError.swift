/// Why the schema was left as it is. Read by an operator, hence in whole sentences.
package enum MigrationError: Error, Hashable, Sendable, CustomStringConvertible {
    case changed(number: Int, name: String)
    case unknown(number: Int, name: String)
    case skipped(number: Int, name: String)
    case order(number: Int)
    case unknownWord(number: Int, word: String)

    /// The reason, and what to do.
    package var description: String {
        switch self {
        case .changed(let number, let name):
            "Migration \(number) (\(name)) was changed after it ran on this database. "
                + "Released migrations are never edited: restore its text and put the change into a new migration."
        case .unknown(let number, let name):
            "This database has run migration \(number) (\(name)), which this program does not know. "
                + "The database belongs to a newer release: use that one."
        case .skipped(let number, let name):
            "Migration \(number) (\(name)) has not run on this database, but a later one has. "
                + "New migrations get the next number at the end of the list."
        case .order(let number):
            "Migration \(number) does not follow the one before it in the list: numbers must rise."
        case .unknownWord(let number, let word):
            "Migration \(number) uses {\(word)}, which is not in the vocabulary."
        }
    }
}
