/// How much of a matter a person may see.
package enum MatterView: Sendable {
    /// Not that it exists.
    case none
    /// Of a petition: number, days and where it went, nothing that was said (row 50).
    case slip
    case full
}

extension Matter {
    /// A petition is seen by its reporter and the petition department; the station's own people keep the slip.
    package func view(for relations: Set<Relation>) -> MatterView {
        let knowing = relations.subtracting([.visitor])
        if knowing.isEmpty { return .none }
        guard state == .referred || closure == .petitionAnswered else { return .full }
        if !knowing.isDisjoint(with: [.reporter, .petitionOffice, .system]) { return .full }
        return knowing.isDisjoint(with: [.clerk, .head]) ? .none : .slip
    }

    /// Whether name and telephone are shown: to the station's people who must go back to ask, never to a handler
    /// unless the reporter agreed or a visit needed it, which is logged (blind handler).
    /// A child is known to the station's head and clerk alone (个人信息保护法 31).
    package func showsReporter(to relations: Set<Relation>, mayBeNamed: Bool, isMinor: Bool = false) -> Bool {
        switch view(for: relations) {
        case .none, .slip: return false
        case .full: break
        }
        if isMinor { return !relations.isDisjoint(with: [.reporter, .clerk, .head, .petitionOffice]) }
        if !relations.isDisjoint(with: [.reporter, .clerk, .head, .supervisor, .liaisonOfficer, .petitionOffice]) {
            return true
        }
        return mayBeNamed && relations.contains(.leadHandler)
    }
}
