import Domain

/// One matter as somebody tells it, with what may become of it. `{…}` are slots.
struct MatterText: Sendable {
    enum Route: String, Sendable {
        case accept, spot, refer, redirect, reject
    }

    let category: Category
    let level: Level
    let route: Route
    let commonality: Triage.Commonality
    let title: String
    let body: String
    let reply: String
    let outcome: Outcome?
    /// 做过：…；原因：…；依据：…
    let cannotReason: String
    let spotAnswer: String
    let redirectTo: String
    /// The same trouble in other words has the same name; empty for what stands alone.
    let twin: String

    init?(_ cells: [String]) {
        guard cells.count == 13, let category = Category(rawValue: cells[1]), let level = Level(code: cells[2]),
            let route = Route(rawValue: cells[4])
        else { return nil }
        self.category = category
        self.level = level
        self.route = route
        // What is taken in to be assigned is looked at as something that others have, too (row 47).
        commonality = route == .accept || cells[3] == "common" ? .common : .personal
        title = cells[5]
        body = cells[6]
        reply = cells[7]
        outcome = Outcome(text: cells[8])
        cannotReason = cells[9]
        spotAnswer = cells[10]
        redirectTo = cells[11]
        twin = cells[12]
    }
}

extension Level {
    fileprivate init?(code: String) {
        switch code {
        case "township": self = .township
        case "county": self = .county
        case "city": self = .city
        case "province": self = .province
        case _: return nil
        }
    }
}

extension Outcome {
    fileprivate init?(text: String) {
        switch text {
        case "solved": self = .solved
        case "in_progress": self = .inProgress
        case "planned": self = .planned
        case "cannot": self = .cannot
        case "reference": self = .reference
        case _: return nil
        }
    }
}
