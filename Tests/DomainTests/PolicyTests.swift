import Testing

@testable import Domain

@Suite("When a policy is resolved")
struct PolicyTests {
    private let town: DivisionID = 3
    private let county: DivisionID = 2
    private let province: DivisionID = 1

    private func entry(
        _ id: Int64, _ key: PolicyKey, _ area: DivisionID, _ from: Day, _ value: PolicyValue?
    ) -> PolicyEntry {
        PolicyEntry(id: id, key: key, area: area, validFrom: from, value: value, decidedBy: "主任会议 第\(id)号")
    }

    @Test("without any decision the default stands as version 0")
    func byDefault() {
        let resolved = PolicyBook(entries: []).resolve(.triage, along: [town, county], on: Day(2026, 1, 5))

        #expect(resolved.value == .rule(.workingDays(5)))
        #expect(resolved.version == 0)
        #expect(resolved.area == nil)
    }

    @Test("the nearest area that decided goes first")
    func nearestFirst() {
        let book = PolicyBook(entries: [
            entry(11, .triage, province, Day(2026, 1, 1), .rule(.workingDays(4))),
            entry(12, .triage, county, Day(2026, 1, 1), .rule(.workingDays(2))),
        ])

        let resolved = book.resolve(.triage, along: [town, county, province], on: Day(2026, 3, 1))

        #expect(resolved.value == .rule(.workingDays(2)))
        #expect(resolved.version == 12)
        #expect(resolved.area == county)
        #expect(resolved.decidedBy == "主任会议 第12号")
        #expect(book.resolve(.triage, along: [9, province], on: Day(2026, 3, 1)).version == 11)
    }

    @Test("the latest decision in force on the day counts, from its first day on")
    func byDay() {
        let book = PolicyBook(entries: [
            entry(13, .failedTries, county, Day(2026, 6, 1), .number(4)),
            entry(11, .failedTries, county, Day(2026, 1, 1), .number(3)),
        ])

        #expect(book.resolve(.failedTries, along: [county], on: Day(2025, 12, 31)).version == 0)
        #expect(book.resolve(.failedTries, along: [county], on: Day(2026, 5, 31)).version == 11)
        #expect(book.resolve(.failedTries, along: [county], on: Day(2026, 6, 1)).version == 13)
    }

    @Test("of two decisions from the same day the later one counts")
    func sameDay() {
        let book = PolicyBook(entries: [
            entry(11, .failedTries, county, Day(2026, 1, 1), .number(3)),
            entry(12, .failedTries, county, Day(2026, 1, 1), .number(4)),
        ])

        #expect(book.resolve(.failedTries, along: [county], on: Day(2026, 1, 1)).version == 12)
    }

    @Test("a county that gives up its own value follows the province again")
    func restored() {
        let book = PolicyBook(entries: [
            entry(11, .failedTries, province, Day(2026, 1, 1), .number(3)),
            entry(12, .failedTries, county, Day(2026, 1, 1), .number(5)),
            entry(13, .failedTries, county, Day(2026, 4, 1), nil),
        ])

        #expect(book.resolve(.failedTries, along: [county, province], on: Day(2026, 3, 31)).value == .number(5))
        #expect(book.resolve(.failedTries, along: [county, province], on: Day(2026, 4, 1)).value == .number(3))
    }

    @Test("a value of the wrong kind is left out")
    func wrongKind() {
        let book = PolicyBook(entries: [entry(11, .triage, county, Day(2026, 1, 1), .number(3))])

        #expect(book.resolve(.triage, along: [county], on: Day(2026, 3, 1)).version == 0)
    }

