/// How long the server lets one of our statements wait and run; 0 is without end.
struct PostgresLimits {
    /// For a lock, in seconds.
    let patience: Double
    let statementSeconds: Int

    var settings: [String] {
        [
            "SET lock_timeout = \(Int(patience * 1000))",
            "SET statement_timeout = \(statementSeconds * 1000)",
        ]
    }
}
