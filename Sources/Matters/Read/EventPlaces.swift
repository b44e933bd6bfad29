import Directory
import Domain
import Record

/// Names for the identifiers in an event.
struct EventPlaces {
    let atlas: Atlas
    /// Deputies by person.
    let deputies: [PersonID: String]

    func organ(_ event: RecordedEvent, _ key: String) -> String {
        event.facts.integer(key).flatMap { atlas.organ($0)?.name } ?? "有关单位"
    }

    func station(_ event: RecordedEvent, _ key: String) -> String {
        event.facts.integer(key).flatMap { atlas.station($0)?.name } ?? "联络站"
    }

    func deputy(_ event: RecordedEvent, _ key: String) -> String {
        event.facts.integer(key).flatMap { deputies[$0] } ?? "代表"
    }

    func day(_ event: RecordedEvent, _ key: String) -> Day? {
        event.facts.integer(key).map { Day(number: Int32(truncatingIfNeeded: $0)) }
    }

    func date(_ event: RecordedEvent, _ key: String) -> String {
        day(event, key).map { $0.chinese(from: Day(of: event.at)) } ?? "另行确定的日子"
    }

    func channel(_ event: RecordedEvent) -> String {
        event.facts.code("channel").flatMap(Channel.init)?.chinese ?? "其他方式"
    }
}
