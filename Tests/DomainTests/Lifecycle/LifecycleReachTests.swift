import Testing

@testable import Domain

@Suite("When nobody can be reached where a matter lies")
struct LifecycleReachTests {
    private typealias Ground = LifecycleGround

    @Test(
        "it goes to the next who can be reached, above rather than below",
        arguments: [
            (MatterState.accepted, Ground.countyCommittee), (.submittedUp, Ground.cityCommittee),
            (.objected, Ground.countyCommittee), (.rated, Ground.countyCommittee),
            (.jointReview, Ground.countyCommittee),
            (.contested, Ground.cityCommittee),
        ])
    func offices(state: MatterState, office: OrganID) throws {
        var life = try Life.at(state)
        life.unreachable = [try #require(life.matter.holder?.organ)]

        life.leaveUnreachable()

        #expect(life.matter.state == state)
        #expect(life.matter.holder == .organ(office))
        #expect(life.matter.assigningOffice == office)
    }

    @Test(
        "a handler's matters go back to the office, whatever the handler had named",
        arguments: [
            MatterState.assigned, .inHandling, .promised, .rework,
        ])
    func handlers(state: MatterState) throws {
        var life = try Life.at(state)
        if state == .inHandling { try life.act(.stateDate(life.today.adding(days: 3)), as: .leadHandler) }
        life.unreachable = [Ground.townGovernment]

        life.leaveUnreachable()

        #expect(life.matter.state == .objected)
        #expect(life.matter.holder == .organ(Ground.presidium))
        #expect(life.matter.clock(.statedDate) == nil && life.matter.handling.statedOn == nil)
    }

    @Test("a station's matters go to the central station, and its people speak with the reporter from then on")
    func stations() throws {
        var life = try Life.at(.answered)
        life.unreachable = [Ground.townStation]

        life.leaveUnreachable()

        #expect(life.matter.holder == .station(Ground.countyStation))
        #expect(life.matter.station == Ground.countyStation)
    }

    @Test("the station changes also while an office holds it, or nobody could name the supervising deputy")
    func stationBesideTheOffice() throws {
        var life = try Life.at(.accepted)
        life.unreachable = [Ground.townStation]

        life.leaveUnreachable()

        #expect(life.matter.station == Ground.countyStation)
        #expect(life.matter.holder == .organ(Ground.presidium))
        #expect(life.refusal(of: .moveUnreachable, as: .system) == "still-reachable")
    }

    @Test("a petition falls back to the station, which sees to it that somebody takes it up")
    func petitions() throws {
        var life = try Life.at(.referred)
        life.unreachable = [Ground.petitionOffice, Ground.townStation]

        life.leaveUnreachable()

        #expect(life.matter.state == .referred)
        #expect(life.matter.holder == .station(Ground.countyStation))
        #expect(life.refusal(of: .setReferralDeadline(life.today.adding(days: 30)), as: .clerk) == nil)
    }

    @Test("a merged one waits for its lead, which goes on ahead")
    func merged() throws {
        var life = try Life.at(.merged)
        life.unreachable = [Ground.presidium, Ground.townStation]
        #expect(life.refusal(of: .moveUnreachable, as: .system) == "not-now")

        var lead = LeadMatter(try Life.at(.accepted).matter)
        lead.holder = .organ(Ground.countyCommittee)
        let change = try #require(life.matter.following(lead, under: life.rules, at: life.now))

        #expect(change.matter.holder == .organ(Ground.countyCommittee))
    }

    @Test("merged into one that then merges into an answered one, it has an answer to give too")
    func mergedTwice() throws {
        var lead = try Life(id: 2)
        try lead.act(Say.triage(), as: .head)
        var life = try Life()
        try life.act(Say.triage(), as: .head)
        try life.act(.merge(into: LeadMatter(lead.matter), reason: Say.reason), as: .head)
        var answered = try Life(id: 3)
        try answered.bring(to: .answered)

        try lead.act(.merge(into: LeadMatter(answered.matter), reason: Say.reason), as: .head)
        let change = try #require(life.matter.following(LeadMatter(lead.matter), under: life.rules, at: life.now))

        #expect(change.matter.lead == 3)
        #expect(change.matter.holder == .station(Ground.townStation))
        #expect(change.matter.mainClock?.kind == .delivery)
    }

    @Test("what is about the town's own people never goes below the county")
    func bypassed() throws {
        var life = try Life(isBypassed: true)
        #expect(life.matter.holder == .station(Ground.countyStation))
        try life.bring(to: .accepted)
        #expect(life.matter.holder == .organ(Ground.countyCommittee))

        life.unreachable = [Ground.countyCommittee, Ground.cityCommittee, Ground.provinceCommittee]
        life.leaveUnreachable()

        #expect(life.matter.holder == .organ(Ground.countyCommittee))
        #expect(life.refusal(of: .returnDown(reason: Say.reason), as: .assigningOffice) == "no-lower-office")
    }

    @Test(
        "what is about the people of a place goes to the level above it, the county at least",
        arguments: [
            (StationLevel.village, Level.township, Level.county), (.township, .township, .county),
            (.county, .township, .city), (.county, .county, .city), (nil, .county, .city), (.city, .city, .province),
            (.province, .province, .province), (.township, .county, .city),
        ] as [(StationLevel?, Level, Level)])
    func above(_ station: StationLevel?, _ place: Level, _ lowest: Level) {
        #expect(Level.above(station, place) == lowest)
    }

    @Test("what is about the town's own people is never published, or they would read it")
    func bypassedIsNotPublic() throws {
        var life = try Life(isBypassed: true)
        try life.bring(to: .accepted)
        let publish = MatterAction.publish(title: Say.reason, summary: Say.reason, answer: "")

        #expect(life.refusal(of: publish, as: .head) == "may-not-be-public")
        #expect(!life.matter.acts(for: [.head], at: life.now).contains(.publish))
    }

    @Test("what was taken back is not public any longer")
    func withdrawnIsNotPublic() throws {
        var life = try Life.at(.accepted)
        try life.act(.publish(title: Say.reason, summary: Say.reason, answer: ""), as: .head)

        try life.act(.withdraw(reason: ""), as: .reporter)

        #expect(!life.matter.isPublished)
    }

    @Test("a place that is not open is passed over when a matter is registered")
    func registered() throws {
        let life = try Life(unreachable: [Ground.townStation, Ground.countyStation])

        #expect(life.matter.station == Ground.cityStation)
    }

    @Test("a resident's rating is taken even when no office can be reached, and moves on when one can")
    func ratingIsNeverLost() throws {
        var life = try Life.at(.answered)
        life.unreachable = Set(Ground.offices)

        try life.act(.rate(.satisfied, source: .ownHand, comment: ""), as: .reporter)
        #expect(life.matter.holder == .organ(Ground.presidium))

        life.unreachable.remove(Ground.cityCommittee)
        life.leaveUnreachable()
        #expect(life.matter.holder == .organ(Ground.cityCommittee))
    }
}
