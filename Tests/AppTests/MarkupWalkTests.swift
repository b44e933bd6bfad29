import Database
import Directory
import Domain
import Matters
import Stations
import TestSupport
import Testing
import Web

@Suite("When somebody writes markup into every field")
struct MarkupWalkTests {
    /// One walk for all tests of the suite.
    private static let walk = Task { try await MarkupWalk.make() }

    @Test("no page takes it for markup of its own, whoever looks")
    func raw() async throws {
        let walk = try await Self.walk.value

        let unseen = MarkupWalk.addresses.filter { address in !walk.pages.contains { $0.address == address } }
        #expect(unseen == [])
        for page in walk.pages {
            #expect(!page.text.contains("<script>alert"), "\(page.address) as \(page.reader)")
            #expect(!page.text.contains(" onfocus=\"alert"), "\(page.address) as \(page.reader)")
        }
    }

    @Test(
        "where it is shown it stands as it was written",
        arguments: [
            ("reporter", "/my/{number}"), ("clerk", "/today"), ("clerk", "/matters"), ("clerk", "/matters?q=alert"),
            ("clerk", "/matters?q={words}"), ("clerk", "/matters/{number}"), ("head", "/matters/{fresh}"),
            ("handler", "/matters/{number}"), ("office", "/matters/{number}"), ("clerk", "/station/YC100/posts/{post}"),
            ("clerk", "/station/YC100/profile"), ("clerk", "/station/YC100/receptions/{reception}"),
            ("visitor", "/ledger"), ("visitor", "/m/{number}"), ("visitor", "/s/YC100"),
            ("visitor", "/say?q={words}"), ("visitor", "/my?number={words}"), ("visitor", "/stations?q={words}"),
            ("visitor", "/deputies?name={words}"),
        ])
    func shown(_ reader: String, _ address: String) async throws {
        let walk = try await Self.walk.value

        let page = try #require(walk.pages.first { $0.reader == reader && $0.address == address })

        #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.text.contains("&quot; onfocus=&quot;alert(1)"))
    }

    @Test("who spoke and where she lives as well", arguments: ["clerk", "handler"])
    func reporter(_ reader: String) async throws {
        let walk = try await Self.walk.value

        let page = try #require(walk.pages.first { $0.reader == reader && $0.address == "/matters/{number}" })

        #expect(page.text.contains("&lt;script&gt;alert(2)&lt;/script&gt;"))
        #expect(page.text.contains("&quot; onfocus=&quot;alert(2)"))
    }
}

/// Every page that shows what was written, as each reader sees it.
private struct MarkupWalk: Sendable {
    struct Page: Sendable {
        var reader: String
        var address: String
        var text: String
    }

    static let addresses = [
        "/", "/say?q={words}", "/my?number={words}", "/my/{number}", "/today", "/matters", "/matters?q=alert",
        "/matters?q={words}", "/matters/{number}", "/matters/{fresh}", "/ledger", "/m/{number}", "/stations?q={words}",
        "/deputies?name={words}", "/s/YC100", "/station/YC100", "/station/YC100/profile",
        "/station/YC100/posts/{post}", "/station/YC100/receptions/{reception}", "/sign-in?next={words}",
    ]

    private(set) var pages: [Page] = []

    static func make() async throws -> MarkupWalk {
        let ground = try await MarkupGround()
        var walk = MarkupWalk()
        for reader in try await ground.readers() {
            for address in addresses {
                let answer = try await reader.browser.get(ground.filled(address))
                guard answer.status == .ok else { continue }
                walk.pages.append(Page(reader: reader.name, address: address, text: answer.text))
            }
        }
        return walk
    }
}

/// A matter that went its way, a fresh one, and a station's page: markup in everything that can be written.
private struct MarkupGround: Sendable {
    private struct Opinion: Encodable {
        var words: String
        var division = "140702100"
        var place = MarkupGround.words
        // Other than the words: a reporter's own name and address are taken out of them.
        var name = "<script>alert(2)</script>"
        var address = "\" onfocus=\"alert(2)"
        var phone = "19900001234"
        var named = true
        var bypass = false
    }

    private static let element = "<script>alert(1)</script>"
    private static let attribute = "\" onfocus=\"alert(1)"
    private static let words = element + "。" + attribute

    private let province: TestProvince
    private let told: MatterNumber
    private let code: String
    private let fresh: MatterNumber
    private let post: Int64
    private let reception: Int64

