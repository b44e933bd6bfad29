import Directory
import Domain
import Matters

/// Turns a group into the matters of some place, with words, people and fates.
struct GroupWriter: Sendable {
    let texts: DemoTexts
    let cast: Cast
    let timetable: Timetable
    let areas: AreaChoice
    let end: Instant
    let seed: UInt64

    /// The places and days for which numbers are needed.
    func numbers(_ group: LifeGroup) -> [(area: DivisionID, day: Day)] {
        var dice = Dice(seed: seed, for: group.index)
        let area = areas.area(group, &dice)
        let start = Day(of: group.at)
        let around = group.stopsIn == nil ? 40 : -70
        var days = Array(repeating: start, count: group.size)
        // Told at the counter on the next working day, or days after the first one: the year may have changed by then.
        // What is not used is a gap.
        if start.adding(days: around).civil.year != start.civil.year {
            days += Array(repeating: start.adding(days: around), count: group.size)
        }
        if group.stopsIn == nil, group.size == 2 {
            days += [start.adding(days: 120), start.adding(days: 440)]
            if start.civil.month > 9 { days.append(start.adding(days: 200)) }
        }
        return days.map { (area.id, $0) }
    }

    /// `daysAgo`: how many working days before the end a matter begins that is left lying somewhere.
    func parts(_ group: LifeGroup, daysAgo: Int, attempt: Int) -> [LifePart] {
        var dice = Dice(seed: seed, for: group.index)
        let area = areas.area(group, &dice)
        dice = Dice(seed: dice.next(), for: attempt)
        let text = text(group, area, &dice)
        let start = group.stopsIn == nil ? group.at : timetable.workingDay(daysAgo, before: end)
        var slots = FilledSlots(texts.slots, known: known(area))
        // Filled once, so that everybody speaks of the same place.
        _ = slots.fill(text.body, &dice)
        var parts = [part(text, slots, area, fate(text, group, isFirst: true, &dice), at: start, &dice)]
        let isRelapse = group.stopsIn == nil && group.size == 2 && dice.percent(25)
        var at = start
        for _ in 1..<max(1, group.size) where group.size > 1 {
            let twin = texts.twin(of: text, &dice)
            let pause = isRelapse ? dice.number(in: 120...400) : dice.number(in: 0...6)
            at = timetable.home(after: at, days: group.stopsIn == nil ? pause : 1, &dice)
            // The last ones come before the end all the same.
            if at >= end { at = Instant(ms: end.ms - Int64(dice.number(in: 60_000...3_000_000))) }
            var next = part(twin, slots, area, fate(twin, group, isFirst: false, &dice), at: at, &dice)
            next.bond = isRelapse ? .relapsing : dice.percent(80) || group.stopsIn != nil ? .merging : .none
            parts.append(next)
        }
        return parts
    }

    private func fate(_ text: MatterText, _ group: LifeGroup, isFirst: Bool, _ dice: inout Dice) -> Fate {
        guard let state = group.stopsIn else { return Fate(text, &dice) }
        // A merged one waits for a first one that is being handled.
        return Fate(stoppingIn: state == .merged && isFirst ? .inHandling : state, text, &dice)
    }

    private func text(_ group: LifeGroup, _ area: Division, _ dice: inout Dice) -> MatterText {
        let fitting = texts.texts(for: area.kind)
        guard let state = group.stopsIn else { return fitting.pick(&dice) }
        return dice.pick(fitting.all.filter { state.isReached(by: $0) })
    }

    private func part(
        _ text: MatterText, _ slots: FilledSlots, _ area: Division, _ fate: Fate, at: Instant, _ dice: inout Dice
    ) -> LifePart {
        var words = OwnWords(text, slots, place: area.fullName, &dice)
        let body = words.body(&dice)
        let intake = Intake(cast: cast, names: texts.names, timetable: timetable)
        let (draft, by, heardAt) = intake.draft(body, area: area, at: at, fate, &dice)
        return LifePart(
            // What would be told on a day after the end was told in time.
            at: heardAt < end ? heardAt : at, draft: draft, by: by,
            director: Director(
                fate: fate, words: words, cast: cast, timetable: timetable, remarks: texts.remarks,
                dice: Dice(seed: dice.next())))
    }

    private func known(_ area: Division) -> [Substring: String] {
        let lineage = cast.atlas.lineage(of: area.id)
        let county = lineage.first { $0.level == .county } ?? area
        return ["县": county.name, "镇": area.name]
    }
}

extension Timetable {
    /// In the morning of a working day, so many of them before a moment.
    func workingDay(_ count: Int, before end: Instant) -> Instant {
        var day = Day(of: end)
        var left = count
        while left > 0 {
            day = day.adding(days: -1)
            if calendar.isWorkingDay(day) { left -= 1 }
        }
        return day.start.adding(seconds: 9 * 3_600)
    }
}
