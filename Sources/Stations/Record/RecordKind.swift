import Domain

/// Which occasion a record is of: a reception that was planned, one out of a paper book, or a visit away from the
/// station.
enum RecordKind: Hashable, Sendable {
    case planned(Int64)
    case paper
    case visit

    var title: String {
        switch self {
        case .planned: "接待记录"
        case .paper: "补录纸质接待簿"
        case .visit: "走访记录"
        }
    }

    /// How the visitors were heard.
    var channel: Channel {
        switch self {
        case .planned, .paper: .onsite
        case .visit: .visit
        }
    }

    /// Where the form is sent.
    func address(_ desk: DeskAddress) -> String {
        switch self {
        case .planned(let id): desk.record(of: id).text
        case .paper: desk.records.text
        case .visit: desk.visits.text
        }
    }
}
