import Database
import TestSupport

/// The steps by which the engine would find the rows of a statement, and which of them read through a whole table.
struct StatementPlan {
    /// Tables that stay small or are bounded by the map of a province; and queues, which are read from their start and
    /// emptied with it. Everything else grows.
    private static let bounded: Set<String> = [
        "directory_version", "job", "calendar_year", "id_block", "rules_mark", "search_pending", "counter_delta",
        "public_search_pending", "village",
    ]

    private let statement: String
    private let steps: [Substring]

    init(_ statement: SQL, steps: String) {
        self.statement = statement.text
        self.steps = steps.split(separator: "\n")
    }

    /// The steps that read all of a table that grows, index or not: with LIMIT they may stop early, but nothing says so.
    var growingScans: [String] {
        switch TestDatabase.kind {
        case .sqlite: sqliteScans
        case .postgres: postgresScans
        }
    }

    /// A step is a line with what it does to which table; what it looks for stands in the lines below it.
    private var postgresScans: [String] {
        var scans: [String] = []
        for (index, step) in steps.enumerated() {
            guard let table = step.firstMatch(of: /(Seq|Bitmap Index|Index( Only)?) Scan (using \w+ )?on (\w+)/)?.4
            else { continue }
            let below = steps[(index + 1)...].prefix { !$0.contains("->") }
            let isAsked = below.contains { $0.contains("Index Cond:") }
            if !isAsked, !Self.bounded.contains(String(table)) {
                scans.append(step.trimmingPrefix(/[ >-]+/).description)
            }
        }
        return scans
    }

    private var sqliteScans: [String] {
        steps.filter { step in
            guard step.hasPrefix("SCAN ") else { return false }
            if let search = step.range(of: " VIRTUAL TABLE INDEX ") { return !isAsked(step[search.upperBound...]) }
            let name = String(step.split(separator: " ")[1])
            return !isInner(name) && !Self.bounded.contains(tables[name] ?? name)
        }.map(String.init)
    }

    /// `0:M1`: a full-text question; `0:=`: one row by its id. `0:` alone reads everything.
    private func isAsked(_ index: Substring) -> Bool {
        index.contains("M") || index.contains("=")
    }

    /// A constant row, a list of values, or the result of a part whose own steps stand in the plan too.
    private func isInner(_ name: String) -> Bool {
        name == "CONSTANT" || Int(name) != nil || name.hasPrefix("(") || name.contains("-ROW")
            || (tables[name] == nil && isNamedPart(name))
    }

    /// `(SELECT …) name` or `name AS (SELECT …)`.
    private func isNamedPart(_ name: String) -> Bool {
        [") \(name)", ") AS \(name)", "\(name) AS (", "\(name)("].contains { statement.contains($0) }
    }

    /// The plan calls tables by the short name they have in the statement.
    private var tables: [String: String] {
        var tables: [String: String] = [:]
        for match in statement.matches(of: /(?:FROM|JOIN)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z_]+))?/) {
            tables[String(match.2 ?? match.1)] = String(match.1)
        }
        return tables
    }
}
