/// A table of figures in Markdown.
struct BenchTable {
    let title: String
    let columns: [String]
    private(set) var rows: [[String]] = []
    /// What one must know to read it.
    var note = ""

    init(_ title: String, _ columns: [String]) {
        self.title = title
        self.columns = columns
    }

    mutating func add(_ cells: String...) { rows.append(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    var markdown: String {
        let lines = [columns, columns.map { _ in "---" }] + rows
        let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        return "## \(title)\n\n\(table)\n" + (note.isEmpty ? "" : "\n\(note)\n")
    }
}

/// What a figure has to be.
enum Hold {
    case atMost(Double)
    case atLeast(Double)

    var text: String {
        switch self {
        case .atMost(let limit): "≤ " + limit.short
        case .atLeast(let limit): "≥ " + limit.short
        }
    }

    func verdict(_ value: Double) -> String {
        let isHeld: Bool =
            switch self {
            case .atMost(let limit): value <= limit
            case .atLeast(let limit): value >= limit
            }
        return isHeld ? "held" : "**missed**"
    }

    /// What was measured, what it has to be, and whether it is.
    func cells(_ value: Double) -> [String] { [value.short, text, verdict(value)] }
}

extension Double {
    /// Three figures that count: 0.0912, 1.35, 27.4, 181.
    var short: String {
        let places = self >= 100 ? 0 : self >= 10 ? 1 : self >= 1 ? 2 : 3
        let scale = [1.0, 10, 100, 1000][places]
        let rounded = (self * scale).rounded() / scale
        return places == 0 || rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
