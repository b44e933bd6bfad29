/// What was made, and how long it took.
package struct DemoReport: Sendable {
    /// Things that stand and people that are there.
    package struct Places: Sendable {
        package var areas: Int
        package var stations: Int
        package var points: Int
        package var mandates: Int
        package var accounts: Int
    }

    /// One part of the work.
    package struct Lap: Sendable {
        package var name: String
        package var seconds: Double
    }

    package var places: Places
    /// What came of the matters.
    package var lives: LifeReport
    package var laps: [Lap]
    /// By which rule real messages ended where they are; nil for the demo's own.
    package var rule: String?
}

/// Measures part after part.
struct Stopwatch {
    private(set) var laps: [DemoReport.Lap] = []
    private var began = ContinuousClock.now

    mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        let (seconds, fraction) = (now - began).components
        laps.append(DemoReport.Lap(name: name, seconds: Double(seconds) + Double(fraction) / 1e18))
        began = now
    }
}
