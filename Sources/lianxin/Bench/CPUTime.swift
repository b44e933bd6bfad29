/// Processor seconds: of the process that answers, and of the database where it has processes of its own.
struct CPUTime: Sendable {
    var serving = 0.0
    var database = 0.0

    var total: Double { serving + database }

    static func - (later: CPUTime, earlier: CPUTime) -> CPUTime {
        CPUTime(serving: later.serving - earlier.serving, database: later.database - earlier.database)
    }

    /// For a thousand, where so many answers took it.
    func perThousand(of answers: Int) -> CPUTime {
        let share = 1000 / Double(answers)
        return CPUTime(serving: serving * share, database: database * share)
    }
}
