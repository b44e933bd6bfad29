import Database
import Domain
import Files
import Matters
import Record
import TestSupport

extension FurnishedProvince {
    mutating func addMatters() async throws {
        for index in 0..<(Self.many * 5) {
            let receipt = try await said()
            if index == 0 { reported = receipt }
            switch index {
            case 0: numbers.append(receipt.number)
            case 1: try await refer(receipt.number)
            case 2..<(2 + Self.many): try await publish(receipt.number)
            case (2 + Self.many)..<(2 + 2 * Self.many):
                try await assign(receipt.number)
                handled = receipt.id
            case _: continue
            }
        }
        try await live(through: said().number)
        // Without the resident's own: what waits long enough is overdue.
        province.clock.pass(days: 30)
        for _ in 0..<Self.many { numbers.append(try await said().number) }
        numbers = [numbers[0], numbers[numbers.count - 1]] + numbers.dropFirst().prefix(2)
    }

    private func said() async throws -> RegisterMatter.Receipt {
        let draft = OpinionDraft(
            area: province.division(.town), words: Self.reason, place: "村口", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
        let (now, installation) = (province.now, province.installation)
        return try await province.write { db, ids, _ in
            try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
        }
    }

    private func act(_ draft: ActDraft, by person: TestPerson, on number: MatterNumber) async throws {
        let (now, installation) = (province.now, province.installation)
        try await province.write { db, ids, _ in
            _ = try ActOnMatter.run(
                db, number, ActRequest(draft), by: person.principal, at: now, ids: &ids, in: installation)
        }
    }

    private mutating func refer(_ number: MatterNumber) async throws {
        let triage = Triage(route: .refer, commonality: .personal, category: .urban, power: .township)
        try await act(.ready(.triage(triage, note: "")), by: province.clerk(of: .town), on: number)
        try await act(.ready(.refer(reason: Self.reason)), by: province.head(of: .town), on: number)
        referred = number
    }

    private func accept(_ number: MatterNumber) async throws {
        let triage = Triage(route: .accept, commonality: .common, category: .urban, power: .township)
        try await act(.ready(.triage(triage, note: "")), by: province.clerk(of: .town), on: number)
        try await act(.ready(.accept), by: province.head(of: .town), on: number)
    }

    private mutating func assign(_ number: MatterNumber) async throws {
        try await accept(number)
        let deputy = province.deputy(of: .town).person
        guard let seat: Int64 = try await province.value("SELECT id FROM mandate WHERE person = \(deputy)") else {
            throw NotFound()
        }
        try await act(
            .nameSupervisor(seat, isKin: false, isParty: false), by: province.head(of: .town), on: number)
        let organ = try await province.organ(.townGovernment, in: .town)
        try await act(
            .assign(organ, coHandlers: [], isWide: false, note: ""), by: province.officer(of: .town), on: number)
        numbers.append(number)
    }

    /// From the assignment, with an objection, a stated date and an extension, to the end and back into the same trouble.
    private mutating func live(through number: MatterNumber) async throws {
        try await assign(number)
        let (handler, officer) = (province.handler(of: .town), province.officer(of: .town))
        let deputy = province.deputy(of: .town)
        try await act(.ready(.object(reason: Self.reason)), by: handler, on: number)
        try await act(.ready(.decideObjection(.uphold, reason: Self.reason)), by: officer, on: number)
        let day = province.today.adding(days: 10)
        try await act(.ready(.stateDate(day)), by: handler, on: number)
        try await act(.ready(.askExtension(until: day.adding(days: 40), reason: Self.reason)), by: handler, on: number)
        try await act(.ready(.decideExtension(isGranted: true, reason: Self.reason)), by: officer, on: number)
        let reply = HandlerReply(outcome: .solved, done: Self.reason + "已经换好了灯头和线路。", signer: "王建国")
        try await act(.ready(.reply(reply)), by: handler, on: number)
        try await act(.ready(.passCheck(note: "")), by: deputy, on: number)
        try await act(.ready(.deliver(.phone, words: Self.reason)), by: deputy, on: number)
        let attempt = RevisitTry(day: province.today, channel: .phone, wasReached: true)
        try await act(.ready(.revisit(attempt, note: "")), by: deputy, on: number)
        try await act(.ready(.rate(.satisfied, source: .toldToStaff, comment: "")), by: deputy, on: number)
        try await act(.ready(.close), by: officer, on: number)
    }

    private mutating func publish(_ number: MatterNumber) async throws {
        try await accept(number)
        try await act(
            .ready(.publish(title: "乌金山镇村口三盏路灯不亮", summary: Self.reason, answer: "")), by: province.head(of: .town),
            on: number)
        published = number
    }

    /// For a handler, in a matter that it has.
    mutating func addLink() async throws {
        let (now, installation, handler) = (province.now, province.installation, province.handler(of: .town))
        guard let matter = handled else { throw NotFound() }
        let address = try await province.write { db, ids, _ in
            try OneTimeLinks.make(
                for: handler.person, grant: handler.grant.id, matter: matter, acts: [.seen, .takeUp, .reply], at: now,
                in: db, ids: &ids, installation: installation)
        }
        token = String(address.split(separator: "/").last ?? "")
    }

    /// More than a page may have statements, with the reported matter; and one that is public.
    mutating func addFiles() async throws {
        let draft = try await province.app.files.keep(SampleFiles.upright, as: .photo)
        guard let reported, let published, let post = posts.first else { return }
        let (now, keys) = (province.now, province.installation.keys)
        let found: Int64? = try await province.value("SELECT id FROM matter WHERE number = \(published.text)")
        guard let matter = found else { return }
        let made = try await province.write { db, ids, _ in
            func attach(_ owner: FileOwner) throws -> Int64 {
                try FileTable.attach(
                    draft, to: owner, description: "村口的路灯", by: nil, at: now, in: db, ids: &ids, keys: keys)
            }
            let own = try (0..<Self.many).map { _ in try attach(.matterWords(reported.id)) }
            let shown = try attach(.matterWords(matter))
            _ = try FileTable.publish([shown], ofMatter: matter, at: now, in: db)
            return (own[0], shown, try attach(.stationPost(post)))
        }
        files = [(reported.number, made.0), (published, made.1)]
        photos.append(made.2)
    }
}
