import Testing

@testable import Domain

@Suite("When somebody wants to write a letter about a matter")
struct LetterRuleTests {
    private let written: [Letter] = [
        .receipt, .acceptance, .answer, .redirection, .rejection, .assignment, .urging, .supervisionOrder,
    ]

    @Test("eight kinds are written here, the others are forms of acts", arguments: Letter.allCases)
    func kinds(letter: Letter) {
        #expect((letter.rule != nil) == written.contains(letter))
    }

    @Test("nobody who must not know the reporter writes to her", arguments: Letter.allCases)
    func blind(letter: Letter) throws {
        guard letter.goesToReporter, let rule = letter.rule else { return }

        let mayNot: Set<Relation> = [
            .assigningOffice, .officeAbove, .leadHandler, .coHandler, .distributor, .reader, .visitor, .reporter,
        ]
        #expect(rule.relations.isDisjoint(with: mayNot))
    }

    @Test("no handler writes in the name of the office that assigns to it", arguments: Letter.allCases)
    func handlers(letter: Letter) {
        #expect(letter.rule?.relations.isDisjoint(with: [.leadHandler, .coHandler, .distributor]) ?? true)
    }

    @Test("what goes to a handler needs one: every state in which it is written is with a handler")
    func withHandler() {
        for letter in [Letter.assignment, .urging, .supervisionOrder] {
            #expect(letter.rule?.states.allSatisfy(\.isWithHandler) == true)
        }
    }
}
