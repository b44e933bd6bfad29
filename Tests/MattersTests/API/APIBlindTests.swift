import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When different people read the same matter")
struct APIBlindTests {
    private static let secrets = ["冯秀珍", "19900005678", "13834567890"]

    private func told() async throws -> APIPlay {
        let play = try await APIPlay.begin(
            TestProvince(), ["words": "我是冯秀珍，电话 13834567890，村口到学校的路灯坏了三盏，晚上看不见。"])
        try await play.assigned()
        try await play.reporter("remark", ["words": "来之前请打 19900005678，找冯秀珍。"])
        return play
    }

    @Test("the handler sees what to do, not who asked: neither in the words nor in any event")
    func blind() async throws {
        let play = try await told()

        let seen = try await play.look(as: play.handler).text
        let events = try await play.events(as: play.handler).everything

        for secret in Self.secrets { #expect(!(seen + events).contains(secret), "\(secret)") }
        #expect(seen.contains("路灯坏了三盏"))
        #expect(events.contains("来之前请打"))
        #expect(!events.contains("三百多名学生"), "the station's analysis is not the handler's")
    }

    @Test("asking for the contact is logged, told to the reporter, and opens it for that organ only")
    func access() async throws {
        let play = try await told()

        try await play.does("contact-access", play.handler, ["reason": "明天到现场，要请本人指一下是哪三盏"])

        #expect(try await play.look(as: play.handler).text.contains("19900005678"))
        #expect(try await play.events().items.contains { $0.name == "contactSeen" })
        #expect(try await !play.look(as: play.office).text.contains("19900005678"))
    }

    @Test("whoever agreed to be named is")
    func named() async throws {
        let play = try await APIPlay.begin(TestProvince(), ["named": true])
        try await play.assigned()

        #expect(try await play.look(as: play.handler).text.contains("冯秀珍"))
    }

    @Test("the station's people and the supervising deputy know whom to ask")
    func station() async throws {
        let play = try await told()

        for person in [play.clerk, play.head, play.deputy] {
            let seen = try await play.look(as: person).text
            #expect(seen.contains("冯秀珍") && seen.contains("13834567890"), "\(person.login)")
        }
        #expect(try await !play.look(as: play.province.secondDeputy(of: .town)).text.contains("19900005678"))
    }

    @Test("the reporter reads neighbourly words, and nothing that offices wrote for each other")
    func reporter() async throws {
        let play = try await told()
        try await play.does("objection", play.handler, ["reason": "这几盏灯归供电所管，镇里没有这笔钱"])
        try await play.does(
            "objection-decision", play.office, ["decision": "uphold", "reason": "去年移交清单上写明归镇里维护"])
        try await play.does("reply", play.handler, APIPlay.solved)

        let before = try await play.events()
        try await play.does("reply-check", play.deputy, ["note": "现场看过，可以答复"])
        try await play.does("delivery", play.deputy, ["channel": "phone"])
        let after = try await play.events()

        for inner in ["三百多名学生", "没有这笔钱", "移交清单", "现场看过"] {
            #expect(!after.everything.contains(inner), "\(inner)")
        }
        #expect(!before.everything.contains("全部换成新的"), "a reply is told when somebody checked it")
        #expect(after.last("delivered")?.texts.contains { $0.text.contains("全部换成新的") } == true)
        #expect(!after.names.contains("triaged"))
        for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!after.everything.contains(word), "\(word)") }
        #expect(!after.everything.contains(play.clerk.name), "residents see the office, not the clerk")
    }

    @Test("every event that an act can leave has its words for each reader")
    func complete() {
        for act in Act.allCases { #expect(MatterEvent(rawValue: act.event) != nil, "\(act)") }
    }
}
