import Database
import Directory
import Domain
import Record

/// What an act changes in the figures: names with +1 or -1. Referred matters are in no figure (row 55).
enum Counting {
    static func registered(_ matter: Matter, _ atlas: Atlas) -> [CounterDelta] {
        [CounterDelta(area: area(of: matter, atlas), name: "received", delta: 1)]
    }

    static func changed(_ before: Matter, _ after: Matter, _ atlas: Atlas) -> [CounterDelta] {
        let (old, new) = (counted(before), counted(after))
        guard old != new else { return [] }
        let area = area(of: after, atlas)
        return new.subtracting(old).map { CounterDelta(area: area, name: $0, delta: 1) }
            + old.subtracting(new).map { CounterDelta(area: area, name: $0, delta: -1) }
    }

    /// The lowest area in whose figures it stands; what by-passes a place is not counted there either.
    static func area(of matter: Matter, _ atlas: Atlas) -> DivisionID {
        matter.knowingAreas(in: atlas).first?.id ?? matter.area
    }

    /// The figures in which a matter stands; `verify` counts them anew from the rows.
    static func counted(_ matter: Matter) -> Set<String> {
        if matter.state == .referred || matter.closure == .petitionAnswered { return ["referred"] }
        var names: Set<String> = ["received"]
        if matter.answering.isDelivered || matter.closure != nil { names.insert("answered") }
        if matter.state == .withdrawn { names.insert("withdrawn") }
        if matter.state == .closed { names.insert("closed") }
        if let grade = matter.answering.grade { names.insert("rated." + grade.rawValue) }
        if matter.handling.outcome == .solved, matter.answering.isDelivered { names.insert("solved") }
        return names
    }
}

struct CounterDelta: Hashable, Sendable {
    var area: DivisionID
    var name: String
    var delta: Int64
}

enum CounterTable {
    /// Insert-only, so that writers never wait for each other's sums. The month is that of the registration.
    static func add(_ deltas: [CounterDelta], at registered: Instant, in db: Transaction, ids: inout IDs) throws {
        for delta in deltas {
            try db.run(
                """
                INSERT INTO counter_delta (id, area, month, name, delta)
                VALUES (\(ids.next()), \(delta.area), \(Month(of: registered).number), \(delta.name), \(delta.delta))
                """)
        }
    }
}
