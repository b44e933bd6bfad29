import Domain

/// An act as somebody asked for it: complete, but for what must be looked up beside the matter.
package enum ActDraft: Sendable {
    case ready(MatterAction)
    case merge(into: MatterNumber, reason: String)
    case nameSupervisor(MandateID, isKin: Bool, isParty: Bool)
    case assign(OrganID, coHandlers: [OrganID], isWide: Bool, note: String)
    case subAssign(OrganID, note: String)
    case reassign(OrganID, reason: String)
    case reportRelapse(words: String)

    package var act: Act {
        switch self {
        case .ready(let action): action.act
        case .merge: .merge
        case .nameSupervisor: .nameSupervisor
        case .assign: .assign
        case .subAssign: .subAssign
        case .reassign: .decideObjection
        case .reportRelapse: .reportRelapse
        }
    }
}

/// An act with who it is for and which page it was made on.
package struct ActRequest: Sendable {
    package var draft: ActDraft
    /// The version the page showed; nil skips the check (timed work, one's own fresh change).
    package var version: Int64?
    package var onBehalf: Attestation?
    /// 附议: the browser it came from, where nobody is signed in; digested before it is kept.
    package var browser: String
    /// Photos and scans that come with it, and which are to be public.
    package var files = ActFiles()
    /// Whether people are told of it by message; not while a history is played.
    package var isTold: Bool
    /// Done from a one-time link in a message, which the record says.
    package var isViaLink = false

    package init(
        _ draft: ActDraft, version: Int64? = nil, onBehalf: Attestation? = nil, browser: String = "",
        isTold: Bool = true
    ) {
        self.draft = draft
        self.version = version
        self.onBehalf = onBehalf
        self.browser = browser
        self.isTold = isTold
    }
}
