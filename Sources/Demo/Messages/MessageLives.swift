import Directory
import Domain
import Matters

/// Real messages on their whole way: with their replies and the time these took.
struct MessageLives: LifeStage {
    /// Weeks before the last possible one, tried in turn until a message ends where it should.
    private static let attempts = 0...7

    let matters: Int
    private let groups: [[RealMessage]]
    private let dates: MessageDates
    private let texts: DemoTexts
    private let cast: Cast
    private let areas: AreaChoice
    private let snapshot: Snapshot
    private let seed: UInt64
    private let timetable: Timetable

    /// `count` resamples to any size; nil takes each message once.
    init(
        _ messages: [RealMessage], count: Int?, dates: MessageDates, texts: DemoTexts, cast: Cast, areas: AreaChoice,
        snapshot: Snapshot, seed: UInt64
    ) {
        groups = MessageLives.groups(MessageLives.sample(messages, count, seed))
        matters = groups.reduce(0) { $0 + $1.count }
        self.dates = dates
        self.texts = texts
        self.cast = cast
        self.areas = areas
        self.snapshot = snapshot
        self.seed = seed
        timetable = Timetable(calendar: snapshot.calendar)
    }

    private static func sample(_ messages: [RealMessage], _ count: Int?, _ seed: UInt64) -> [RealMessage] {
        guard let count, count != messages.count else { return messages }
        guard count > messages.count else { return Array(messages.prefix(count)) }
        var dice = Dice(seed: seed)
        return messages + (messages.count..<count).map { _ in dice.pick(messages) }
    }

    /// What nobody replied to and reads the same belongs together, at most four at a time.
    private static func groups(_ messages: [RealMessage]) -> [[RealMessage]] {
        var groups: [[RealMessage]] = []
        var places: [String: Int] = [:]
        for message in messages {
            if message.reply == nil, let place = places[message.body], groups[place].count < 4 {
                groups[place].append(message)
            } else {
                if message.reply == nil { places[message.body] = groups.count }
                groups.append([message])
            }
        }
        return groups
    }

    func batches(of matters: Int) -> [[Int]] {
        stride(from: 0, to: groups.count, by: matters).map { Array($0..<min($0 + matters, groups.count)) }
    }

    func numbers(_ group: Int) -> [(area: DivisionID, day: Day)] {
        var dice = Dice(seed: seed, for: group)
        let area = area(&dice)
        return groups[group].flatMap { message in
            let last = MessageLives.attempts.upperBound
            return [
                dates.moved(message), dates.latest(message, weeksBefore: 0),
                dates.latest(message, weeksBefore: last),
            ].flatMap { moment in
                [0, 1].map { _ in (area: area.id, day: Day(of: moment)) }
            }
        }
    }

    func play(_ group: Int, _ tools: MatterReplay.Tools) throws -> Player {
        let messages = groups[group]
        let ending = MessageEnding(turn: group)
        guard messages[0].reply == nil, let state = ending.stopsIn else {
            return try play(group, tools) { dates.moved($0) }
        }
        var last: Player?
        for weeks in MessageLives.attempts {
            let player = try play(group, tools) { dates.latest($0, weeksBefore: weeks) }
            if player.replay.count > 0, player.replay.matter(0).state == state { return player }
            last = player
        }
        return try last ?? play(group, tools) { dates.moved($0) }
    }

    private func play(
        _ group: Int, _ tools: MatterReplay.Tools, _ moved: (RealMessage) -> Instant
    ) throws -> Player {
        var dice = Dice(seed: seed, for: group)
        let area = area(&dice)
        var parts: [LifePart] = []
        for message in groups[group] {
            let at = parts.first.map { max($0.at.adding(seconds: 600), moved(message)) } ?? moved(message)
            var part = part(message, area, at: at, ending: MessageEnding(turn: group), &dice)
            if !parts.isEmpty { part.bond = .merging }
            parts.append(part)
        }
        var player = Player(
            parts, in: MatterReplay(snapshot, tools), timetable: timetable, until: dates.end,
            dice: Dice(seed: seed &+ 7, for: group))
        try player.play()
        return player
    }

    private func part(
        _ message: RealMessage, _ area: Division, at: Instant, ending: MessageEnding, _ dice: inout Dice
    ) -> LifePart {
        let draft = OpinionDraft(
            area: area.id, words: message.subject + "\n" + message.body, channel: .web,
            reporter: ReporterDraft(phone: Sensitive(demoPhone(dice.below(10_000)))))
        return LifePart(
            at: at, draft: draft, by: nil,
            director: Director(
                fate: Fate(message, ending: ending, at: at, &dice), words: RealWords(message: message), cast: cast,
                timetable: timetable, remarks: texts.remarks, dice: Dice(seed: dice.next())))
    }

    private func area(_ dice: inout Dice) -> Division {
        areas.area(LifeGroup(index: 0, at: dates.end, size: 1, stopsIn: nil, isShown: false), &dice)
    }
}
