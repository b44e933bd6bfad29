import Database
import Directory
import Domain
import Synchronization

/// Sums by area, month and name: as the rows say, or as the counters say.
final class CounterTally: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        var area: Int64
        var month: Int
        var name: String

        static func < (a: Key, b: Key) -> Bool {
            (a.area, a.month, a.name) < (b.area, b.month, b.name)
        }
    }

    private let sums = Mutex<[Key: Int64]>([:])

    init() {}

    /// What the counters say, with the deltas that are not folded yet.
    init(in db: Transaction, atlas: Atlas) throws {
        for row in try db.rows("SELECT area, month, name, total FROM counter") {
            add(Key(area: try row[0], month: try row[1], name: try row[2]), try row[3])
        }
        for row in try db.rows("SELECT area, month, name, SUM(delta) FROM counter_delta GROUP BY area, month, name") {
            let (name, delta): (String, Int64) = (try row[2], try row[3])
            for area in atlas.lineage(of: try row[0]) { add(area.id, try row[1], name, delta) }
        }
    }

    /// A matter as it is, with its first answer and the dates that were stated for it.
    func add(_ matter: Matter, _ atlas: Atlas, in db: Transaction) throws {
        let answer = try FirstAnswerTable.days(of: matter.id, in: db).map { Figure(answeredAfter: $0) }
        let stated = try StatedDateTable.decided(for: matter.id, in: db).map { $0 ? Figure.kept : .broken }
        let figures = Array(Counting.counted(matter)) + [answer].compactMap(\.self) + stated
        let areas = atlas.lineage(of: Counting.area(of: matter, atlas))
        for figure in figures {
            let month = CounterDelta(area: 0, figure: figure, delta: 1).month(registered: matter.registeredAt)
            for area in areas { add(area.id, month, figure.code, 1) }
        }
    }

    private func add(_ area: Int64, _ month: Int, _ name: String, _ number: Int64) {
        for month in Figure.sums(of: month) { add(Key(area: area, month: month, name: name), number) }
    }

    private func add(_ key: Key, _ number: Int64) {
        sums.withLock { $0[key, default: 0] += number }
    }

    func faults(against stored: CounterTally) -> [String] {
        let mine = sums.withLock { $0.filter { $0.value != 0 } }
        let theirs = stored.sums.withLock { $0.filter { $0.value != 0 } }
        return Set(mine.keys).union(theirs.keys).sorted().filter { mine[$0] != theirs[$0] }.map { key in
            "计数 \(key.name)，地区 \(key.area)，\(key.month)：应为 \(mine[key] ?? 0)，记为 \(theirs[key] ?? 0)"
        }
    }
}
