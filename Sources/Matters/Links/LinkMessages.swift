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
            try LinkMessage(
                matter: matter, holder: holder, acts: occasion.acts, asked: occasion.asked,
                isByTime: action.act.rule.relations == [.system], key: key
            ).put(in: db, at: now, ids: &ids, installation: installation)
        }
    }
}

extension LinkMessages {
    /// On the last day of a clock to whoever must end what it limits: one for each matter and day.
    static func put(
        onLastDayOf clocks: [Clock], of matter: Matter, at now: Instant, in db: Transaction, ids: inout IDs,
        installation: Installation
    ) throws {
        let found = clocks.lazy.compactMap { LinkOccasion(onLastDayOf: $0, of: matter) }.first
        guard installation.settings.isTelling, let occasion = found else { return }
        let today = Day(of: now)
        for holder in try LinkHolders(of: matter, on: today).all(occasion.whom, in: db) where holder.hasTelephone {
            try LinkMessage(
                matter: matter, holder: holder, acts: occasion.acts, asked: occasion.asked, isByTime: true,
                key: "matter/\(matter.id)/day/\(today.number)/link/\(holder.person)"
            ).put(in: db, at: now, ids: &ids, installation: installation)
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
    /// Time sent it: nobody is woken for that.
    var isByTime = false
    let key: String

    func put(in db: Transaction, at now: Instant, ids: inout IDs, installation: Installation) throws {
        let address = try OneTimeLinks.make(
            for: holder.person, grant: holder.grant, matter: matter.id, acts: acts, by: by, at: now, in: db, ids: &ids,
            installation: installation)
        let snapshot = try installation.snapshot(in: db)
        let station = snapshot.atlas.station(matter.station)?.name ?? ""
        let awake = QuietHours(snapshot.rules(at: matter.area, on: Day(of: now))).leave(at: now)
        try Outbox.put(
            [
                MessageDraft(
                    .oneTimeLink, to: .person(holder.person), area: matter.area, matter: matter.id,
                    values: ["station": station, "asked": asked, "link": address], key: key,
                    notBefore: isByTime ? awake : nil)
            ], in: db, at: now, ids: &ids, keys: installation.keys)
    }
}
