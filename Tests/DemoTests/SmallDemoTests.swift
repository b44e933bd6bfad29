import Demo
import Directory
import Domain
import Testing

@Suite("When a small demo is made")
struct SmallDemoTests {
    @Test("nothing in it is at fault")
    func verifies() async throws {
        let demo = try await MadeDemo.small.value

        #expect(try await demo.faults() == [])
    }

    @Test("the rules allowed everything that people did")
    func hasNoRefusals() async throws {
        let demo = try await MadeDemo.small.value

        #expect(demo.lives.refusals == [:])
    }

    @Test("as many matters are there as asked for, ten events or more each on average")
    func hasMatters() async throws {
        let demo = try await MadeDemo.small.value

        #expect(demo.lives.matters == 400)
        #expect(try await demo.value("SELECT COUNT(*) FROM matter") == 400)
        #expect(demo.lives.events >= 10 * 400)
        let events = demo.lives.events
        #expect(try await demo.value("SELECT COUNT(*) FROM event WHERE stream_kind = 'matter'") == events)
    }

    @Test("some matter stands in each state")
    func hasStates() async throws {
        let demo = try await MadeDemo.small.value

        for state in MatterState.allCases {
            let count: Int? = try await demo.value("SELECT COUNT(*) FROM matter WHERE state = \(state.rawValue)")
            #expect(count == demo.lives.states[state])
            #expect((count ?? 0) > 0, "\(state)")
        }
    }

    @Test("what time does by itself happened too: reminders, marks, silences, the archive")
    func hasTimedActs() async throws {
        let names = try await MadeDemo.small.value.lives.eventNames

        for name in ["reminded", "overdue", "silencePassed", "archived", "followed"] {
            #expect((names[name] ?? 0) > 0, "\(name)")
        }
    }

    @Test("people do not all say the same")
    func hasDistinctBodies() async throws {
        let demo = try await MadeDemo.small.value

        #expect(demo.lives.distinctBodies > 360)
    }

    @Test("every station takes matters, and every organ there can be reached")
    func isOpen() async throws {
        let demo = try await MadeDemo.small.value
        let atlas = try await demo.app.installation.snapshot().atlas
        let county = try #require(atlas.division(code: "140702"))

        for station in atlas.stations(within: county.id) { #expect(atlas.isOpen(station.id, at: MadeDemo.now)) }
        for area in atlas.subtree(of: county.id) {
            for organ in atlas.organs(in: area.id) { #expect(atlas.isReachable(organ: organ.id, at: MadeDemo.now)) }
        }
    }

    @Test("nothing is left for the worker that it would do at once")
    func isSettled() async throws {
        let demo = try await MadeDemo.small.value
        let now = MadeDemo.now

        #expect(try await demo.value("SELECT COUNT(*) FROM matter_clock WHERE wake_at <= \(now)") == 0)
        #expect(try await demo.value("SELECT COUNT(*) FROM counter_delta") == 0)
    }
}
