import Database
import Directory
import Domain
import Outbox
import Record

/// Sends links after a change, in its transaction: to people who have proved a telephone, one each for one event. The
/// message holds the number, the station, what is asked and the link.
struct LinkMessages {
    let change: MatterChange
    let action: MatterAction
    let now: Instant

    func put(in db: Transaction, ids: inout IDs, installation: Installation) throws {
        guard installation.settings.isTelling, let occasion = LinkOccasion(change, action) else { return }
        let matter = change.matter
        for holder in try LinkHolders(of: matter, on: Day(of: now)).all(occasion.whom, in: db)
        where holder.hasTelephone {
            let key = "matter/\(matter.id)/event/\(matter.version)/link/\(holder.person)"
            try LinkMessage(matter: matter, holder: holder, acts: occasion.acts, asked: occasion.asked, key: key)
                .put(in: db, at: now, ids: &ids, installation: installation)
        }
    }
}

/// Who may act for the supervising deputy's part, and for the handler's.
struct LinkHolders {
    let matter: Matter
    let day: Day

    init(of matter: Matter, on day: Day) {
        self.matter = matter
        self.day = day
    }

    func all(_ whom: LinkOccasion.Whom, in db: Transaction) throws -> [GrantHolders.Holder] {
        switch whom {
        case .supervisor:
            try matter.supervisor.flatMap { try GrantHolders.deputy($0, on: day, in: db) }.map { [$0] } ?? []
        case .handler: try matter.handling.lead.map { try GrantHolders.handlers(of: $0, on: day, in: db) } ?? []
        }
    }
}

/// One message with a link of its own.
struct LinkMessage {
    let matter: Matter
    let holder: GrantHolders.Holder
    let acts: [LinkAct]
    let asked: String
    /// Who sent it by hand.
    var by: AccountID?
    let key: String

    func put(in db: Transaction, at now: Instant, ids: inout IDs, installation: Installation) throws {
        let address = try OneTimeLinks.make(
            for: holder.person, grant: holder.grant, matter: matter.id, acts: acts, by: by, at: now, in: db, ids: &ids,
            installation: installation)
        let station = try installation.snapshot(in: db).atlas.station(matter.station)?.name ?? ""
        try Outbox.put(
            [
                MessageDraft(
                    .oneTimeLink, to: .person(holder.person), area: matter.area, matter: matter.id,
                    values: ["station": station, "asked": asked, "link": address], key: key)
            ], in: db, at: now, ids: &ids, keys: installation.keys)
    }
}
