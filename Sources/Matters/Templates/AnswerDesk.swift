import Directory
import Domain

/// Who keeps the templates of an area: its office and the heads of its stations.
struct AnswerDesk {
    /// Areas whose templates she may change, widest first.
    let own: [Division]
    /// Areas above them, whose templates hold for her too.
    let above: [Division]

    /// Not found for whoever answers for no area.
    init(of signed: Principal.Signed, atlas: Atlas) throws(NotFound) {
        let areas = Set(signed.grants.filter { AnswerDesk.keeps($0.role) }.map(\.division))
        guard !areas.isEmpty else { throw NotFound() }
        own = areas.compactMap(atlas.division).sorted { $0.level > $1.level }
        var seen = areas
        above = areas.flatMap { atlas.ancestors(of: $0) }.filter { seen.insert($0.id).inserted }
            .sorted { $0.level < $1.level }
    }

    func mayChange(_ template: AnswerTemplate) -> Bool { own.contains { $0.id == template.area } }

    func mayRead(_ template: AnswerTemplate) -> Bool {
        mayChange(template) || above.contains { $0.id == template.area }
    }

    private static func keeps(_ role: Role) -> Bool {
        switch role {
        case .assigningOffice, .stationHead, .distributor: true
        case .stationClerk, .deputy, .liaisonOfficer, .handler, .petitionOffice, .systemAdmin, .securityAdmin, .auditor:
            false
        }
    }
}
