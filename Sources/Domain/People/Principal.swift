/// Where a grant holds.
package enum GrantPlace: Hashable, Sendable {
    case organ(OrganID)
    case station(StationID)
    case area(DivisionID)
}

/// One role of one account at one place, in force on the day it was read.
package struct Grant: Hashable, Sendable {
    package var id: GrantID
    package var role: Role
    package var place: GrantPlace
    /// The division in which the place lies; the subtree a staff list shows.
    package var division: DivisionID

    package init(id: GrantID, role: Role, place: GrantPlace, division: DivisionID) {
        self.id = id
        self.role = role
        self.place = place
        self.division = division
    }
}

/// Who acts: an account under its grants, a reporter in one matter, or the system.
package enum Principal: Hashable, Sendable {
    case account(Signed)
    case reporter(matter: MatterID)
    case system

    /// A signed-in account with everything the rules may ask about it.
    package struct Signed: Hashable, Sendable {
        package var account: AccountID
        package var person: PersonID
        package var name: String
        package var grants: [Grant]

        package init(account: AccountID, person: PersonID, name: String, grants: [Grant]) {
            self.account = account
            self.person = person
            self.name = name
            self.grants = grants
        }
    }

    package var signed: Signed? {
        switch self {
        case .account(let signed): signed
        case .reporter, .system: nil
        }
    }
}
