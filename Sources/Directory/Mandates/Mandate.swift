import Domain

/// One seat of one person in one congress (代表资格). A person may hold several, at different levels.
package struct Mandate: Hashable, Sendable {
    package var id: MandateID
    package var person: PersonID
    package var level: CongressLevel
    /// The area whose congress it is, or whose voters elected the deputy.
    package var division: DivisionID
    package var homeStation: StationID?
    /// Deputies stand in public with their name (代表法 58); nothing else of the person is copied here.
    package var namePublic: String
    /// Number of the deputy's card (代表证号), by which a file finds the mandate again.
    package var card: String?
    package var term: String
    package var from: Day
    package var to: Day?
    package var status: MandateStatus

    package init(
        id: MandateID, person: PersonID, level: CongressLevel, division: DivisionID, homeStation: StationID?,
        namePublic: String, card: String?, term: String, from: Day, to: Day? = nil, status: MandateStatus = .active
    ) {
        self.id = id
        self.person = person
        self.level = level
        self.division = division
        self.homeStation = homeStation
        self.namePublic = namePublic
        self.card = card
        self.term = term
        self.from = from
        self.to = to
        self.status = status
    }
}
