import Testing

@testable import Domain

@Suite("When the founding article's chain of work is followed")
struct LifecycleRowTests {
    private typealias Ground = LifecycleGround

    @Test("row 45: no matter is assigned without a triage result")
    func triageFirst() throws {
        var life = try Life()
        #expect(life.refusal(of: .accept, as: .head) == "no-triage")

        try life.bring(to: .accepted)
        try life.act(Say.deputy(), as: .head)
        life.matter.triage = nil

        #expect(life.refusal(of: Say.assign(life.organ(Ground.townGovernment)), as: .assigningOffice) == "no-triage")
    }

    @Test("row 45: a clerk's triage is a draft until the head confirms it by what the head does with it")
    func draftAndConfirmed() throws {
        var life = try Life()
        try life.act(Say.triage(), as: .clerk)
        #expect(life.matter.triage?.isConfirmed == false)

        try life.act(.accept, as: .head)

        #expect(life.matter.triage?.isConfirmed == true)
    }

    @Test("row 46: the deputy closes on the spot with the words said and the person's consent")
    func onTheSpot() throws {
        let life = try Life()
        let silent = SpotAnswer(words: "好", hasConsent: true, commonality: .common, category: .urban)
        let unwilling = SpotAnswer(words: Say.reason, hasConsent: false, commonality: .common, category: .urban)

        #expect(life.refusal(of: .answerOnSpot(silent), as: .deputy) == "answer")
        #expect(life.refusal(of: .answerOnSpot(unwilling), as: .deputy) == "no-consent")
        #expect(life.refusal(of: Say.onSpot(), as: .deputy) == nil)
    }

    @Test("row 46: rated on the spot it is closed; not content, a common matter is taken in in full")
    func ratedOnTheSpot() throws {
        var content = try Life.at(.answeredOnSpot)
        try content.act(.rate(.satisfied, source: .toldToStaff, comment: ""), as: .deputy)
        try content.act(.close, as: .assigningOffice)
        var discontent = try Life.at(.answeredOnSpot)
        try discontent.act(.rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)

        #expect(content.matter.state == .closed && content.matter.closure == .content)
        #expect(discontent.matter.state == .accepted && discontent.matter.holder == .organ(Ground.presidium))
        #expect(discontent.matter.clock(.reporterNotice) != nil)
    }

    @Test("row 47: an accepted matter without a supervising deputy cannot be assigned")
    func supervisorFirst() throws {
        var life = try Life.at(.accepted)
        let assign = Say.assign(life.organ(Ground.townGovernment))
        #expect(life.refusal(of: assign, as: .assigningOffice) == "no-supervisor")

        try life.act(Say.deputy(), as: .head)

        #expect(life.refusal(of: assign, as: .assigningOffice) == nil)
    }

    @Test("row 47: nor handed to another after the deputy declined and the handler objected")
    func supervisorDeclined() throws {
        var life = try Life.at(.assigned)
        try life.act(.declineSupervision(reason: Say.reason), as: .supervisor)
        try life.act(.object(reason: Say.reason), as: .leadHandler)
        let again = MatterAction.decideObjection(.reassign(life.organ(Ground.townGovernment)), reason: Say.reason)
        #expect(life.refusal(of: again, as: .assigningOffice) == "no-supervisor")

        try life.act(Say.deputy(), as: .head)

        #expect(life.refusal(of: again, as: .assigningOffice) == nil)
    }

    @Test("row 47: who leads the organ, is kin or a party does not supervise")
    func conflict() throws {
        let life = try Life.at(.assigned)
        let candidates = [
            Candidate(person: 9003, belongsToStation: true, organsLed: [Ground.townGovernment]),
            Candidate(person: 9003, belongsToStation: true, isKin: true),
            Candidate(person: 9003, belongsToStation: true, isParty: true),
        ]

        for candidate in candidates {
            #expect(life.refusal(of: .nameSupervisor(candidate), as: .head) == "conflict-of-interest")
        }
    }

    @Test(
        "row 48: a town's matter goes to the town's government, a street's to its sub-district office, and nowhere else"
    )
    func townAndStreet() {
        let kinds = OrganKind.allCases

        let town = kinds.filter { place(.presidium).mayAssign(to: place($0)) }
        let street = kinds.filter { place(.streetCommittee).mayAssign(to: place($0)) }
        let county = kinds.filter { place(.deputiesCommittee).mayAssign(to: place($0)) }
        let elsewhere = kinds.filter { place(.presidium).mayAssign(to: place($0, in: 99)) }

        #expect(town == [.townGovernment])
        #expect(street == [.subdistrictOffice])
        #expect(county == [.government, .governmentOffice, .bureau])
        #expect(elsewhere.isEmpty)
    }

