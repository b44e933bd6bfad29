/// How long the server lets one of our statements wait and run; 0 is without end.
struct PostgresLimits {
    /// For a lock, in seconds.
    let patience: Double
    let statementSeconds: Int

    var settings: [String] {
        [
            // A patience below a millisecond is not one without end.
            "SET lock_timeout = \(patience > 0 ? max(1, Int(patience * 1000)) : 0)",
            "SET statement_timeout = \(statementSeconds * 1000)",
        ]
    }
}
