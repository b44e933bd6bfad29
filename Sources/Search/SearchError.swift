/// The index and the program disagree about what is in it: a fault of the program.
package enum SearchError: Error, Hashable, Sendable {
    /// The document is not in the index, or with other words, areas or another month than those given.
    case notAsGiven(Int64)
}
