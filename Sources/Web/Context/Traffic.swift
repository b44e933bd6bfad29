import Hummingbird
import Synchronization

/// What was asked of this process and how long it took: by route, never by address, so that nobody's number stands in
/// it.
package final class Traffic: Sendable {
    /// One route with one kind of answer.
    package struct Key: Hashable, Comparable, Sendable {
        package var method: String
        /// `/matters/{number}`; `none` where no route answered.
        package var route: String
        package var status: Int

        package static func < (a: Key, b: Key) -> Bool {
            (a.route, a.method, a.status) < (b.route, b.method, b.status)
        }
    }

    /// How many there were, how long all took, and how many took at most so long.
    package struct Figures: Hashable, Sendable {
        package static let bounds = [0.005, 0.02, 0.1, 0.5, 2, 10]

        package internal(set) var count = 0
        package internal(set) var seconds = 0.0
        package internal(set) var within = [Int](repeating: 0, count: bounds.count)
    }

    private let figures = Mutex<[Key: Figures]>([:])
    private let running = Mutex(0)

    package init() {}

    /// All routes that were asked for.
    package var all: [(key: Key, figures: Figures)] {
        figures.withLock { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// How many requests are being answered.
    package var underWay: Int { running.withLock { $0 } }

    func begin() { running.withLock { $0 += 1 } }

    func end() { running.withLock { $0 -= 1 } }

    func add(_ key: Key, seconds: Double) {
        figures.withLock { figures in
            figures[key, default: Figures()].count += 1
            figures[key]?.seconds += seconds
            for (place, bound) in Figures.bounds.enumerated() where seconds <= bound {
                figures[key]?.within[place] += 1
            }
        }
    }
}
