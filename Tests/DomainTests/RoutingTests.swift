import Testing

@testable import Domain

@Suite("When a handler is suggested")
struct RoutingTests {
    private static let table:
        [(
            matter: String, category: Category, level: Level, isStreet: Bool, organ: OrganKind, field: Category?
        )] = [
            ("村道路灯不亮", .urban, .township, false, .townGovernment, nil),
            ("街道小区门口垃圾没人清", .urban, .township, true, .subdistrictOffice, nil),
            ("灌溉渠漏水", .water, .township, false, .townGovernment, nil),
            ("中学门口上学时段堵车", .transport, .county, false, .bureau, .transport),
            ("县城饭店油烟扰民", .environment, .county, true, .bureau, .environment),
            ("乡村教师不够", .education, .county, false, .bureau, .education),
            ("农民工工资拖欠", .labour, .county, false, .bureau, .labour),
            ("跨县公交线路", .transport, .city, false, .bureau, .transport),
            ("异地就医报销", .health, .province, false, .bureau, .health),
            ("说不清归谁管的事", .other, .county, false, .governmentOffice, nil),
            ("说不清归谁管的事", .other, .township, true, .subdistrictOffice, nil),
        ]

    @Test("row 15: sample matters route as the table says", arguments: table.indices)
    func samples(index: Int) {
        let sample = RoutingTests.table[index]

        let found = RoutingCatalogue.standard.suggest(sample.category, level: sample.level, isStreet: sample.isStreet)

        #expect(found.organ == sample.organ, "\(sample.matter)")
        #expect(found.field == sample.field, "\(sample.matter)")
    }

    @Test("above the town a bureau that is not there is reached through the government office")
    func throughTheOffice() {
        for category in Category.allCases {
            for level in Level.allCases where level > .township {
                let found = RoutingCatalogue.standard.suggest(category, level: level, isStreet: false)

                #expect(found.organ == .governmentOffice || found.otherwise == .governmentOffice)
            }
        }
    }

    @Test(
        "a street never goes to a town's government, nor a town to a subdistrict office", arguments: Category.allCases)
    func streetAndTown(category: Category) {
        let street = RoutingCatalogue.standard.suggest(category, level: .township, isStreet: true)
        let town = RoutingCatalogue.standard.suggest(category, level: .township, isStreet: false)

        #expect(street.organ == .subdistrictOffice)
        #expect(town.organ == .townGovernment)
    }

    @Test("a line a place settled for itself goes first")
    func ownLine() {
        let slot = RoutingCatalogue.Slot(category: .housing, level: .county)
        let own = RoutingCatalogue(own: [slot: .init(organ: .governmentOffice)])

        #expect(own.suggest(.housing, level: .county, isStreet: false).organ == .governmentOffice)
        #expect(own.suggest(.housing, level: .city, isStreet: false).organ == .bureau)
    }

    @Test("a matter is submitted one level at a time")
    func steps() {
        #expect(PowerLevel.province.steps(from: .township) == 3)
        #expect(PowerLevel.county.steps(from: .township) == 1)
        #expect(PowerLevel.township.steps(from: .county) == 0)
        #expect(PowerLevel.unclear.steps(from: .township) == 0)
        #expect(Level.allCases.allSatisfy { PowerLevel($0).level == $0 })
    }

    @Test("there are sixteen categories and the rest")
    func categories() {
        #expect(Category.allCases.count == 17)
        #expect(Set(Category.allCases.map(\.chinese)).count == 17)
        #expect(Category.allCases.filter { $0.bureau == nil } == [.other])
    }
}

@Suite("When the questions of triage are answered")
struct RoutingTriageTests {
    @Test("a common problem is suggested for acceptance")
    func common() {
        #expect(TriageQuestions(commonality: .common).suggestion()?.route == .accept)
    }

    @Test("a personal matter goes to the petition department, never to acceptance")
    func personal() {
        #expect(TriageQuestions(commonality: .personal).suggestion()?.route == .refer)
    }

    @Test("nothing is suggested while common or personal is open")
    func open() {
        #expect(TriageQuestions().suggestion() == nil)
    }

    @Test("what other procedures settle is shown the way there")
    func elsewhere() {
        #expect(route { $0.procedure = .court } == .redirect(.court))
        #expect(route { $0.procedure = .arbitration } == .redirect(.arbitration))
        #expect(route { $0.procedure = .reconsideration } == .redirect(.reconsideration))
        #expect(route { $0.elsewhere = .petition } == .redirect(.petitionOffice))
        #expect(route { $0.elsewhere = .hotline } == .redirect(.hotline))
        #expect(route { $0.elsewhere = .petitionConcluded } == .reject)
        #expect(route { $0.secrecy = .stateSecret } == .reject)
    }

    @Test("an accusation goes to discipline and stays hidden from the accused")
    func accusation() {
        let suggestion = TriageQuestions(commonality: .common, isAccusation: true).suggestion()

        #expect(suggestion?.route == .redirect(.discipline))
        #expect(suggestion?.cautions == [.hideFromAccused, .doNotPublish])
    }

    @Test("danger goes before everything else")
    func emergency() {
        let suggestion = TriageQuestions(
            commonality: .personal, procedure: .court, isAccusation: true, isEmergency: true
        ).suggestion()

        #expect(suggestion?.route == .redirect(.emergencyCall))
        #expect(suggestion?.cautions.first == .callNow)
    }

    @Test("a child needs a guardian's consent and privacy is kept, whatever the route")
    func cautions() {
        let child = TriageQuestions(commonality: .common, isUnder14: true).suggestion()
        let privacy = TriageQuestions(commonality: .common, secrecy: .privacy).suggestion()

        #expect(child?.route == .accept)
        #expect(child?.cautions == [.doNotPublish, .guardianConsent])
        #expect(privacy?.route == .accept)
        #expect(privacy?.cautions == [.doNotPublish])
    }

    private func route(_ change: (inout TriageQuestions) -> Void) -> TriageSuggestion.Route? {
        var questions = TriageQuestions(commonality: .common)
        change(&questions)
        return questions.suggestion()?.route
    }
}
