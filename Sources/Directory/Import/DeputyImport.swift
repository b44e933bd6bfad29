import Database
import Domain
import Record
import Secrets

/// Deputies: a mandate is found again by the number of its card, a person by name and telephone.
struct DeputyImport {
    private struct Seat: Hashable {
        var person: PersonID
        var level: CongressLevel
    }

    private let atlas: Atlas
    private let keys: KeyRing
    private var people: KnownPeople
    private let mandates: [String: Mandate]
    private let organs: [String: [Organ]]
    private var seats: [Seat: String] = [:]
    private var plan = ImportPlan()
    private var added: [Mandate] = []
    private var changed: [Mandate] = []
    private var lines: [String: Int] = [:]

    static func plan(
        _ sheet: ImportSheet<DeputyColumn>, _ ground: ImportGround, in db: Transaction, ids: inout IDs
    ) throws -> ImportPlan {
        var work = try DeputyImport(ground, in: db)
        work.plan.rows = sheet.rows.count
        work.plan.faults = sheet.faults
        for row in sheet.rows { work.read(row, ids: &ids) }
        let (added, changed) = (work.added, work.changed)
        work.plan.write = { db, _ in
            // Seats that end free their level before others take it.
            for mandate in changed.sorted(by: { $0.status == .terminated && $1.status != .terminated }) {
                try MandateTable.update(mandate, in: db)
            }
            try MandateTable.insert(added, in: db)
            return []
        }
        return work.plan
    }

    private init(_ ground: ImportGround, in db: Transaction) throws {
        atlas = ground.atlas
        keys = ground.keys
        people = try KnownPeople(in: db)
        let all = try db.rows(MandateTable.selection + " WHERE card IS NOT NULL").map(MandateTable.mandate)
        mandates = Dictionary(uniqueKeysWithValues: all.map { ($0.card ?? "", $0) })
        for mandate in all where mandate.status != .terminated {
            seats[Seat(person: mandate.person, level: mandate.level)] = mandate.card
        }
        organs = Dictionary(grouping: atlas.places.organs.values, by: \.name)
    }

    private mutating func read(_ row: ImportRow<DeputyColumn>, ids: inout IDs) {
        var reader = RowReader(row)
        guard let typed = DeputyRow(&reader, atlas: atlas, organs: organs) else {
            plan.faults += reader.faults
            return
        }
        if let first = lines.updateValue(row.line, forKey: typed.card) {
            reader.fault(.card, "与第 \(first) 行的代表证号相同")
        }
        let known = mandates[typed.card]
        let trace = PersonTrace(name: Sensitive(typed.name), phone: typed.phone, keys: keys)
        let same = known?.person ?? people.find(trace)
        if let same { take(Seat(person: same, level: typed.level), typed, &reader) }
        guard reader.faults.isEmpty else {
            plan.faults += reader.faults
            return
        }
        let person = same ?? ids.next()
        let isSamePerson = settle(person, isNew: same == nil, typed, trace)
        let mandate = typed.mandate(id: known?.id ?? ids.next(), person: person)
        if same == nil, typed.status != .terminated {
            seats[Seat(person: person, level: typed.level)] = typed.card
        }
        if known == nil { added.append(mandate) } else if known != mandate { changed.append(mandate) }
        plan.count(known == nil ? .added : known == mandate && isSamePerson ? .unchanged : .changed)
    }

    /// A second seat at one level needs the first to end, in the directory or in an earlier row.
    private mutating func take(_ seat: Seat, _ typed: DeputyRow, _ reader: inout RowReader<DeputyColumn>) {
        let holder = seats[seat]
        if typed.status == .terminated {
            if holder == typed.card { seats[seat] = nil }
        } else if let holder, holder != typed.card {
            reader.fault(.level, "同一人已有同一层级的代表资格（代表证号 \(holder)），应先终止")
        } else {
            seats[seat] = typed.card
        }
    }

    /// Whether the person's row stays as it is.
    private mutating func settle(_ id: PersonID, isNew: Bool, _ typed: DeputyRow, _ trace: PersonTrace) -> Bool {
        if !isNew, people.isUnchanged(id, trace, leads: typed.leads) { return true }
        var draft = PersonDraft(id: id, name: Sensitive(typed.name), phone: typed.phone, leads: typed.leads)
        draft.trace = trace
        if isNew { plan.newPeople.append(draft) } else { plan.changedPeople.append(draft) }
        people.add(id, trace, leads: typed.leads)
        return false
    }
}

/// One row of the file, read and checked by itself.
private struct DeputyRow {
    let card: String
    let name: String
    let level: CongressLevel
    let area: DivisionID
    let station: StationID?
    let term: String
    let from: Day
    let to: Day?
    let status: MandateStatus
    let phone: Sensitive<String>?
    let leads: OrganID?

    init?(_ reader: inout RowReader<DeputyColumn>, atlas: Atlas, organs: [String: [Organ]]) {
        card = reader.code(.card)
        name = reader.text(.name, limit: 40)
        term = reader.text(.term, limit: 20)
        phone = reader.mobile(.phone)
        to = reader.day(.to)
        station = DeputyRow.station(&reader, atlas)
        leads = DeputyRow.organ(&reader, organs)
        let level = reader.choice(.level, of: CongressLevel.allCases, by: \.chinese)
        let area = reader.area(.area, in: atlas)
        let from = reader.day(.from)
        let status = reader.choice(.status, of: MandateStatus.allCases, empty: .active, by: \.chinese)
        if let level, let area, !level.sits(in: area) {
            reader.fault(.area, "“\(area.fullName)”（\(area.kind.chinese)）不能产生\(level.chinese)")
        }
        if let from, let to, to < from { reader.fault(.to, "任期结束不能早于任期开始") }
        guard reader.faults.isEmpty, let level, let area, let from, let status else { return nil }
        self.level = level
        self.area = area.id
        self.from = from
        self.status = status
    }

    func mandate(id: MandateID, person: PersonID) -> Mandate {
        Mandate(
            id: id, person: person, level: level, division: area, homeStation: station, namePublic: name, card: card,
            term: term, from: from, to: to, status: status)
    }

    private static func station(_ reader: inout RowReader<DeputyColumn>, _ atlas: Atlas) -> StationID? {
        let code = reader.code(.station)
        guard !code.isEmpty else { return nil }
        let found = atlas.station(code: code)
        if found == nil { reader.fault(.station, "没有编码为“\(code)”的联络站") }
        return found?.id
    }

    private static func organ(_ reader: inout RowReader<DeputyColumn>, _ organs: [String: [Organ]]) -> OrganID? {
        let name = reader.row[.leads]
        guard !name.isEmpty else { return nil }
        let found = organs[name] ?? []
        if found.count != 1 {
            reader.fault(.leads, found.isEmpty ? "没有名为“\(name)”的机构" : "有多个名为“\(name)”的机构，请写全称")
        }
        return found.first?.id
    }
}

extension CongressLevel {
    /// Whether an area has this congress or elects its deputies; a street has and elects none (地方组织法 59).
    func sits(in area: Division) -> Bool {
        guard area.kind.hasCongress else { return false }
        return switch self {
        case .township: area.level == .township
        case .county: area.level <= .county
        case .municipal: area.level == .city || area.level == .county
        case .provincial: area.level == .province || area.level == .city
        case .national: area.level == .province
        }
    }
}
