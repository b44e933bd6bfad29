import Database
import Directory
import Domain

/// A matter before somebody who may write about it.
struct LetterGround: Sendable {
    let shown: ShownMatter
    let snapshot: Snapshot
    let today: Day
    /// What this person may write now.
    let kinds: [Letter]
    let signed: Principal.Signed

    var matter: Matter { shown.matter }

    static func run(
        _ db: Transaction, _ number: MatterNumber, by signed: Principal.Signed, at now: Instant,
        in installation: Installation
    ) throws -> LetterGround {
        let snapshot = try installation.snapshot(in: db)
        let shown = try MatterQuery.run(
            db, number, by: .account(signed), at: now, atlas: snapshot.atlas, in: installation)
        guard shown.view == .full else { throw NotFound() }
        return LetterGround(
            shown: shown, snapshot: snapshot, today: Day(of: now), kinds: shown.matter.letters(for: shown.relations),
            signed: signed)
    }

    /// What was written, as far as this person may read it.
    func made(in db: Transaction) throws -> [MadeLetter] {
        LetterReading(matter: matter, relations: shown.relations, signed: signed)
            .visible(try LetterTable.letters(of: matter.id, in: db))
    }

    func sender(of kind: Letter) -> LetterSender? {
        LetterSender(kind, of: signed, about: matter, atlas: snapshot.atlas)
    }
}

/// Which letters of a matter somebody may read.
struct LetterReading: Sendable {
    let matter: Matter
    let relations: Set<Relation>
    let signed: Principal.Signed

    func visible(_ letters: [MadeLetter]) -> [MadeLetter] {
        letters.filter { matter.mayRead($0.kind, relations, isAddressee: isAddressee($0)) }
    }

    private func isAddressee(_ letter: MadeLetter) -> Bool {
        letter.addressee.map { organ in signed.grants.contains { $0.place == .organ(organ) } } ?? false
    }
}
