import Domain
import TestSupport
import Testing

/// The scenes that many plays share, with the town's own people.
extension APIPlay {
    var clerk: TestPerson { province.clerk(of: .town) }
    var head: TestPerson { province.head(of: .town) }
    var deputy: TestPerson { province.deputy(of: .town) }
    var office: TestPerson { province.officer(of: .town) }
    var handler: TestPerson { province.handler(of: .town) }

    static let lamps: JSONObject = [
        "route": "accept", "commonality": "common", "category": "urban", "power": "township",
        "note": "学校门口，三百多名学生每天经过",
    ]

    /// 受理→分析: the clerk proposes, the head decides and names the deputy.
    func accepted() async throws {
        try await does("triage", clerk, Self.lamps)
        try await does("acceptance", head)
        try await does("supervisor", head, ["deputy": .integer(try await deputyChoice())])
    }

    /// 交办: the presidium hands it to the town's government.
    func assigned() async throws {
        try await accepted()
        try await does("assignment", office, ["organ": .integer(try await choice("handlers", by: office))])
    }

    /// 办理: taken up, with a date of its own.
    func inHandling() async throws {
        try await assigned()
        try await does("handling", handler)
        try await does("stated-date", handler, ["day": .text(province.today.adding(days: 7).iso)])
    }

    /// 反馈: answered as solved, checked by the deputy, told to the reporter.
    func answered() async throws {
        try await inHandling()
        try await replied(Self.solved)
    }

    static let solved: JSONObject = [
        "outcome": "solved", "done": "三盏路灯昨天已经全部换成新的，另外在弯道加装了一盏，当晚试过都亮。", "signer": "王镇长",
    ]

    func replied(_ reply: JSONObject) async throws {
        try await does("reply", handler, reply)
        try await does("reply-check", deputy, ["note": "现场看过，确实亮了"])
        try await does("delivery", deputy, ["channel": "phone", "words": "灯都修好了，您晚上看看。"])
    }

    // MARK: what the forms offer

    func choice(_ list: String, by person: TestPerson, named name: String = "") async throws -> Int64 {
        let answer = try await province.api(as: person).get(path + "/choices")
        let lists: [String: [APIChoice]] = try answer.decoded(APIChoices.self).lists
        return try #require(
            lists[list]?.first { name.isEmpty || $0.name.contains(name) }?.id, "\(list) \(name): \(answer.text)")
    }

    private func deputyChoice() async throws -> Int64 {
        try await choice("deputies", by: head, named: deputy.name)
    }
}

struct APIChoice: Decodable, Sendable {
    var id: Int64
    var name: String
}

struct APIChoices: Decodable, Sendable {
    var handlers: [APIChoice]
    var receivers: [APIChoice]
    var deputies: [APIChoice]

    var lists: [String: [APIChoice]] { ["handlers": handlers, "receivers": receivers, "deputies": deputies] }
}
