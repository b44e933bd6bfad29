/// A fault in what is stored or in what a program wants to store; never a person's mistake.
package enum RecordError: Error, Hashable, Sendable {
    /// Written by a program that is newer than this one.
    case unknownFormat(UInt8)
    /// Bytes that are no event of the format they name.
    case malformed
    /// The key or the code of a fact is longer than 255 bytes: facts are short codes.
    case factTooLong(String)
    /// Somebody else appended to the chain in the meantime.
    case headMoved
}
