import Testing

@testable import Domain

@Suite("When anything happens to matters in any order")
struct LifecycleHistoryTests {
    private let reviewed: ReviewedLifecycle

    init() throws { reviewed = try ReviewedLifecycle() }

    /// Each seed begins a hundred histories of twenty-five steps.
    @Test("no open matter is ever without a clock and an owner who can be reached", arguments: 0..<UInt64(12))
    func ownerAndClock(seed: UInt64) throws {
        for number in 0..<100 {
            var history = try RandomHistory(seed: seed * 1000 + UInt64(number))
            for _ in 0..<25 {
                let known = history.changes.count
                history.step()
                for life in history.lives { check(life, history) }
                for change in history.changes[known...] { check(change) }
            }
        }
    }

    @Test("from wherever it got to, the staff who can be reached bring it to an end alone", arguments: 0..<UInt64(4))
    func alwaysAnEnd(seed: UInt64) throws {
        let indispensable: Set<Int64> = [
            LifecycleGround.provinceStation, LifecycleGround.provinceCommittee, LifecycleGround.provinceOffice,
        ]
        for number in 0..<100 {
            var history = try RandomHistory(seed: 900_000 + seed * 1000 + UInt64(number))
            for _ in 0..<Int(5 + number % 20) { history.step() }
            for var life in history.lives {
                life.unreachable.subtract(indispensable)
                var diligence = Diligence(life: life)

                #expect(diligence.finish() != nil, "stuck in \(diligence.life.matter.state) from \(life.matter.state)")
            }
        }
    }

    @Test("the histories get everywhere: every state, every act, by every way there is")
    func everywhere() throws {
        var events: Set<String> = []
        var ways: [MatterState: Set<MatterState>] = [:]
        for number in 0..<1000 {
            var history = try RandomHistory(seed: 500_000 + UInt64(number))
            for _ in 0..<35 { history.step() }
            for change in history.changes {
                events.insert(change.event)
                guard let before = change.before, before.state != change.matter.state else { continue }
                ways[before.state, default: []].insert(change.matter.state)
            }
        }

        #expect(Set(Act.allCases.map(\.event)).subtracting(events) == [])
        for (state, row) in reviewed.states {
            #expect(row.leadsTo.subtracting(ways[state] ?? []) == [], "\(state)")
        }
    }

    private func check(_ life: Life, _ history: RandomHistory) {
        let matter = life.matter
        guard !matter.state.isFinal else {
            #expect(matter.holder == nil && matter.clocks.isEmpty && matter.dueAt == nil)
            return
        }
        #expect(matter.mainClock != nil, "\(matter.state) without its clock")
        #expect(matter.dueAt == matter.clocks.filter { $0.kind != .supervisorDecline }.map(\.dueAt).min())
        #expect(matter.dueAct(under: life.rules, at: life.now) == nil || isNobodyThere(life))
        checkKinds(of: matter)
        checkHolder(of: life, history)
    }

    /// Only the clocks the reviewed table names, each once, each counted by a policy of its kind.
    private func checkKinds(of matter: Matter) {
        let row = reviewed.states[matter.state]
        for clock in matter.clocks {
            let isKnown = row?.clocks.union(row?.sideClocks ?? []).contains(clock.kind) == true
            #expect(isKnown, "\(clock.kind) in \(matter.state)")
            if let policy = clock.policy, clock.kind != .asLead {
                #expect(clock.kind.limit.policies.contains(policy), "\(clock.kind) by \(policy)")
            } else {
                #expect(clock.kind.limit.isNamed || clock.kind == .asLead, "\(clock.kind) by nobody")
            }
        }
        #expect(Set(matter.clocks.map { [$0.kind.rawValue, String($0.organ ?? 0)] }).count == matter.clocks.count)
    }

    private func checkHolder(of life: Life, _ history: RandomHistory) {
        let matter = life.matter
        if matter.clock(.asLead) != nil {
            #expect(matter.holder == history.lead(of: matter)?.holder)
            return
        }
        let stations = life.around.stations.filter { $0.isReachable && (!matter.isBypassed || $0.level != .township) }
        #expect(!life.unreachable.contains(matter.station) || stations.isEmpty, "\(matter.state): the station")
        switch matter.holder {
        case .station(let id): #expect(id == matter.station)
        case .organ(let id):
            #expect(!life.unreachable.contains(id) || isNobodyThere(life), "\(matter.state) held by \(id)")
        case nil: Issue.record("\(matter.state) without a holder")
        }
    }

    /// No office that may decide on it can be reached, nor, for a petition, any station.
    private func isNobodyThere(_ life: Life) -> Bool {
        let lowest: Level = life.matter.isBypassed ? .county : .township
        let offices = life.around.offices.filter { $0.level >= lowest && $0.isReachable }
        return offices.isEmpty
            || (life.matter.state == .referred && !life.around.stations.contains(where: \.isReachable))
    }

    private func check(_ change: MatterChange) {
        guard let before = change.before else { return }
        #expect(change.matter.version == before.version + 1)
        #expect(!change.event.isEmpty)
        if change.matter.state != before.state {
            let leadsTo = reviewed.states[before.state]?.leadsTo ?? []
            #expect(leadsTo.contains(change.matter.state), "\(before.state) → \(change.matter.state)")
        }
    }
}
