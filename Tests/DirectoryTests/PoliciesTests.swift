import Domain
import Record
import Testing

@testable import Directory

@Suite("When a place decides its own rules")
struct PoliciesTests {
    @Test("a county overrides the province, and follows it again when its decision is taken back")
    func inheritance() async throws {
        let ground = try await AccountsGround()
        try await set(.triage, AccountsGround.shanxi, .rule(.workingDays(4)), ground)
        try await set(.triage, AccountsGround.yuci, .rule(.workingDays(3)), ground)
        #expect(try await line(.triage, AccountsGround.beiguan, ground).policy.value == .rule(.workingDays(3)))
        #expect(try await line(.triage, AccountsGround.taigu, ground).policy.value == .rule(.workingDays(4)))

        try await set(.triage, AccountsGround.yuci, nil, ground)

        #expect(try await line(.triage, AccountsGround.beiguan, ground).policy.value == .rule(.workingDays(4)))
    }

    @Test("it says where the value comes from")
    func origin() async throws {
        let ground = try await AccountsGround()
        #expect(try await line(.triage, AccountsGround.yuci, ground).origin == "系统默认")
        #expect(try await line(.handleCap, AccountsGround.yuci, ground).origin == "系统默认，依据代表法 51")

        try await set(.triage, AccountsGround.yuci, .rule(.workingDays(3)), ground)

        let own = try await line(.triage, AccountsGround.yuci, ground)
        #expect(own.origin == "榆次区自行决定（主任会议纪要第 6 号）")
        #expect(own.isOwn)
        #expect(try await line(.triage, AccountsGround.beiguan, ground).origin == "沿用榆次区的决定（主任会议纪要第 6 号）")
    }

    @Test("it holds from its day on")
    func validFrom() async throws {
        let ground = try await AccountsGround()
        let tomorrow = ground.today.adding(days: 1)

        try await set(.triage, AccountsGround.yuci, .rule(.workingDays(3)), from: tomorrow, ground)

        #expect(try await line(.triage, AccountsGround.yuci, ground).policy.value == .rule(.workingDays(5)))
        let book = try await ground.installation.snapshot().book
        let later = book.resolve(.triage, along: [AccountsGround.yuci], on: tomorrow)
        #expect(later.value == .rule(.workingDays(3)))
    }

    @Test("of two decisions for one day the later counts, and the history keeps both")
    func history() async throws {
        let ground = try await AccountsGround()
        try await set(.triage, AccountsGround.yuci, .rule(.workingDays(3)), ground)
        let version = try await set(.triage, AccountsGround.yuci, .rule(.workingDays(2)), ground)

        let policy = try await line(.triage, AccountsGround.yuci, ground).policy
        #expect(policy.value == .rule(.workingDays(2)))
        #expect(policy.version == version)
        let history = try await ground.read { db in
            try PolicyStore.history(.triage, area: AccountsGround.yuci, in: db)
        }
        #expect(history.map(\.value) == [.rule(.workingDays(2)), .rule(.workingDays(3))])
    }

