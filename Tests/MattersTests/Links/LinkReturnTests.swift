import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a deputy sends an answer back from a message")
struct LinkReturnTests {
    private static let empty = [
        "outcome": "solved", "done": "已经收到，正在研究，将按有关规定尽快处理，请耐心等待。", "signer": "王建国",
    ]
    private static let checking: [LinkAct] = [.seen, .check, .returnReply, .deliver]

    /// Answered with nothing.
    private func answered(_ province: TestProvince) async throws -> MatterNumber {
        let number = try await province.said()
        try await province.inHandling(number)
        try await province.desk(province.handler(of: .town)).act(.reply, Self.empty, on: number)
        return number
    }

    private func link(on number: MatterNumber, _ acts: [LinkAct], _ province: TestProvince) async throws -> LinkReader {
        try await LinkReader(province.link(to: province.deputy(of: .town), on: number, acts), in: province)
    }

    @Test("the empty phrases are pointed at, a second short form sends it back with the reason, and it is her act")
    func back() async throws {
        let province = try await TestProvince()
        let number = try await answered(province)
        let link = try await link(on: number, Self.checking, province)

        let page = try await link.open().text
        let forms = try await link.forms()
        let sent = try await link.send(.returnReply, ["reason": Said.reason])
        let receipt = try await link.browser.follow(sent).text

        #expect(page.contains("答复里有空话") && page.contains("“正在研究”") && page.contains("把答复退回再办"))
        #expect(forms == ["reply-check", "reply-return", "seen"])
        #expect(sent.status == .seeOther)
        #expect(receipt.contains("答复已经退回") && !receipt.contains("答复里有空话"))
        #expect(try await province.state(of: number) == .inHandling)
        let event = try await province.lastEvent(of: number)
        #expect(event.name == "replyReturned" && event.author.account == province.deputy(of: .town).account)
        #expect(event.facts.code("via") == "link")
        #expect(try await province.faults() == [])
    }

    @Test("without a reason, or with too short a one, nothing is sent back and nothing used up")
    func unreasoned() async throws {
        let province = try await TestProvince()
        let number = try await answered(province)
        let link = try await link(on: number, Self.checking, province)

        let missing = try await link.send(.returnReply)
        let short = try await link.send(.returnReply, ["reason": "空话"])

        #expect(missing.status == .unprocessableContent)
        #expect(short.status == .conflict && short.text.contains("空话</textarea>"))
        #expect(try await province.state(of: number) == .replied)
        #expect(try await province.usedLinkActs() == 0)
    }

    @Test("once: of the second answer the page offers it no more, and whoever sends it all the same is refused")
    func once() async throws {
        let province = try await TestProvince()
        let number = try await answered(province)
        _ = try await link(on: number, Self.checking, province).send(.returnReply, ["reason": Said.reason])
        try await province.desk(province.handler(of: .town)).act(.reply, Self.empty, on: number)
        let link = try await link(on: number, Self.checking, province)

        let page = try await link.open().text
        let forms = try await link.forms()
        let forced = try await link.browser.post(
            raw: link.path + "/reply-return",
            [
                ("form_token", link.browser.formToken ?? ""), ("submission", "7d1f2f6e-64c1-4b44-9f36-0f2f3f0f1a11"),
                ("version", String(try await province.matter(number).version)), ("reason", Said.reason),
            ])

        #expect(!page.contains("答复里有空话"))
        #expect(forms == ["reply-check", "seen"])
        #expect(forced.status == .conflict && forced.text.contains("已经退回过一次"))
        #expect(try await province.state(of: number) == .replied)
    }

    @Test("a link that was not made for it neither offers it nor speaks of it")
    func notOffered() async throws {
        let province = try await TestProvince()
        let number = try await answered(province)
        let link = try await link(on: number, [.check], province)

        let page = try await link.open().text

        #expect(try await link.forms() == ["reply-check"])
        #expect(!page.contains("退回"))
    }

    @Test("those that are sent by themselves, when she is named and when an answer waits for her, are good for it")
    func byItself() async throws {
        let province = try await TestProvince()

        _ = try await answered(province)

        let able = try await province.count(
            """
            SELECT COUNT(*) FROM one_time_link l JOIN one_time_link_act a ON a.link = l.id
            WHERE a.act = 'returnReply' AND l.person = \(province.deputy(of: .town).person)
            """)
        #expect(able == 2)
    }

    @Test("a link is good for these steps and no others, each of little risk")
    func acts() {
        let all: [String: Set<Act>] = [
            "seen": [], "takeUp": [.takeUp, .stateDate], "stateDate": [.stateDate], "reply": [.reply],
            "check": [.passCheck, .deliver], "returnReply": [.returnReply], "deliver": [.deliver],
            "revisit": [.revisit], "dispute": [],
        ]

        #expect(Dictionary(uniqueKeysWithValues: LinkAct.allCases.map { ($0.rawValue, $0.acts) }) == all)
        #expect(LinkAct.deputys.map(\.rawValue) == ["seen", "check", "returnReply", "deliver", "revisit"])
        #expect(LinkAct.handlers.map(\.rawValue) == ["seen", "takeUp", "stateDate", "reply"])
    }
}
