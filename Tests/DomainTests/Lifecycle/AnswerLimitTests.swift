import Testing

@testable import Domain

@Suite("When somebody asks what has been unanswered for too long")
struct AnswerLimitTests {
    private func rules(on day: Day) -> Rules {
        Rules(book: PolicyBook(entries: []), areas: [], day: day, calendar: Notices.calendar)
    }

    @Test("the first day within the limit is that whose three months end today or later, by the calendar's own count")
    func firstDay() {
        for offset in 0..<420 {
            let today = Day(2026, 1, 5).adding(days: offset)
            let limit = rules(on: today).answerLimit

            for (start, rule) in [(limit.ordinary, DeadlineRule.months(3)), (limit.wide, .months(6))] {
                let first = Day(of: start)
                #expect(Notices.calendar.deadline(rule, from: first).dueOn >= today)
                #expect(Notices.calendar.deadline(rule, from: first.adding(days: -1)).dueOn < today)
            }
        }
    }

    @Test("it says how long that is")
    func words() {
        #expect(rules(on: Day(2026, 6, 1)).answerLimit.chinese == "3 个月（涉及面广的 6 个月）")
    }
}
