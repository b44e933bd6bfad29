import Database
import Directory
import Domain
import Files
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
        let area = try place(of: draft, snapshot)
        let number = try NumberTable.next(for: area, on: Day(of: now), atlas: snapshot.atlas, in: db)
        guard let code = QueryCode(ids.digits(8)) else { throw DatabaseError.corrupt("query code") }
        let change = try begin(
            db, draft, numbered: number, .drawn(code), by: principal, at: now, ids: &ids, snapshot, in: installation)
        return Receipt(id: change.matter.id, number: number, code: code, change: change)
    }

    /// Under a number that is there already, with what else the record is to say of it.
    static func begin(
        _ db: Transaction, _ draft: OpinionDraft, numbered number: MatterNumber, _ code: ReporterCode,
        facts: [MatterChange.Fact] = [], by principal: Principal?, at now: Instant, ids: inout IDs,
        _ snapshot: Snapshot, in installation: Installation
    ) throws -> MatterChange {
        let area = try place(of: draft, snapshot)
        let places = MatterPlaces(atlas: snapshot.atlas, now: now)
        let own = draft.station ?? snapshot.atlas.stationFor(area.id, at: now)?.id
        let lowest = draft.lowestLevel(about: own.flatMap(snapshot.atlas.station), in: area)
        let around = places.around(area: area.id, station: own, lowestLevel: lowest)
        let rules = snapshot.rules(at: area.id, on: Day(of: now))
        var change = try Matter.register(
            Registration(
                id: ids.next(), number: number, area: area.id, lowestLevel: lowest,
                hasTelephone: draft.reporter.phone != nil, relapseOf: draft.relapseOf, channel: draft.channel),
            in: around, under: rules, at: now)
        change.facts += facts
        let row = NewMatter(draft: draft, change: change, code: code, author: author(of: principal, draft))
        try row.insert(in: db, rules: rules, atlas: snapshot.atlas, keys: installation.keys, ids: &ids)
        try attach(
            draft.files, to: change.matter.id, by: principal, at: now, in: db, ids: &ids, keys: installation.keys)
        if let way = draft.reporter.toldBy {
            try ReporterChannelTable.put(
                ReporterChannel(way), for: change.matter.id, at: now, in: db, keys: installation.keys)
        }
        try MatterTelling(
            change, of: nil, under: rules, atlas: snapshot.atlas, at: now, settings: installation.settings
        ).put(in: db, ids: &ids, installation: installation)
        try change.putBeforePlatforms(in: db, atlas: snapshot.atlas, at: now)
        return change
    }

    private static func place(of draft: OpinionDraft, _ snapshot: Snapshot) throws(FormErrors) -> Division {
        guard let area = snapshot.atlas.division(draft.area) else {
            throw FormErrors("division", "找不到这个地方，请重新选择。")
        }
        return area
    }

    private static func attach(
        _ files: [FileDraft], to id: MatterID, by principal: Principal?, at now: Instant, in db: Transaction,
        ids: inout IDs, keys: KeyRing
    ) throws {
        for (place, file) in files.enumerated() {
            let description =
                switch file.kind {
                case .photo: "反映人的照片，第 \(place + 1) 张"
                case .voice: "反映人的录音"
                case .document: "反映人的文件"
                }
            try FileTable.attach(
                file, to: .matterWords(id), description: description, by: principal?.signed?.account, at: now, in: db,
                ids: &ids, keys: keys)
        }
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
