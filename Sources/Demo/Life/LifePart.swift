import Domain
import Matters

/// One matter before it is played: what is said, by whom, when, and what becomes of it.
struct LifePart: Sendable {
    enum Bond: Sendable {
        /// On its own, or the first of several.
        case none
        /// The same trouble: merged into the first one while that is possible.
        case merging
        /// The first one's trouble is back.
        case relapsing
    }

    var at: Instant
    var draft: OpinionDraft
    var by: Principal?
    var bond = Bond.none
    var director: Director
}
