import Domain
import Matters

/// Something somebody will do with a matter.
struct Step: Sendable {
    var at: Instant
    var by: Principal
    var action: MatterAction
    var onBehalf: Attestation?
}