    init() async throws {
        province = try await TestProvince()
        (told, code) = try await Self.say(Self.words, in: province)
        // Titles are the first sentence, so that lists show either with one of the two.
        (fresh, _) = try await Self.say(Self.attribute + "。" + Self.element, in: province)
        (post, reception) = try await Self.furnish(.town, of: province)
        try await tell()
    }

    func filled(_ address: String) -> String {
        address.replacing("{number}", with: told.text).replacing("{fresh}", with: fresh.text)
            .replacing("{post}", with: String(post)).replacing("{reception}", with: String(reception))
            .replacing("{words}", with: Address.encoded(Self.words))
    }

    func readers() async throws -> [PageWalk.Reader] {
        let reporter = try await province.browser()
        _ = try await reporter.get("/my")
        _ = try await reporter.post("/my", ["number": told.text, "code": code])
        var readers = [
            PageWalk.Reader(name: "visitor", browser: try await province.browser()),
            PageWalk.Reader(name: "reporter", browser: reporter),
        ]
        let staff = [
            ("clerk", province.clerk(of: .town)), ("head", province.head(of: .town)),
            ("deputy", province.deputy(of: .town)), ("office", province.officer(of: .town)),
            ("handler", province.handler(of: .town)), ("county", province.officer(of: .county)),
            ("auditor", province.auditor),
        ]
        for (name, person) in staff {
            readers.append(PageWalk.Reader(name: name, browser: try await province.browser(as: person)))
        }
        return readers
    }

    private static func say(_ words: String, in province: TestProvince) async throws -> (MatterNumber, String) {
        let answer = try await province.api().post("/api/v1/matters", Opinion(words: words))
        let number = try #require(answer[key: "number"].flatMap { MatterNumber($0) }, "\(answer.text)")
        return (number, try #require(answer[key: "code"]))
    }

    private static func furnish(_ place: TestPlace, of province: TestProvince) async throws -> (Int64, Int64) {
        let (station, now, words) = (province.station(place), province.now, Self.words)
        let day = province.today.adding(days: 3)
        let head = province.head(of: place)
        let review = Review(account: head.account, name: head.name, at: now)
        return try await province.write { db, ids, _ in
            let post = StationPost(
                id: ids.next(), station: station, kind: .announcement, title: words, body: words, writtenAt: now,
                review: review)
            try StationPostTable.insert([post], in: db)
            let profile = StationProfile.Words(location: words, surroundings: words, systems: words)
            try StationProfileTable.insert(
                [StationProfile(station: station, published: profile, writtenAt: now, review: review)], in: db)
            let reception = Reception(
                id: ids.next(), station: station, day: day, hours: ReceptionHours(from: 540, to: 690), place: words,
                scope: words, writtenAt: now, review: review)
            try ReceptionTable.insert([(reception, deputies: [])], in: db)
            return (post.id, reception.id)
        }
    }

    /// From the analysis to the answer, each with words of its own, and published.
    private func tell() async throws {
        let words = Self.words
        let (head, deputy) = (province.head(of: .town), province.deputy(of: .town))
        let handler = province.handler(of: .town)
        let triage = Triage(route: .accept, commonality: .common, category: .urban, power: .township)
        let seat: Int64? = try await province.value("SELECT id FROM mandate WHERE person = \(deputy.person)")
        let organ = try await province.organ(.townGovernment, in: .town)

        try await act(.ready(.triage(triage, note: words)), by: province.clerk(of: .town))
        try await act(.ready(.accept), by: head)
        try await act(.nameSupervisor(try #require(seat), isKin: false, isParty: false), by: head)
        try await act(.ready(.publish(title: words, summary: words, answer: words)), by: head)
        try await act(
            .assign(organ, coHandlers: [], isWide: false, note: words), by: province.officer(of: .town))
        try await act(.ready(.takeUp), by: handler)
        try await act(.ready(.reply(HandlerReply(outcome: .solved, done: words, signer: words))), by: handler)
        try await act(.ready(.passCheck(note: words)), by: deputy)
        try await act(.ready(.deliver(.phone, words: words)), by: deputy)
    }

    private func act(_ draft: ActDraft, by person: TestPerson) async throws {
        let (number, now, installation) = (told, province.now, province.installation)
        try await province.write { db, ids, _ in
            _ = try ActOnMatter.run(
                db, number, ActRequest(draft), by: person.principal, at: now, ids: &ids, in: installation)
        }
    }
}
