import Database
import Directory
import Domain
import Record
import TestSupport

@testable import Matters

/// One matter played through the operations themselves, without pages: for what time, silence and the record do.
struct Play {
    let province: TestProvince
    let number: MatterNumber
    let receipt: RegisterMatter.Receipt

    /// Something said about a place; by default a lamp in the town, by a resident with a telephone.
    init(
        _ province: TestProvince, in place: TestPlace = .town, words: String = "村口到学校的路灯坏了三盏，晚上看不见路。",
        isBypassed: Bool = false, by principal: Principal? = nil,
        change: @Sendable (inout OpinionDraft) -> Void = { _ in }
    ) async throws {
        self.province = province
        var draft = OpinionDraft(
            area: province.division(place), words: words, place: "村口", channel: .web, isBypassed: isBypassed,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
        change(&draft)
        let (asked, now, installation) = (draft, province.now, province.installation)
        receipt = try await province.write { db, ids, _ in
            try RegisterMatter.run(db, asked, by: principal, at: now, ids: &ids, in: installation)
        }
        number = receipt.number
    }

    @discardableResult
    func act(_ draft: ActDraft, by person: TestPerson, onBehalf: Attestation? = nil) async throws -> Matter {
        try await act(draft, as: person.principal, onBehalf: onBehalf)
    }

    @discardableResult
    func act(_ action: MatterAction, by person: TestPerson) async throws -> Matter {
        try await act(.ready(action), as: person.principal)
    }

    /// The reporter, with number and code.
    @discardableResult
    func reporter(_ action: MatterAction) async throws -> Matter {
        try await act(.ready(action), as: .reporter(matter: receipt.id))
    }

    @discardableResult
    func act(_ draft: ActDraft, as principal: Principal?, onBehalf: Attestation? = nil) async throws -> Matter {
        let (now, installation, number) = (province.now, province.installation, number)
        return try await province.write { db, ids, _ in
            try ActOnMatter.run(
                db, number, ActRequest(draft, onBehalf: onBehalf), by: principal, at: now, ids: &ids,
                in: installation
            ).matter
        }
    }

    var matter: Matter {
        get async throws {
            let number = number
            return try await province.read { db in try MatterTable.matter(number, in: db)!.matter }
        }
    }

    /// The names of its events in their order.
    var events: [String] {
        get async throws {
            let (log, id) = (province.installation.log, receipt.id)
            return try await province.read { db in try log.events(of: .matter(id), in: db).map(\.name) }
        }
    }
}

// MARK: Further on

extension Play {
    static let lamps = Triage(route: .accept, commonality: .common, category: .urban, power: .township)

    /// Analysed, accepted, supervised: the presidium has it.
    @discardableResult
    func accepted(triage: Triage = lamps) async throws -> Matter {
        try await act(.triage(triage, note: ""), by: province.clerk(of: .town))
        try await act(.accept, by: province.head(of: .town))
        return try await act(
            .nameSupervisor(try await mandate(of: province.deputy(of: .town)), isKin: false, isParty: false),
            by: province.head(of: .town))
    }

    /// With the town's government.
    @discardableResult
    func assigned() async throws -> Matter {
        try await accepted()
        let organ = try await province.organ(.townGovernment, in: .town)
        return try await act(
            .assign(organ, coHandlers: [], isWide: false, note: ""), by: province.officer(of: .town))
    }

    @discardableResult
    func inHandling() async throws -> Matter {
        try await assigned()
        return try await act(.takeUp, by: province.handler(of: .town))
    }

    /// Solved, checked and told to the reporter.
    @discardableResult
    func answered() async throws -> Matter {
        try await inHandling()
        try await act(.reply(Play.solved), by: province.handler(of: .town))
        try await act(.passCheck(note: ""), by: province.deputy(of: .town))
        return try await act(.deliver(.phone, words: "路灯修好了"), by: province.deputy(of: .town))
    }

    @discardableResult
    func closed() async throws -> Matter {
        try await answered()
        try await reporter(.rate(.satisfied, source: .ownHand, comment: ""))
        return try await act(.close, by: province.officer(of: .town))
    }

    static let solved = HandlerReply(
        outcome: .solved, done: "更换了三盏路灯的灯头和线路，昨晚已经全部亮了。", signer: "王建国")

    func mandate(of person: TestPerson) async throws -> MandateID {
        let id: MandateID? = try await province.value("SELECT id FROM mandate WHERE person = \(person.person)")
        return id!
    }
}
