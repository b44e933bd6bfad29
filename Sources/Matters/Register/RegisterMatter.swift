import Database
import Directory
import Domain
import Record
import Secrets

/// Takes an opinion in (登记): number, query code, first holder and first clock, in one transaction.
package enum RegisterMatter {
    /// What the reporter takes home. The code is shown this once.
    package struct Receipt: Sendable {
        package let id: MatterID
        package let number: MatterNumber
        package let code: QueryCode
        package let change: MatterChange
    }

    package static func run(
        _ db: Transaction, _ draft: OpinionDraft, by principal: Principal?, at now: Instant, ids: inout IDs,
        in installation: Installation
    ) throws -> Receipt {
        let snapshot = try installation.snapshot(in: db)
        guard let area = snapshot.atlas.division(draft.area) else {
            throw FormErrors("division", "找不到这个地方，请重新选择。")
        }
        let places = MatterPlaces(atlas: snapshot.atlas, now: now)
        let own = draft.station ?? snapshot.atlas.stationFor(area.id, at: now)?.id
        let lowest = draft.lowestLevel(about: own.flatMap(snapshot.atlas.station), in: area)
        let around = places.around(area: area.id, station: own, lowestLevel: lowest)
        let number = try NumberTable.next(for: area, on: Day(of: now), atlas: snapshot.atlas, in: db)
        let id = ids.next()
        let rules = snapshot.rules(at: area.id, on: Day(of: now))
        let change = try Matter.register(
            Registration(
                id: id, number: number, area: area.id, lowestLevel: lowest,
                hasTelephone: draft.reporter.phone != nil, relapseOf: draft.relapseOf, channel: draft.channel),
            in: around, under: rules, at: now)
        guard let code = QueryCode(ids.digits(8)) else { throw DatabaseError.corrupt("query code") }
        let row = NewMatter(draft: draft, change: change, code: code, author: author(of: principal, draft))
        try row.insert(in: db, rules: rules, atlas: snapshot.atlas, keys: installation.keys, ids: &ids)
        try MatterTelling(
            change, of: nil, under: rules, atlas: snapshot.atlas, at: now, settings: installation.settings
        ).put(in: db, ids: &ids, installation: installation)
        try change.putBeforePlatforms(in: db, atlas: snapshot.atlas, at: now)
        return Receipt(id: id, number: number, code: code, change: change)
    }

    static func author(of principal: Principal?, _ draft: OpinionDraft) -> Author {
        guard let signed = principal?.signed else { return .reporter }
        let grant = signed.grants.first { [.stationClerk, .stationHead, .deputy, .liaisonOfficer].contains($0.role) }
        return Author(signed, grant, onBehalf: draft.onBehalf?.speaker)
    }
}

extension OpinionDraft {
    /// Nobody below it is to see what was said.
    func lowestLevel(about station: Station?, in area: Division) -> Level {
        max(lowestLevel, isBypassed ? .above(station?.level, area.level) : .township)
    }
}
