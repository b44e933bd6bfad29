import Database
import Domain
import Record

/// Something that everybody may know happened, put where followers are told of it. Written with the happening itself and
/// only for what is public, so that nothing is lost and nothing else costs anything.
package struct PublicNews: Hashable, Sendable {
    /// Stored, so never renamed.
    package enum Kind: String, CaseIterable, Sendable {
        /// A reviewed summary, for the first time or again with its answer.
        case published
        /// A public matter stands elsewhere.
        case moved
        case post, reception
    }

    package var kind: Kind
    /// The matter, post or reception.
    package var subject: Int64
    /// Which time: the number of the event, the version of the row.
    package var sequence: Int64

    package init(_ kind: Kind, of subject: Int64, sequence: Int64) {
        self.kind = kind
        self.subject = subject
        self.sequence = sequence
    }

    /// Put twice, it is written once.
    package func put(in db: Transaction, at now: Instant, ids: inout IDs) throws {
        try db.run(
            """
            INSERT INTO follow_news (id, kind, subject_id, sequence, told_up_to, at)
            VALUES (\(ids.next()), \(kind.rawValue), \(subject), \(sequence), 0, \(now))
            ON CONFLICT (kind, subject_id, sequence) DO NOTHING
            """)
    }
}
