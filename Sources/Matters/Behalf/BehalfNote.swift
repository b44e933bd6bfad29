import Database
import Directory
import Domain
import Outbox
import Record

/// Notes what a clerk has just written down in somebody's name, and tells her: the number, what kind of step it was, and
/// how to dispute it.
struct BehalfNote {
    let change: MatterChange
    let action: MatterAction
    let request: ActRequest
    let standing: Standing
    let now: Instant

    func write(in db: Transaction, ids: inout IDs, installation: Installation) throws {
        guard let before = change.before, let entered = standing.principal?.signed?.account,
            let (person, organ) = inWhoseName(before)
        else { return }
        let rules = try installation.snapshot(in: db).rules(at: before.area, on: Day(of: now))
        var attempt: RevisitTry?
        if case .revisit(let made, _) = action { attempt = made }
        let act = BehalfAct(
            id: ids.next(), matter: before.id, sequence: change.matter.version, act: action.act, person: person,
            organ: organ, enteredBy: entered, enteredAt: now,
            lastDay: rules.deadline(.disputeWindow, from: Day(of: now)).0.dueOn, attempt: attempt)
        try BehalfTable.insert(act, in: db)
        guard request.isTold else { return }
        try tell(act, under: rules, in: db, ids: &ids, installation)
    }

    /// As it was before: who declines is no longer the supervisor afterwards. A handler who names a letter of its own
    /// acts for itself all the same.
    private func inWhoseName(_ before: Matter) -> (PersonID?, OrganID?)? {
        switch request.onBehalf?.speaker {
        case .deputy: return before.supervisor.map { ($0, nil) }
        case .handler:
            guard !standing.relations.contains(.leadHandler) else { return nil }
            return (before.handling.lead ?? before.holder?.organ).map { (nil, $0) }
        case .reporter, nil: return nil
        }
    }

    /// By text message as well, because she has only some days; but nobody is woken for it.
    private func tell(
        _ act: BehalfAct, under rules: Rules, in db: Transaction, ids: inout IDs, _ installation: Installation
    ) throws {
        let day = Day(of: now)
        let holders =
            try act.person.map { try GrantHolders.deputy($0, on: day, in: db).map { [$0] } ?? [] }
            ?? act.organ.map { try GrantHolders.handlers(of: $0, on: day, in: db) } ?? []
        for holder in holders {
            let link = try OneTimeLinks.make(
                LinkTable.New(
                    id: ids.next(), digest: [], matter: act.matter, person: holder.person, grant: holder.grant,
                    behalfAct: act.id, acts: [.dispute], madeAt: now, expiresAt: act.lastDay.end),
                in: db, ids: &ids, installation: installation)
            try Outbox.put(
                [
                    MessageDraft(
                        .doneOnYourBehalf, to: .person(holder.person), area: change.matter.area, matter: act.matter,
                        values: [
                            "act": ActWords(act.act).title, "day": act.lastDay.chinese(from: day), "link": link,
                        ],
                        key: "matter/\(act.matter)/event/\(act.sequence)/behalf/\(holder.person)", isUrgent: true,
                        notBefore: QuietHours(rules).leave(at: now))
                ], in: db, at: now, ids: &ids, keys: installation.keys)
        }
    }
}
