import Database
import Directory
import Domain
import Web

/// The one answer screen of a matter: what is shown of it, what may be done, and what was just tried.
struct MatterScreen: Sendable {
    /// A form that was refused and is shown again with what was typed.
    struct Attempt: Sendable {
        var act: Act
        var errors = FormErrors()
        var refusal: Refusal?
        var isStale = false
    }

    var shown: ShownMatter
    var ground: FormGround
    /// 兑现: how many of the dates its lead handler ever stated were kept, of how many that have come.
    var kept: (kept: Int, decided: Int)
    /// What was written about it, as far as this person may read it.
    var letters: [MadeLetter]
    /// What was said of much the same, while it is decided what becomes of this one.
    var similar: [SimilarMatter]
    var calendar: WorkCalendar
    var now: Instant

    var today: Day { Day(of: now) }
    var matter: Matter { shown.matter }

    /// Time limits that somebody must keep, the nearest first.
    var clocks: [Clock] { matter.clocks.filter { !$0.kind.isOnlyARight }.sorted { $0.dueAt < $1.dueAt } }
}

/// Loads a screen in one snapshot.
enum MatterScreenQuery {
    static func run(
        _ db: Transaction, _ number: MatterNumber, by principal: Principal?, at now: Instant,
        template: Int64? = nil, in installation: Installation
    ) throws -> MatterScreen {
        let snapshot = try installation.snapshot(in: db)
        let shown = try MatterQuery.run(
            db, number, by: principal, at: now, atlas: snapshot.atlas, in: installation)
        var ground = try FormGroundQuery(shown: shown, snapshot: snapshot, now: now, template: template)
            .run(db)
        let beside = try ScreenSide(shown, by: principal, atlas: snapshot.atlas, in: db)
        ground.leads = beside.similar.filter(\.state.takesInOthers)
        return MatterScreen(
            shown: shown, ground: ground, kept: beside.kept, letters: beside.letters, similar: beside.similar,
            calendar: snapshot.calendar, now: now)
    }
}
