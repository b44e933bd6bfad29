/// What is wrong with a kept file: a fault of the machine or of somebody's hand, never of the sender.
package enum FileFault: Error, Hashable, Sendable {
    /// Its bytes are not where they were put.
    case missing
    /// Its bytes are not the ones that were put there.
    case changed
    case unknownDigest
    /// The place where files lie answered something that cannot be understood.
    case place(String)
}
