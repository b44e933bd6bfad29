import Testing

@testable import Domain

@Suite("When cases are kept as bits")
struct CaseSetTests {
    @Test("each case is in its own set and in no other")
    func apart() {
        expectApart(MatterState.self)
        expectApart(Relation.self)
    }

    @Test("sets meet in what both hold")
    func meeting() {
        let some = CaseSet([Relation.clerk, .head])

        #expect(!some.isDisjoint(with: CaseSet([.head, .deputy])))
        #expect(some.isDisjoint(with: CaseSet([.deputy])) && some.isDisjoint(with: CaseSet([])))
    }

    private func expectApart<Case: CaseIterable & Equatable>(_: Case.Type) {
        #expect(MemoryLayout<Case>.size == 1 && Case.allCases.count <= 64)
        for one in Case.allCases {
            let alone = CaseSet(CollectionOfOne(one))
            #expect(Case.allCases.allSatisfy { alone.contains($0) == ($0 == one) })
        }
    }
}
