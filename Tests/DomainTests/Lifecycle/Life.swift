@testable import Domain

/// One matter as it is lived: what day it is, who can be reached, what the places have decided.
struct Life {
    var matter: Matter
    var now: Instant
    /// Stations and organs with nobody to be reached.
    var unreachable: Set<Int64> = []
    var organsLed: Set<OrganID> = []
    var policies: [PolicyEntry] = []
    var calendar = Notices.calendar

    /// Registered on Monday 2026-03-02 at nine.
    init(
        id: MatterID = 1, on day: Day = Day(2026, 3, 2), isBypassed: Bool = false, hasTelephone: Bool = true,
        unreachable: Set<Int64> = [], policies: [PolicyEntry] = []
    ) throws {
        now = day.start.adding(seconds: 9 * 3600)
        self.unreachable = unreachable
        self.policies = policies
        let registration = Registration(
            id: id, number: MatterNumber(city: 1407, year: 2026, sequence: Int(id))!, area: LifecycleGround.town,
            lowestLevel: isBypassed ? .county : .township, hasTelephone: hasTelephone, channel: .phone)
        let here = Life.around(nil, unreachable: unreachable, led: [], isBypassed: isBypassed)
        let rules = Life.rules(policies, on: day, calendar)
        matter = try Matter.register(registration, in: here, under: rules, at: now).matter
    }

    var today: Day { Day(of: now) }

    var rules: Rules { Life.rules(policies, on: today, calendar) }

    var around: Surroundings {
        Life.around(matter, unreachable: unreachable, led: organsLed, isBypassed: matter.isBypassed)
    }

    func organ(_ id: OrganID) -> OrganPlace {
        LifecycleGround.organ(id, isReachable: !unreachable.contains(id))
    }

    // MARK: acting

    func trying(_ action: MatterAction, as relations: Relation...) throws(Refusal) -> MatterChange {
        try matter.after(action, as: Set(relations), in: around, under: rules, at: now)
    }

    @discardableResult
    mutating func act(_ action: MatterAction, as relations: Relation...) throws(Refusal) -> MatterChange {
        let change = try matter.after(action, as: Set(relations), in: around, under: rules, at: now)
        matter = change.matter
        return change
    }

    /// The code of the refusal; nil when it is allowed.
    func refusal(of action: MatterAction, as relations: Relation...) -> String? {
        do throws(Refusal) {
            _ = try matter.after(action, as: Set(relations), in: around, under: rules, at: now)
            return nil
        } catch {
            return error.code
        }
    }

    // MARK: time

    mutating func go(to day: Day) { now = day.start.adding(seconds: 9 * 3600) }

    mutating func wait(days: Int) { go(to: today.adding(days: days)) }

    /// To the morning after a clock has ended.
    mutating func outlast(_ clock: ClockKind) {
        if let due = matter.clock(clock)?.deadline.dueOn { go(to: max(today, due).adding(days: 1)) }
    }

    /// What the worker does at this moment. Returns the events.
    @discardableResult
    mutating func letTimeWork() -> [String] {
        var events: [String] = []
        while events.count < 40, let action = matter.dueAct(under: rules, at: now) {
            guard let change = try? act(action, as: .system) else { break }
            events.append(change.event)
        }
        return events
    }

    /// Leaves whoever cannot be reached, until there is nobody left to leave.
    mutating func leaveUnreachable() {
        for _ in 0..<8 where !matter.state.isFinal {
            guard (try? act(.moveUnreachable, as: .system)) != nil else { return }
        }
    }
}

extension Life {
    static func rules(_ policies: [PolicyEntry], on day: Day, _ calendar: WorkCalendar) -> Rules {
        let areas = [LifecycleGround.town, LifecycleGround.county, LifecycleGround.city, LifecycleGround.province]
        return Rules(book: PolicyBook(entries: policies), areas: areas, day: day, calendar: calendar)
    }

    /// As the program looks it up: the matter's own station, then the central ones; offices of its own level upwards.
    fileprivate static func around(
        _ matter: Matter?, unreachable: Set<Int64>, led: Set<OrganID>, isBypassed: Bool
    ) -> Surroundings {
        let own = matter?.station ?? LifecycleGround.townStation
        let known = LifecycleGround.stations.filter { $0.id == own || $0.level != .township }
        let stations = known.filter { $0.id == own } + known.filter { $0.id != own }
        let place = { (id: OrganID) in LifecycleGround.organ(id, isReachable: !unreachable.contains(id)) }
        return Surroundings(
            stations: stations.map {
                StationPlace(id: $0.id, level: $0.level, isReachable: !unreachable.contains($0.id))
            },
            offices: LifecycleGround.offices.map(place).filter { !isBypassed || $0.level >= .county },
            petitionOffice: place(LifecycleGround.petitionOffice),
            holder: matter?.holder?.organ.map(place), organsLedBySupervisor: led)
    }
}
