/// How busy the connections of a process are at this moment.
package struct PoolLoad: Hashable, Sendable {
    /// How many there may be.
    package var connections: Int
    /// How many of them work.
    package var busy: Int
    /// How many transactions wait because all work.
    package var waiting: Int

    static func + (first: PoolLoad, second: PoolLoad) -> PoolLoad {
        PoolLoad(
            connections: first.connections + second.connections, busy: first.busy + second.busy,
            waiting: first.waiting + second.waiting)
    }
}
