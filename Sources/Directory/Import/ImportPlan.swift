import Database
import Domain
import Record
import Secrets

/// What every kind of file is checked against.
struct ImportGround: Sendable {
    var atlas: Atlas
    var keys: KeyRing
    var principal: Principal
    var now: Instant
}

/// What a file would do: its faults, or the rows to write. Nothing is written while there is a fault.
struct ImportPlan: Sendable {
    var rows = 0
    var added = 0
    var changed = 0
    var unchanged = 0
    var faults: [ImportFault] = []
    /// People to be sealed before the transaction, by far the longest part of the work.
    var newPeople: [PersonDraft] = []
    var changedPeople: [PersonDraft] = []
    /// Points by the code of their station.
    var pointsPerStation: [String: Int] = [:]
    /// Writes everything but the people; returns slips for new accounts.
    var write: @Sendable (Transaction, inout IDs) throws -> [ActivationSlip] = { _, _ in [] }

    /// Notes one row by what became of it.
    mutating func count(_ fate: RowFate) {
        switch fate {
        case .added: added += 1
        case .changed: changed += 1
        case .unchanged: unchanged += 1
        }
    }
}

enum RowFate {
    case added, changed, unchanged
}

/// A new account's login and one-time code, to be handed to its owner.
struct ActivationSlip: Sendable {
    var login: String
    var name: Sensitive<String>
    var code: ActivationCode
}

/// What a file did, or would do.
package struct ImportReport: Sendable {
    package var kind: ImportKind
    /// False for a dry run and for a file with faults.
    package var isWritten: Bool
    package var rows: Int
    package var added: Int
    package var changed: Int
    package var unchanged: Int
    /// Every fault of every row, in the order of the file.
    package var faults: [ImportFault]
    /// For points: how many each station has in the file.
    package var pointsPerStation: [String: Int]
    /// For accounts: login, name and activation code of each new account as a file; shown once, stored nowhere.
    package var activations: [UInt8]?
}

/// How far an import is, for a progress bar.
package struct ImportProgress: Hashable, Sendable {
    /// The parts of the work, in order.
    package enum Step: String, Sendable {
        case reading, checking, sealing, writing

        package var chinese: String {
            switch self {
            case .reading: "读取文件"
            case .checking: "核对"
            case .sealing: "加密"
            case .writing: "写入"
            }
        }
    }

    package var step: Step
    package var done: Int
    package var total: Int
}
