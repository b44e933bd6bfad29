import Testing

@testable import Domain

@Suite("When anybody does anything to a matter in any state")
struct LifecycleTableTests {
    private let reviewed: ReviewedLifecycle

    init() throws { reviewed = try ReviewedLifecycle() }

    @Test(
        "row 10: the act is legal where the reviewed table says so and refused everywhere else", arguments: Act.allCases
    )
    func everyCell(act: Act) throws {
        for state in MatterState.allCases {
            let mayDo = reviewed.relations(for: act, in: state)
            for relation in Relation.allCases {
                let said = try refusal(of: act, in: state, as: relation, isLegal: mayDo.contains(relation))

                let expected = expectedRefusal(of: act, in: state, as: relation, mayDo)
                #expect(said == expected, "\(act) in \(state) as \(relation)")
            }
        }
    }

    @Test("row 10: the buttons never offer what the table refuses", arguments: MatterState.allCases)
    func buttons(state: MatterState) throws {
        let life = try Life.at(state)

        for relation in Relation.allCases {
            let offered = life.matter.acts(for: [relation], at: life.now)
            let allowed = Act.allCases.filter { reviewed.relations(for: $0, in: state).contains(relation) }
            #expect(Set(offered).isSubset(of: allowed), "\(state) as \(relation)")
        }
    }

    @Test("the reviewed table names every state and every act")
    func complete() {
        #expect(Set(reviewed.states.keys) == Set(MatterState.allCases))
        #expect(Set(reviewed.acts.keys) == Set(Act.allCases))
    }

    @Test("the document is what the rules say")
    func document() throws {
        for state in MatterState.allCases {
            let row = try #require(reviewed.states[state])
            #expect(row.leadsTo == state.leadsTo, "\(state)")
            #expect(row.clocks == Set(state.mainClocks), "\(state)")
            #expect(row.sideClocks == Set(state.sideClocks), "\(state)")
        }
    }

    /// An act out of place is sent as if it were in place: what was arranged must not be what refuses it.
    private func refusal(of act: Act, in state: MatterState, as relation: Relation, isLegal: Bool) throws -> String? {
        if isLegal {
            let (life, action) = try Life.fitting(act, in: state, as: relation)
            return life.refusal(of: action, as: relation)
        }
        return try Life.at(state).refusal(of: .plain(act), as: relation)
    }

    private func expectedRefusal(
        of act: Act, in state: MatterState, as relation: Relation, _ mayDo: Set<Relation>
    ) -> String? {
        if mayDo.contains(relation) { return nil }
        return reviewed.isEver(act, for: relation) && mayDo.isEmpty ? "not-now" : "not-yours"
    }
}
