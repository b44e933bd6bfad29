import Database
import Domain

/// 首次答复: when the reporter was first told what became of it, and how long that took. A second round changes nothing
/// of it; of a petition there is none.
struct FirstAnswer: Hashable, Sendable {
    let station: StationID
    let day: Day
    let days: Int

    /// Nil where the change brings no answer.
    init?(_ before: Matter, _ after: Matter, at now: Instant) {
        guard !before.hasAnswer, after.hasAnswer, !after.isPetition else { return nil }
        station = after.station
        day = Day(of: now)
        days = Int(day.number - Day(of: after.registeredAt).number)
    }

    var figure: Figure { Figure(answeredAfter: days) }
}

extension Matter {
    /// In no figure but one, in no list and in no search.
    var isPetition: Bool { state == .referred || closure == .petitionAnswered }
}

enum FirstAnswerTable {
    /// Keeps the first of the answers, and what that changes in the figures.
    static func follow(
        _ before: Matter, _ after: Matter, at now: Instant, in db: Transaction
    ) throws -> [(figure: Figure, delta: Int64)] {
        if after.isPetition, !before.isPetition {
            guard let days = try delete(after.id, in: db) else { return [] }
            return [(figure: Figure(answeredAfter: days), delta: -1)]
        }
        guard let answer = FirstAnswer(before, after, at: now), try insert(answer, of: after.id, in: db) else {
            return []
        }
        return [(figure: answer.figure, delta: 1)]
    }

    /// False where there was one before.
    static func insert(_ answer: FirstAnswer, of matter: MatterID, in db: Transaction) throws -> Bool {
        try db.changed(
            """
            INSERT INTO first_answer (matter, station, answered_on, days)
            VALUES (\(matter), \(answer.station), \(answer.day), \(answer.days))
            ON CONFLICT (matter) DO NOTHING
            """) == 1
    }

    static func days(of matter: MatterID, in db: Transaction) throws -> Int? {
        try db.value("SELECT days FROM first_answer WHERE matter = \(matter)")
    }

    private static func delete(_ matter: MatterID, in db: Transaction) throws -> Int? {
        guard let days = try days(of: matter, in: db) else { return nil }
        try db.run("DELETE FROM first_answer WHERE matter = \(matter)")
        return days
    }
}
