/// What is counted of matters, one place and one month of registration at a time. Referred petitions are in no other
/// figure than `referred` (row 55).
package enum Figure: Hashable, Sendable {
    case received, answered, withdrawn, closed, solved, referred
    case rated(Grade)
    /// Who wrote the rating down.
    case ratedFrom(RatingSource)
    /// Judged by the person, with a result of the handler's to judge; and how many of these are solved by her word.
    case judged, solvedByOwnWord
    /// 承诺日期: stated dates that came, and whether the answer came by then (兑现).
    case kept, broken
    /// Days from the registration to the first answer: a histogram, so that medians of any area can be told.
    case days(Int)
    /// Past a time limit without an answer just now: of no month.
    case late

    /// Longer waits are counted together: no median lies there.
    package static let mostDays = 400
    /// The month under which figures stand that belong to none.
    package static let now = 0

    /// Under which months a figure of one is summed up: its own, and that of the whole year (`202600`), so that a year is
    /// read and not added up.
    package static func sums(of month: Int) -> [Int] { month == now ? [now] : [month, month / 100 * 100] }

    /// A first answer after so many days.
    package init(answeredAfter days: Int) {
        self = .days(min(max(days, 0), Figure.mostDays))
    }

    /// How it is called in the tables: never changed.
    package var code: String {
        switch self {
        case .received: "received"
        case .answered: "answered"
        case .withdrawn: "withdrawn"
        case .closed: "closed"
        case .solved: "solved"
        case .referred: "referred"
        case .rated(let grade): "rated." + grade.rawValue
        case .ratedFrom(let source): "from." + source.rawValue
        case .judged: "word.judged"
        case .solvedByOwnWord: "word.solved"
        case .kept: "date.kept"
        case .broken: "date.broken"
        case .days(let days): "days.\(days)"
        case .late: "late"
        }
    }

    /// The histogram's column for a code; nil for any other figure.
    package static func days(code: String) -> Int? {
        code.hasPrefix("days.") ? Int(code.dropFirst(5)) : nil
    }
}
