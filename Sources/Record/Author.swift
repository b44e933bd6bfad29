/// What kind of hand did it.
package enum AuthorKind: String, Hashable, Sendable {
    case staff
    case reporter
    case system
}

/// Who did it, in which office and for whom: identifiers and codes only, no names.
package struct Author: Hashable, Sendable {
    /// Staff, the reporter herself, or timed work.
    package var kind: AuthorKind
    /// The account, for staff.
    package var account: Int64?
    /// Under which role grant.
    package var grant: Int64?
    /// The role's code.
    package var role: String?
    /// For which organ.
    package var organ: Int64?
    /// At which station.
    package var station: Int64?
    /// For whom it was done, as a code: `reporter`, `deputy`.
    package var onBehalf: String?

    /// Describes an author.
    package init(
        kind: AuthorKind, account: Int64? = nil, grant: Int64? = nil, role: String? = nil, organ: Int64? = nil,
        station: Int64? = nil, onBehalf: String? = nil
    ) {
        self.kind = kind
        self.account = account
        self.grant = grant
        self.role = role
        self.organ = organ
        self.station = station
        self.onBehalf = onBehalf
    }

    /// Timed work.
    package static let system = Author(kind: .system)
    /// The reporter in her own matter.
    package static let reporter = Author(kind: .reporter)
}