    @Test("a clock keeps the policy of the day it started")
    func clockKeepsItsPolicy() {
        let book = PolicyBook(entries: [entry(11, .triage, county, Day(2026, 5, 20), .rule(.workingDays(1)))])
        let rules = Rules(book: book, areas: [town, county], day: Day(2026, 5, 21), calendar: Notices.calendar)

        let (old, oldPolicy) = rules.deadline(.triage, from: Day(2026, 5, 18))
        let (new, newPolicy) = rules.deadline(.triage, from: Day(2026, 5, 21))

        #expect(old.dueOn == Day(2026, 5, 25))
        #expect(oldPolicy.version == 0)
        #expect(new.dueOn == Day(2026, 5, 22))
        #expect(newPolicy.version == 11)
        #expect(rules.rule(.triage) == .workingDays(1))
    }

    @Test("the notice of 5 working days never comes later than 15 days")
    func capped() {
        let entries = [
            entry(11, .reporterNotice, county, Day(2026, 1, 1), .rule(.workingDays(10))),
            entry(12, .handleCounty, county, Day(2026, 1, 1), .rule(.workingDays(80))),
        ]
        let rules = Rules(
            book: PolicyBook(entries: entries), areas: [county], day: Day(2026, 2, 2), calendar: Notices.calendar)

        let (late, cap) = rules.deadline(.reporterNotice, from: Day(2026, 2, 13), cappedBy: .reporterNoticeCap)
        let (early, own) = rules.deadline(.reporterNotice, from: Day(2026, 3, 2), cappedBy: .reporterNoticeCap)

        #expect(late.dueOn == Day(2026, 2, 28))
        #expect(cap.key == .reporterNoticeCap)
        #expect(early.dueOn == Day(2026, 3, 16))
        #expect(own.key == .reporterNotice)
    }
}

@Suite("When a policy value is written")
struct PolicyValueTests {
    @Test("every key reads its own default back", arguments: PolicyKey.allCases)
    func defaults(key: PolicyKey) throws {
        #expect(try key.value(from: key.defaultValue.code) == key.defaultValue)
        #expect(key.chinese.isEmpty == false)
        #expect(key.rawValue.contains("."))
    }

    @Test("codes and titles are all different")
    func distinct() {
        #expect(Set(PolicyKey.allCases.map(\.rawValue)).count == PolicyKey.allCases.count)
        #expect(Set(PolicyKey.allCases.map(\.chinese)).count == PolicyKey.allCases.count)
    }

    @Test(
        "nonsense and excess are refused with a sentence that says what to write",
        arguments: [
            (PolicyKey.triage, "soon", "例如 5 个工作日"),
            (.triage, "on:2026-05-25", "例如 5 个工作日"),
            (.triage, "wd300", "太长"),
            (.handleCap, "m4", "代表法 51规定最长 3 个月"),
            (.handleCap, "wd10", "只能用同样的单位缩短"),
            (.reporterNoticeCap, "cd16", "信访工作条例 23规定最长 15 天"),
            (.failedTries, "1", "2 到 5 之间的整数（次）"),
            (.failedTries, "two", "之间的整数"),
            (.rankingShown, "yes", "请选择是或否"),
            (.outcomeA, "", "最多 20 字"),
            (.outcomeA, "一\n二", "请填写一行文字"),
        ])
    func nonsense(key: PolicyKey, text: String, says: String) {
        let errors = #expect(throws: FormErrors.self) { try key.value(from: text) }

        #expect(errors?.message(for: "value")?.contains(says) == true)
        #expect(errors?.message(for: "value")?.contains(key.chinese) == true)
    }

    @Test("what the law fixes can be shortened")
    func shortened() throws {
        #expect(try PolicyKey.handleCap.value(from: "m2") == .rule(.months(2)))
        #expect(try PolicyKey.referralNotice.value(from: "cd10") == .rule(.calendarDays(10)))
        #expect(try PolicyKey.rankingShown.value(from: "1") == .flag(true))
    }

    @Test("a key says which office may settle it")
    func levels() {
        #expect(!PolicyKey.opinionLimit.mayBeSet(at: .county))
        #expect(PolicyKey.opinionLimit.mayBeSet(at: .province))
        #expect(PolicyKey.triage.mayBeSet(at: .county))
        #expect(!PolicyKey.triage.mayBeSet(at: .township))
    }
}
