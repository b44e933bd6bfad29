import Domain

/// One matter that waits for its office to assign it.
struct WaitingMatter: Hashable, Sendable {
    var number: MatterNumber
    var version: Int64
    var title: String
    var division: String
    var category: Category?
    var dueOn: Day?
    var isOverdue: Bool
    /// What the routing catalogue proposes; the office decides.
    var proposed: OrganID?
}

/// One line of a bulk assignment as it was sent: which matter, as it was shown, to whom.
struct BulkLine: Hashable, Sendable {
    var number: MatterNumber
    var version: Int64
    var organ: OrganID
}

/// What became of a line, or would become.
struct BulkOutcome: Sendable {
    var line: BulkLine
    var title: String
    var organ: String
    /// Nil where it went well.
    var refusal: String?
}
