/// Why a copy cannot begin or is not whole. Read by an operator, hence in whole sentences.
package enum CopyError: Error, Hashable, Sendable {
    /// The two databases are not of the same release, or one of them is of another than this program.
    case otherSchema
    /// What lies in the target did not come from this source.
    case otherContent(table: String)
    /// At the end a table has another number of rows on the two sides.
    case counts(table: String, source: Int, target: Int)
}
