import Directory
import Domain

/// Puts a matter where it belongs on the page "today" of one person.
struct TodayDrawing {
    enum Group {
        case now, week, later, waiting, own
    }

    let signed: Principal.Signed
    let snapshot: Snapshot
    let now: Instant

    /// Nil when the person has nothing to do with it any more.
    func row(_ stored: StoredMatter, title: String) -> (Group, Today.Row)? {
        let matter = stored.matter
        let relations = Set(
            MatterRelations(matter: matter, registeredBy: stored.registeredBy, atlas: snapshot.atlas)
                .all(of: .account(signed)).keys)
        let view = matter.view(for: relations)
        guard view != .none else { return nil }
        let acts = matter.acts(for: relations, at: now)
        let next = NextAct(matter, acts: acts, relations: relations)
        let dueOn = (next?.clock ?? matter.mainClock)?.deadline.dueOn
        // Who brought it in may go back and ask, whoever else is to do it.
        let isOwn = next == nil && relations == [.liaisonOfficer]
        let revisit = isOwn && acts.contains(.revisit) ? Act.revisit : nil
        let row = Today.Row(
            number: matter.number, title: view == .full ? title : "信访事项", state: matter.state,
            division: snapshot.atlas.fullName(of: matter.area), holder: holder(matter), next: next?.act ?? revisit,
            why: why(matter, next, dueOn), dueOn: dueOn, isOverdue: dueOn.map { now > $0.end } ?? false)
        return (isOwn ? .own : next == nil ? .waiting : group(dueOn), row)
    }

    private func group(_ dueOn: Day?) -> Group {
        let today = Day(of: now)
        guard let dueOn else { return .later }
        if dueOn <= today { return .now }
        return dueOn <= today.adding(days: 7) ? .week : .later
    }

    private func holder(_ matter: Matter) -> String {
        switch matter.holder {
        case .station(let id): snapshot.atlas.station(id)?.name ?? ""
        case .organ(let id): snapshot.atlas.organ(id)?.name ?? ""
        case nil: ""
        }
    }

    private func why(_ matter: Matter, _ next: NextAct?, _ dueOn: Day?) -> String {
        if next == nil, matter.state.isFinal { return StateWords.label(matter.state) }
        let left = dueOn.map { snapshot.calendar.remaining(until: $0, from: Day(of: now)) }
        return [subject(matter, next), left].compactMap(\.self).joined(separator: "，")
    }

    /// One's own turn in the words of the button below it; of others what they are measured by.
    private func subject(_ matter: Matter, _ next: NextAct?) -> String {
        if let next { return "该您\(ActWords(next.act, office: signed.wording(in: snapshot.atlas)).title)" }
        let about = matter.mainClock?.kind.chinese ?? StateWords.label(matter.state)
        return "等\(holder(matter))：\(about)"
    }
}
