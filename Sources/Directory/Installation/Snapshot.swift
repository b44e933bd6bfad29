import Domain

/// Places, policies and calendar as one transaction sees them.
package struct Snapshot: Sendable {
    package let atlas: Atlas
    package let book: PolicyBook
    package let calendar: WorkCalendar

    /// What holds at a place on a day, for the deciding functions.
    package func rules(at division: DivisionID, on day: Day) -> Rules {
        Rules(book: book, areas: atlas.lineage(of: division).map(\.id), day: day, calendar: calendar)
    }

    /// What holds for the whole installation: the province's own decisions, else the defaults.
    package func rules(on day: Day) -> Rules {
        Rules(book: book, areas: atlas.root.map { [$0.id] } ?? [], day: day, calendar: calendar)
    }
}
