import Directory
import Domain
import Record
import TestSupport
import Testing

@testable import Matters

/// Somebody of the staff before the screen.
struct Desk {
    let browser: Browser
    let person: TestPerson

    init(_ person: TestPerson, in province: TestProvince) async throws {
        browser = try await province.browser(as: person)
        self.person = person
    }

    func open(_ number: MatterNumber) async throws -> Answer {
        try await browser.get("/matters/\(number.text)")
    }

    /// The acts whose forms the page shows.
    func acts(on number: MatterNumber) async throws -> [Act] {
        ShownForm.all(on: try await open(number).text)
            .filter { $0.action.hasPrefix("/matters/\(number.text)/") }
            .compactMap { $0.action.split(separator: "/").last.flatMap { Act(noun: String($0)) } }
    }

    /// Opens the page, fills in the act's form and sends it, whatever comes of it.
    func send(
        _ act: Act, _ values: [String: String] = [:], on number: MatterNumber,
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        let page = try await open(number)
        let path = "/matters/\(number.text)/\(act.noun ?? "")"
        let form = ShownForm.all(on: page.text).first { $0.action == path }
        let shown = try #require(form, "no form for \(act) on the page of \(person.login)", sourceLocation: location)
        return try await browser.post(raw: path, shown.filled(values, location))
    }

    /// Sends the act's form and expects it to be accepted.
    func act(
        _ act: Act, _ values: [String: String] = [:], on number: MatterNumber,
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await send(act, values, on: number, location)
        let why = answer.text.firstMatch(of: /<div class="error-summary".*?<ul>(.*?)<\/ul>/.dotMatchesNewlines())
        #expect(
            answer.status == .seeOther, "\(act): \(why.map { String($0.1) } ?? "\(answer.status)")",
            sourceLocation: location)
    }
}

extension TestProvince {
    func desk(_ person: TestPerson) async throws -> Desk { try await Desk(person, in: self) }

    /// Somebody in a place says something; registered as the web would do it.
    func said(
        _ words: String = Said.lamp, in place: TestPlace = .town, isBypassed: Bool = false,
        phone: String? = "19900001234", mayBeNamed: Bool = false
    ) async throws -> MatterNumber {
        let area = division(place)
        let now = now
        let installation = installation
        return try await write { db, ids, _ in
            let reporter = ReporterDraft(
                name: Sensitive("张秀英"), phone: phone.map { Sensitive($0) }, mayBeNamed: mayBeNamed)
            let draft = OpinionDraft(
                area: area, words: words, place: "文化路口", channel: .web, isBypassed: isBypassed, reporter: reporter)
            return try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation).number
        }
    }

    func state(of number: MatterNumber) async throws -> MatterState? {
        try await matter(number).state
    }

    func matter(_ number: MatterNumber) async throws -> Matter {
        let found = try await read { db in try MatterTable.matter(number, in: db)?.matter }
        return try #require(found)
    }

    /// The names of the events of a matter, oldest first.
    func events(of number: MatterNumber) async throws -> [String] {
        let id = try await matter(number).id
        let log = installation.log
        return try await read { db in try log.events(of: .matter(id), in: db).map(\.name) }
    }
}

extension TestProvince {
    func lastEvent(of number: MatterNumber) async throws -> RecordedEvent {
        let id = try await matter(number).id
        let log = installation.log
        let events = try await read { db in try log.events(of: .matter(id), in: db) }
        return try #require(events.last)
    }
}

enum Said {
    static let lamp = "村口的路灯坏了三个月，老人晚上出门看不见路，摔过两次。"
    static let reason = "经过现场核实，情况属实，需要处理。"
    static let done = "五月二十六日派人到现场更换了六盏路灯，当晚全部亮起来，并安排每周巡查。"
}

extension TestProvince {
    func mandate(of deputy: TestPerson) async throws -> String {
        let id = deputy.person
        let found = try await read { db in try MandateTable.mandates(of: id, in: db).first?.id }
        return String(try #require(found))
    }

    /// The analysis as a head or a clerk fills it in.
    static func triage(
        _ commonality: Triage.Commonality = .common, _ category: Domain.Category = .urban,
        _ power: PowerLevel = .township
    ) -> [String: String] {
        ["commonality": commonality.rawValue, "category": category.rawValue, "power": power.rawValue]
    }

    /// Accepted by the head with a supervising deputy, in one form.
    func accepted(
        _ number: MatterNumber, at place: TestPlace = .town, _ category: Domain.Category = .urban,
        _ power: PowerLevel = .township
    ) async throws {
        let deputy = try await mandate(of: deputy(of: place))
        let fields = Self.triage(.common, category, power).merging(["deputy": deputy]) { $1 }
        try await desk(head(of: place)).act(.accept, fields, on: number)
    }

    /// Assigned to the government of the town or street.
    func assigned(_ number: MatterNumber, at place: TestPlace = .town) async throws {
        try await accepted(number, at: place)
        try await desk(officer(of: place)).act(.assign, on: number)
    }

    /// Taken up, and a date stated.
    func inHandling(_ number: MatterNumber, at place: TestPlace = .town) async throws {
        try await assigned(number, at: place)
        try await desk(handler(of: place)).act(.takeUp, on: number)
    }

    func replied(_ number: MatterNumber, at place: TestPlace = .town) async throws {
        try await inHandling(number, at: place)
        try await desk(handler(of: place)).act(.reply, TestProvince.solved, on: number)
    }

    static let solved = ["outcome": "solved", "done": Said.done, "signer": "王建国"]

    /// Checked and told to the reporter in one form.
    func answered(_ number: MatterNumber, at place: TestPlace = .town) async throws {
        try await replied(number, at: place)
        try await desk(deputy(of: place)).act(.passCheck, ["channel": "phone"], on: number)
    }
}
