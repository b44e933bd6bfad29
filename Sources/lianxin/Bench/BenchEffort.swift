/// How long and how often is measured.
struct BenchEffort {
    let load: Load
    /// Accepted one after the other, and again by each crowd at the same moment.
    let opinions: Int
    let deputies: Int
    let kills: Int
    /// How long a burst lasts, and how long somebody in it waits for an answer.
    let burstSeconds: Int
    let patience: Int

    static func full(burstSeconds: Int) -> BenchEffort {
        BenchEffort(
            load: Load(seconds: 3, runs: 3), opinions: 3000, deputies: 92_000, kills: 100, burstSeconds: burstSeconds,
            patience: 30)
    }

    /// Goes through everything.
    static let quick = BenchEffort(
        load: Load(seconds: 1, runs: 1), opinions: 100, deputies: 2000, kills: 3, burstSeconds: 3, patience: 3)
}
