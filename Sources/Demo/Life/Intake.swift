import Directory
import Domain
import Matters

/// How words reach the station: by the person's own hand, told at the counter, or brought by somebody.
struct Intake: Sendable {
    let cast: Cast
    let names: NameTexts
    let timetable: Timetable

    private static let channels: [(Channel, Int)] = [
        (.onsite, 30), (.web, 20), (.mobile, 15), (.phone, 14), (.grid, 9), (.wechat, 7), (.letter, 2), (.visit, 3),
    ]

    func draft(
        _ body: String, area: Division, at moment: Instant, _ fate: Fate, _ dice: inout Dice
    ) -> (OpinionDraft, Principal?, Instant) {
        let station = cast.atlas.stationFor(area.id, at: moment)
        let channel = fate.route == .spot ? .onsite : dice.weighed(Intake.channels)
        let by = writer(channel, station, &dice)
        let isOwnHand = by == nil
        let at = isOwnHand || fate.stopsIn != nil ? moment : timetable.hour(on: Day(of: moment), &dice)
        let reporter = ReporterDraft(
            name: dice.percent(85) ? Sensitive(names.name(&dice)) : nil,
            phone: dice.percent(90) ? Sensitive(demoPhone(dice.below(10_000))) : nil,
            address: dice.percent(30) ? Sensitive(area.fullName + "（演示地址）") : nil,
            mayBeNamed: dice.percent(20), guardian: dice.below(500) == 0 ? Sensitive("家长（演示）") : nil)
        let draft = OpinionDraft(
            area: area.id, words: body, channel: channel, isBypassed: dice.percent(2) && area.level == .township,
            reporter: reporter,
            onBehalf: isOwnHand ? nil : Attestation(speaker: .reporter, channel: channel))
        return (draft, by, at)
    }

    /// Who writes it down; nil is the person.
    private func writer(_ channel: Channel, _ station: Station?, _ dice: inout Dice) -> Principal? {
        guard let station else { return nil }
        switch channel {
        case .web, .mobile, .wechat: return nil
        case .onsite, .phone, .letter: return cast.people.clerks[station.id]?.principal
        case .grid: return cast.people.liaisonOfficers[station.id]?.principal
        case .visit:
            let deputies = cast.people.deputies[station.id] ?? []
            return deputies.isEmpty ? nil : dice.pick(deputies).member.principal
        }
    }
}