    @Test("a place below the level of the rule is refused")
    func level() async throws {
        let ground = try await AccountsGround()

        await #expect(throws: Refusal.self) {
            try await set(.lockFailures, AccountsGround.yuci, .number(3), ground)
        }
    }

    @Test("only its own assigning office or a system administrator above it decides")
    func rights() async throws {
        let ground = try await AccountsGround()
        let clerk = try await ground.account("clerk", "张秀英", [(.stationClerk, .station(AccountsGround.station))])
        let system = try await ground.account("system", "王建军", [(.systemAdmin, .area(AccountsGround.jinzhong))])
        let value = PolicyValue.rule(.workingDays(3))

        let principal = try await ground.principal(clerk)
        await #expect(throws: Refusal.self) {
            try await set(.triage, AccountsGround.yuci, value, by: principal, ground)
        }
        try await set(.triage, AccountsGround.yuci, value, by: ground.principal(system), ground)
    }

    @Test("nothing is decided for days that are over")
    func notBackwards() async throws {
        let ground = try await AccountsGround()
        let system = try await ground.account("system", "王建军", [(.systemAdmin, .area(AccountsGround.shanxi))])
        let principal = try await ground.principal(system)
        let yesterday = ground.today.adding(days: -1)

        await #expect(throws: FormErrors("valid_from", "生效日期不能早于今天")) {
            try await set(
                .triage, AccountsGround.yuci, .rule(.workingDays(3)), from: yesterday, by: principal, ground)
        }
    }

    @Test("it is recorded, the document sealed with it")
    func recorded() async throws {
        let ground = try await AccountsGround()
        try await set(.triage, AccountsGround.yuci, .rule(.workingDays(3)), ground)
        let log = ground.installation.log

        let (events, texts) = try await ground.read { db in
            let events = try log.events(of: Stream(kind: .policy, id: AccountsGround.yuci), in: db)
            return (events, try log.texts(of: events.map(\.id), in: db))
        }

        #expect(events.map(\.name) == ["policySet"])
        #expect(events[0].facts.code("value") == "wd3")
        #expect(texts.values.first?.map(\.text) == ["主任会议纪要第 6 号"])
    }

    @Test("looking everything up costs one statement while nothing changes")
    func cheap() async throws {
        let ground = try await AccountsGround()
        let installation = ground.installation
        _ = try await installation.snapshot()

        let statements = try await ground.read { db in
            _ = try installation.snapshot(in: db)
            return db.statementCount
        }

        #expect(statements == 1)
    }

    private func line(_ key: PolicyKey, _ area: DivisionID, _ ground: AccountsGround) async throws -> PolicyLine {
        let snapshot = try await ground.installation.snapshot()
        return PolicyLine(key, at: area, on: ground.today, book: snapshot.book, atlas: snapshot.atlas)
    }

    @discardableResult
    private func set(
        _ key: PolicyKey, _ area: DivisionID, _ value: PolicyValue?, from day: Day? = nil,
        by principal: Principal = .system, _ ground: AccountsGround
    ) async throws -> Int64 {
        let decision = PolicyDecision(
            key: key, area: area, value: value, validFrom: day ?? ground.today, decidedBy: "主任会议纪要第 6 号")
        let keys = ground.installation.keys
        let now = ground.clock.now
        return try await ground.write { db, ids, snapshot in
            try SetPolicy.run(
                db, decision, by: principal, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
        }
    }
}

@Suite("When the calendar is loaded")
struct PoliciesCalendarTests {
    @Test("before that every year is provisional, afterwards those of the notices are not")
    func coverage() async throws {
        let ground = try await AccountsGround()
        let labourDay = Day(2026, 5, 1)
        #expect(try await !ground.installation.snapshot().calendar.covers(labourDay))

        try await load(CalendarFile.included(), ground)

        let calendar = try await ground.installation.snapshot().calendar
        #expect(calendar.coveredYears == 2019...2026)
        #expect(calendar.covers(labourDay))
        #expect(!calendar.isWorkingDay(labourDay))
        #expect(calendar.name(of: labourDay) == "劳动节")
    }

    @Test("the same file again changes nothing")
    func repeated() async throws {
        let ground = try await AccountsGround()
        let days = try CalendarFile.included()

        #expect(try await load(days, ground) == Array(2019...2026))
        #expect(try await load(days, ground) == [])
    }

    @Test("a gap ends the run of years that count")
    func gap() {
        #expect(CalendarStore.unbroken([2019, 2020, 2022, 2023]) == 2022...2023)
    }

    @Test("a wrong line is named")
    func wrongLine() {
        let file = "day,workday,name,notice_year\n2026-05-01,0,劳动节,2026\n2026-05-32,0,劳动节,2026\n"

        #expect(throws: FormErrors("file", "第 3 行有误：应为日期、是否工作日（0 或 1）、名称和通知年份")) {
            try CalendarFile.parse(Array(file.utf8))
        }
    }

    @discardableResult
    private func load(_ days: [CalendarDay], _ ground: AccountsGround) async throws -> [Int] {
        let keys = ground.installation.keys
        let now = ground.clock.now
        return try await ground.write { db, ids, _ in
            try LoadCalendar.run(db, days: days, by: .system, at: now, ids: &ids, keys: keys)
        }
    }
}
