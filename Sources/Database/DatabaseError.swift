/// What can go wrong in an engine, the same on every engine.
package enum DatabaseError: Error, Hashable, Sendable {
    /// Somebody else is writing, and the time to wait is over. Drawn as 503.
    case busy
    /// No room: the disk is full or the database reached its limit.
    case full
    /// The schema refused a row. Names `table.column` (several with commas) or the constraint.
    case constraint(String)
    /// The database does not answer. Nothing was changed.
    case unreachable(String)
    /// The connection broke while a change was being confirmed: it is there whole, or not at all. Sending the same
    /// request again tells, and does nothing twice.
    case uncertain
    /// The file is damaged or no database.
    case corrupt(String)
    /// Anything else, in the engine's words: a fault of the program or the machine.
    case other(String)
}
