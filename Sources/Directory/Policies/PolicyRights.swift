import Domain

/// Who may settle the rules of a place: its own assigning office, or a system administrator over it.
package enum PolicyRights {
    /// Whether this principal may set a rule at this place.
    package static func may(_ principal: Principal, setAt area: DivisionID, atlas: Atlas) -> Bool {
        switch principal {
        case .system: true
        case .reporter: false
        case .account(let signed): grant(of: signed, for: area, atlas: atlas) != nil
        }
    }

    /// The grant under which the account does it.
    static func grant(of signed: Principal.Signed, for area: DivisionID, atlas: Atlas) -> Grant? {
        signed.grants.first { grant in
            switch grant.role {
            case .assigningOffice: grant.division == area
            case .systemAdmin: atlas.isWithin(area, grant.division)
            case .stationHead, .stationClerk, .deputy, .liaisonOfficer, .distributor, .handler, .petitionOffice,
                .securityAdmin, .auditor:
                false
            }
        }
    }
}
