import Database
import Directory
import Domain

/// What the page of a link shows: one matter as that person would see it, and nothing else.
struct LinkScreen: Sendable {
    /// A form that was refused and is shown again with what was typed.
    struct Attempt {
        var act: LinkAct
        var errors = FormErrors()
        var why: String?
        var status = 422
    }

    let link: OpenedLink
    /// Nil where it is nobody's business any more, and for a link that is over.
    let matter: MatterScreen?
    /// What was written down in her name, where the link is for disputing it.
    let behalf: BehalfAct?
    let now: Instant

    /// Nil where no link has this token.
    init?(_ token: String, at now: Instant, in db: Transaction, installation: Installation) throws {
        guard let link = try OpenedLink(token, at: now, in: db, installation: installation) else { return nil }
        self.link = link
        self.now = now
        guard let signed = link.signed else {
            (matter, behalf) = (nil, nil)
            return
        }
        if let id = link.kept.behalfAct {
            (matter, behalf) = (nil, try BehalfTable.find(id, in: db))
        } else {
            (matter, behalf) = (
                try Self.seen(link.kept.number, by: signed, at: now, in: db, installation: installation), nil
            )
        }
    }

    private static func seen(
        _ number: MatterNumber, by signed: Principal.Signed, at now: Instant, in db: Transaction,
        installation: Installation
    ) throws -> MatterScreen? {
        let snapshot = try installation.snapshot(in: db)
        do {
            let shown = try MatterQuery.run(
                db, number, by: .account(signed), at: now, atlas: snapshot.atlas, in: installation)
            guard shown.view == .full else { return nil }
            var ground = try FormGroundQuery(
                shown: shown, snapshot: snapshot, now: now, offersTemplates: false
            ).run(db)
            // What is no link's step, a rating say, is neither asked in its forms nor spoken of.
            ground.acts.removeAll { act in !LinkAct.allCases.contains { $0.acts.contains(act) } }
            return MatterScreen(
                shown: shown, ground: ground, kept: (0, 0), letters: [], similar: [], calendar: snapshot.calendar,
                now: now)
        } catch is NotFound {
            return nil
        }
    }

    /// What the link is still good for and the matter allows now, in the order in which it is offered.
    var offered: [LinkAct] {
        link.unused.filter { offered in
            guard let act = offered.act else { return offered == .seen ? matter != nil : isDisputable }
            return matter?.shown.acts.contains(act) ?? false
        }
    }

    private var isDisputable: Bool { behalf?.mayBeDisputed(on: Day(of: now)) ?? false }

    var isOver: Bool { link.signed == nil }
}
