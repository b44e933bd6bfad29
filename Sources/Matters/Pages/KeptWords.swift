import Domain
import Web

/// Under which name a device keeps what is typed into the form of an act: the form's path, so that each matter and act
/// has its own. The page after it names it again. Of one-time links nothing is kept: the telephone may be shared.
enum KeptWords {
    static func staff(_ number: MatterNumber, _ act: Act) -> String { "matters/\(number.text)/\(act.noun ?? "")" }

    static func own(_ number: MatterNumber, _ act: Act) -> String { ownPath(number) + (act.noun ?? "") }

    /// Everything that is kept of a reporter's own matter.
    static func ownPath(_ number: MatterNumber) -> String { "my/\(number.text)/" }
}
