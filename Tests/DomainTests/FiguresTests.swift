import Domain
import Testing

@Suite("When figures are told")
struct FiguresTests {
    @Test(
        "the median is the middle one, between two their mean rounded up",
        arguments: [([3], 3), ([3, 5, 10], 5), ([3, 5, 10, 20], 8), ([20, 3, 10, 5], 8), ([1, 2], 2), ([], nil)]
            as [([Int], Int?)])
    func median(numbers: [Int], middle: Int?) {
        #expect(Median.of(numbers) == middle)
    }

    @Test(
        "a share is rounded half up, and of fewer than five there is none",
        arguments: [(5, 6, 83), (1, 8, 13), (3, 5, 60), (0, 5, 0), (5, 5, 100), (4, 4, nil), (0, 0, nil)]
            as [(Int, Int, Int?)])
    func share(part: Int, whole: Int, percent: Int?) {
        #expect(Share(part, of: whole).percent == percent)
    }

    @Test("who said nothing counts neither as content nor as not content")
    func satisfaction() {
        var figures = AreaFigures()
        for _ in 1...3 { figures.add(Figure.rated(.satisfied).code, 1) }
        figures.add(Figure.rated(.basicallySatisfied).code, 1)
        figures.add(Figure.rated(.dissatisfied).code, 1)
        figures.add(Figure(answeredAfter: 4).code, 10)

        #expect(figures.rated == 5)
        #expect(figures.contentShare.percent == 80)
        #expect(figures.responseShare.percent == 50)
    }

    @Test("four answers give no median, five do; what waited longer than counted stands at the end")
    func waiting() {
        var figures = AreaFigures()
        for days in [2, 3, 8, 900] { figures.add(Figure(answeredAfter: days).code, 1) }
        let few = figures.medianDays
        figures.add(Figure(answeredAfter: 3).code, 1)

        #expect(few == nil)
        #expect(figures.medianDays == 3)
        #expect(figures.answered(within: 91...Figure.mostDays) == 1)
    }

    @Test("a figure that was taken back is as if it had never been")
    func takenBack() {
        var figures = AreaFigures()
        figures.add(Figure(answeredAfter: 7).code, 1)
        figures.add(Figure(answeredAfter: 7).code, -1)

        #expect(figures.answered == 0)
    }

    @Test(
        "a period is read as it is written",
        arguments: [
            ("2026", "2026年", 202_601...202_612), ("2026-q2", "2026年第二季度", 202_604...202_606),
            ("2026-05", "2026年5月", 202_605...202_605), ("2025-12", "2025年12月", 202_512...202_512),
        ])
    func period(code: String, words: String, months: ClosedRange<Int>) throws {
        let period = try #require(Period(code: code))

        #expect(period.code == code)
        #expect(period.chinese == words)
        #expect(period.months == months)
    }

    @Test("a year is one sum, a quarter three, a month its own; what is of the moment is in none")
    func sums() throws {
        let codes = ["2026", "2026-q2", "2026-05"]

        #expect(
            codes.compactMap { Period(code: $0)?.sums } == [202_600...202_600, 202_604...202_606, 202_605...202_605])
        #expect(Figure.sums(of: 202_605) == [202_605, 202_600])
        #expect(Figure.sums(of: Figure.now) == [Figure.now])
    }

    @Test(
        "what is no period is none",
        arguments: ["", "26", "2026-", "2026-13", "2026-00", "2026-q5", "2026-5", "2026-05-01", "1999", "二〇二六"])
    func noPeriod(code: String) {
        #expect(Period(code: code) == nil)
    }

    @Test("a year ends with its last moment, a December goes over into the next year")
    func moments() throws {
        let year = try #require(Period(code: "2026")).moments
        let december = try #require(Period(code: "2026-12")).moments

        #expect(year == Day(2026, 1, 1).start..<Day(2027, 1, 1).start)
        #expect(december == Day(2026, 12, 1).start..<Day(2027, 1, 1).start)
    }
}