    @Test("row 49: skipping a level is refused unless it is an emergency or a conflict of interest, with a reason")
    func stepByStep() throws {
        var life = try Life.at(.accepted)
        let toCity = { (reason: String, skip: SkipGround?) in
            MatterAction.elevate(to: .city, reason: reason, skip: skip)
        }

        #expect(life.refusal(of: toCity(Say.reason, nil), as: .assigningOffice) == "skips-level")
        #expect(life.refusal(of: toCity("急", .emergency), as: .assigningOffice) == "reason")
        #expect(life.refusal(of: toCity(Say.reason, .conflictOfInterest), as: .assigningOffice) == nil)
        let change = try life.act(toCity(Say.reason, .emergency), as: .assigningOffice)
        #expect(change.matter.holder == .organ(Ground.cityCommittee))
        #expect(change.facts.contains(.init(key: "skip", value: .code("emergency"))))
        #expect(change.words.contains { $0.kind == "reason" && $0.text == Say.reason })
    }

    @Test("row 50: the slip's notice is due in 15 days and raises an alarm, and nobody else sees what was said")
    func referral() throws {
        var life = try Life.at(.referred)
        #expect(life.matter.clock(.referralNotice)?.deadline.dueOn == Day(2026, 3, 17))

        life.outlast(.referralNotice)
        life.letTimeWork()

        #expect(life.matter.clock(.referralNotice)?.overdueMarkedOn == life.today)
        #expect(life.matter.view(for: [.reporter]) == .full && life.matter.view(for: [.petitionOffice]) == .full)
        #expect(life.matter.view(for: [.clerk]) == .slip && life.matter.view(for: [.head]) == .slip)
        for relation in [Relation.deputy, .supervisor, .assigningOffice, .officeAbove, .leadHandler, .reader, .visitor]
        {
            #expect(life.matter.view(for: [relation]) == .none, "\(relation)")
        }
    }

    @Test("row 52: “cannot” without a reason or a basis, or with a short one, is refused")
    func cannot() throws {
        let life = try Life.at(.inHandling)
        let reply = { (reason: String, basis: String) in
            MatterAction.reply(
                HandlerReply(outcome: .cannot, done: Say.done, reason: reason, basis: basis, signer: "李建国"))
        }

        #expect(life.refusal(of: reply("", Say.basis), as: .leadHandler) == "reason")
        #expect(life.refusal(of: reply("没有钱", Say.basis), as: .leadHandler) == "reason")
        #expect(life.refusal(of: reply("没有钱          ", Say.basis), as: .leadHandler) == "reason")
        #expect(life.refusal(of: reply(Say.reason, ""), as: .leadHandler) == "basis")
        #expect(life.refusal(of: reply(Say.reason, "规定"), as: .leadHandler) == "basis")
        #expect(life.refusal(of: reply(Say.reason, Say.basis), as: .leadHandler) == nil)
    }

    @Test("row 54: a personal case cannot reach accepted")
    func personal() throws {
        var life = try Life()
        try life.act(Say.triage(.personal), as: .head)
        var spoken = try Life()
        try spoken.act(Say.onSpot(.personal), as: .deputy)
        try spoken.act(.rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)

        #expect(life.refusal(of: .accept, as: .head) == "personal")
        #expect(life.matter.acts(for: [.head], at: life.now).contains(.accept) == false)
        #expect(spoken.matter.state == .rated)
    }

    @Test("row 54: not by contesting either, unless the office above finds it common and says so")
    func personalContested() throws {
        var life = try Life()
        try life.act(Say.triage(.personal, .reject), as: .head)
        try life.act(.reject(reason: Say.reason), as: .head)
        try life.act(.contest(reason: Say.reason), as: .reporter)
        let refused = life.refusal(of: .decideContest(.takeUp, reason: Say.reason), as: .assigningOffice)

        let change = try life.act(.decideContest(.takeUpAsCommon, reason: Say.reason), as: .assigningOffice)

        #expect(refused == "personal")
        #expect(change.matter.state == .accepted && change.matter.triage?.commonality == .common)
        #expect(change.facts.contains { $0.key == "commonality" && $0.value == .code("common") })
    }

    @Test("row 90: a date that was not stated in 5 working days is reminded of")
    func unstated() throws {
        var life = try Life.at(.inHandling)
        life.matter.clocks.removeAll { $0.kind != .handling && $0.kind != .stateDate }
        #expect(life.matter.clock(.stateDate)?.deadline.dueOn == Day(2026, 3, 9))
        life.go(to: Day(2026, 3, 9))
        #expect(life.letTimeWork().contains("reminded") == false)

        life.go(to: Day(2026, 3, 10))

        #expect(life.letTimeWork() == ["reminded", "overdue"])
    }

    @Test("row 90: the reply says whether the stated date was kept", arguments: [(4, Int64(1)), (6, 1), (7, 0)])
    func kept(day: Int, isKept: Int64) throws {
        var life = try Life.at(.inHandling)
        try life.act(.stateDate(Day(2026, 3, 6)), as: .leadHandler)
        life.go(to: Day(2026, 3, day))

        let change = try life.act(Say.reply(), as: .leadHandler)

        #expect(change.facts.contains(.init(key: "kept", value: .integer(isKept))))
    }

    private func place(_ kind: OrganKind, in division: DivisionID = 5) -> OrganPlace {
        OrganPlace(id: 7, kind: kind, level: .township, division: division, isReachable: true)
    }
}
