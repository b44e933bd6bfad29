import Database
import Directory
import Domain
import Record

/// What an act changes in the figures: names with +1 or -1. Referred matters are in no figure (row 55).
enum Counting {
    static func registered(_ matter: Matter, _ atlas: Atlas) -> [CounterDelta] {
        [CounterDelta(area: area(of: matter, atlas), figure: .received, delta: 1)]
    }

    static func changed(_ before: Matter, _ after: Matter, _ atlas: Atlas) -> [CounterDelta] {
        let (old, new) = (counted(before), counted(after))
        guard old != new else { return [] }
        let area = area(of: after, atlas)
        return new.subtracting(old).map { CounterDelta(area: area, figure: $0, delta: 1) }
            + old.subtracting(new).map { CounterDelta(area: area, figure: $0, delta: -1) }
    }

    /// The lowest area in whose figures it stands; what by-passes a place is not counted there either.
    static func area(of matter: Matter, _ atlas: Atlas) -> DivisionID {
        matter.knowingAreas(in: atlas).first?.id ?? matter.area
    }

    /// The figures in which a matter stands as it is; `verify` counts them anew from the rows.
    static func counted(_ matter: Matter) -> Set<Figure> {
        if matter.isPetition { return [.referred] }
        var figures: Set<Figure> = [.received]
        if matter.answering.isDelivered || matter.closure != nil { figures.insert(.answered) }
        if matter.state == .withdrawn { figures.insert(.withdrawn) }
        if matter.state == .closed { figures.insert(.closed) }
        if matter.handling.outcome == .solved, matter.answering.isDelivered { figures.insert(.solved) }
        if matter.isLateWithoutAnswer { figures.insert(.late) }
        return figures.union(judged(matter))
    }

    private static func judged(_ matter: Matter) -> Set<Figure> {
        guard let grade = matter.answering.grade else { return [] }
        var figures: Set<Figure> = [.rated(grade)]
        if let source = matter.answering.source { figures.insert(.ratedFrom(source)) }
        if matter.answering.isDelivered, matter.handling.outcome != nil { figures.insert(.judged) }
        if matter.isSolvedByOwnWord { figures.insert(.solvedByOwnWord) }
        return figures
    }
}

struct CounterDelta: Hashable, Sendable {
    var area: DivisionID
    var figure: Figure
    var delta: Int64

    /// That of the registration, but for what is told of the moment only.
    func month(registered: Instant) -> Int {
        figure == .late ? Figure.now : Month(of: registered).number
    }
}

enum CounterTable {
    /// Insert-only, so that writers never wait for each other's sums.
    static func add(_ deltas: [CounterDelta], at registered: Instant, in db: Transaction, ids: inout IDs) throws {
        for delta in deltas {
            try db.run(
                """
                INSERT INTO counter_delta (id, area, month, name, delta)
                VALUES (\(ids.next()), \(delta.area), \(delta.month(registered: registered)), \(delta.figure.code),
                  \(delta.delta))
                """)
        }
    }
}
