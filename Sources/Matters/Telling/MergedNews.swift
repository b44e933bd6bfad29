import Database
import Directory
import Domain
import Record

/// What the reporter of a matter is told goes to those whose matters were merged into it (并案), too, in the same write:
/// each by her own way, with her own number and station, and nothing of the others.
struct MergedNews {
    let lead: Matter
    let tellings: [Telling]

    init(of lead: Matter, _ tellings: [Telling]) {
        self.lead = lead
        self.tellings = tellings.filter { $0.to == .reporter }
    }

    /// To all of them. Costs nothing where nothing was told.
    func put(in db: Transaction, at now: Instant, ids: inout IDs, installation: Installation) throws {
        guard !tellings.isEmpty, installation.settings.isTelling else { return }
        for id in try MatterTable.merged(into: lead.id, in: db) {
            guard let member = try MatterTable.matter(id, in: db)?.matter else { continue }
            try MatterTelling(
                member, tellings.compactMap { $0.passedOn(to: member) }, ofLead: lead,
                atlas: installation.snapshot(in: db).atlas, at: now, settings: installation.settings
            ).put(in: db, ids: &ids, installation: installation)
        }
    }
}
