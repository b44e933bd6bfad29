import Domain
import Matters

/// Plays matters that have to do with each other through their lives: of everything that people will do and everything
/// that time has to do, always the earliest.
struct Player {
    private(set) var replay: MatterReplay
    /// What the rules did not allow. There should be none; each would be a fault in the director.
    private(set) var refusals: [String] = []
    private var waiting: [LifePart]
    private var playing: [PlayedPart] = []
    private let timetable: Timetable
    private let end: Instant
    private var dice: Dice

    init(_ parts: [LifePart], in replay: MatterReplay, timetable: Timetable, until end: Instant, dice: Dice) {
        self.replay = replay
        waiting = parts.sorted { $0.at < $1.at }
        self.timetable = timetable
        self.end = end
        self.dice = dice
    }

    mutating func play() throws {
        while let (moment, what) = earliest(), moment <= end {
            switch what {
            case .register: try register()
            case .act(let index): try act(index)
            case .time(let index): try passTime(index, at: moment)
            case .archive(let index): try archive(index, at: moment)
            }
        }
    }

    // MARK: what comes first

    private enum Next {
        case register, act(Int), time(Int), archive(Int)
    }

    private func earliest() -> (Instant, Next)? {
        var first: (Instant, Next)? = waiting.first.map { ($0.at, .register) }
        func offer(_ at: Instant?, _ next: Next) {
            if let at, first.map({ at < $0.0 }) ?? true { first = (at, next) }
        }
        for part in playing {
            offer(part.wakesAt, .time(part.index))
            offer(part.step?.at, .act(part.index))
            offer(part.archivedAt, .archive(part.index))
        }
        return first
    }

    // MARK: doing it

    private mutating func register() throws {
        var part = waiting.removeFirst()
        let lead = playing.first
        let old = lead.map { replay.matter($0.index) }
        let isBack = part.bond == .relapsing && old?.state == .closed
        if isBack { part.draft.relapseOf = old?.id }
        let index = try replay.register(part.draft, by: part.by, at: part.at)
        playing.append(PlayedPart(index: index, bond: part.bond, director: part.director))
        if isBack, let lead, let old {
            let next = replay.matter(index).id
            try attempt(lead.index) { replay in
                try replay.act(
                    lead.index, .reportRelapse(next: next, words: part.draft.words),
                    by: .reporter(matter: old.id), at: part.at)
            }
        }
        think(index, after: part.at)
        settle(at: part.at)
    }

    private mutating func act(_ index: Int) throws {
        guard let step = playing[index].step else { return }
        playing[index].step = nil
        let isDone = try attempt(index) { replay in
            try replay.act(index, step.action, by: step.by, onBehalf: step.onBehalf, at: step.at)
        }
        if isDone { think(index, after: step.at) } else { playing[index].isStuck = true }
        settle(at: step.at)
    }

    private mutating func passTime(_ index: Int, at moment: Instant) throws {
        // The worker comes round every minute.
        let now = moment.adding(seconds: Int64(dice.number(in: 1...60)))
        try attempt(index) { replay in try replay.passTime(index, at: now) }
        settle(at: now)
    }

    private mutating func archive(_ index: Int, at now: Instant) throws {
        try attempt(index) { replay in try replay.act(index, .archive, by: .system, at: now) }
        settle(at: now)
    }

    /// A refusal is noted, and the matter is left to time.
    @discardableResult
    private mutating func attempt(_ index: Int, _ body: (inout MatterReplay) throws -> Void) throws -> Bool {
        do {
            try body(&replay)
            return true
        } catch let refusal as Refusal {
            refusals.append("\(refusal.code) in \(replay.matter(index).state)")
            return false
        }
    }

    /// After anything happened: what waits for each of them now.
    private mutating func settle(at now: Instant) {
        for index in playing.indices {
            let matter = replay.matter(index)
            let stand = Stand(matter)
            if playing[index].stand != stand {
                let isNew = playing[index].stand == nil
                playing[index].stand = stand
                if !isNew, playing[index].thoughtAt != now {
                    playing[index].director.noticeSilence()
                    think(index, after: now)
                }
            }
            playing[index].wakesAt = replay.wakesAt(index).map { $0 > now ? $0 : Day(of: now).adding(days: 1).start }
            playing[index].archivedAt = archivedAt(matter, after: now)
        }
    }

    private mutating func think(_ index: Int, after now: Instant) {
        guard !playing[index].isStuck else { return }
        let matter = replay.matter(index)
        playing[index].thoughtAt = now
        playing[index].step = merger(index, matter, after: now) ?? playing[index].director.next(matter, after: now)
    }

    /// The head sees that it is the same as an earlier one, once.
    private mutating func merger(_ index: Int, _ matter: Matter, after now: Instant) -> Step? {
        guard index > 0, playing[index].bond == .merging, matter.state == .registered, matter.triage != nil else {
            return nil
        }
        playing[index].bond = .none
        let lead = replay.matter(0)
        guard lead.mayTakeInOthers, lead.lowestLevel == matter.lowestLevel else { return nil }
        return playing[index].director.step(
            now.adding(seconds: 900), playing[index].director.cast.head(of: matter),
            .merge(into: LeadMatter(lead), reason: Phrases.mergeReason))
    }

    private func archivedAt(_ matter: Matter, after now: Instant) -> Instant? {
        guard matter.state == .closed, !matter.isArchived, let closed = matter.closedOn else { return nil }
        let last = timetable.calendar.deadline(.calendarDays(30), from: closed).dueOn
        return max(last.adding(days: 1).start.adding(seconds: 10_800), now.adding(seconds: 1))
    }
}

/// A matter in play.
struct PlayedPart {
    let index: Int
    var bond: LifePart.Bond
    var director: Director
    var step: Step?
    var stand: Stand?
    var wakesAt: Instant?
    var archivedAt: Instant?
    var thoughtAt: Instant?
    var isStuck = false

    init(index: Int, bond: LifePart.Bond, director: Director) {
        self.index = index
        self.bond = bond
        self.director = director
    }
}

/// Where a matter is, as far as anybody would do something else because of it.
struct Stand: Hashable {
    private let state: MatterState
    private let holder: Holder?
    private let onDuty: OnDuty
    private let level: Level
    private let clock: ClockKind?

    init(_ matter: Matter) {
        state = matter.state
        holder = matter.holder
        onDuty = matter.onDuty
        level = matter.level
        clock = matter.mainClock?.kind
    }
}

extension Matter {
    /// Still being dealt with, or answered so that there is something to tell.
    fileprivate var mayTakeInOthers: Bool {
        switch state {
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested:
            holder != nil && mainClock != nil
        case .referred, .redirected, .rejected, .merged, .withdrawn, .closed: false
        }
    }
}
