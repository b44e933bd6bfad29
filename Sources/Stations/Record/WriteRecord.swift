import Database
import Directory
import Domain
import Outbox
import Record

/// 写接待记录: one form writes down who received, who came, what was said and answered. Every visitor's words become a
/// matter with its number and code; every deputy who was there gets a duty event. All of it or nothing.
struct WriteRecord {
    /// For the slip of one visitor.
    struct Slip: Codable, Sendable {
        var place: Int
        var number: String
        var code: String
        var station: StationID
        var dueOn: Int32?
        var isAnswered: Bool
    }

    /// Written up later than this it is no fresh memory any more: 补录, and the head verifies the duty.
    private static let freshDays: Int32 = 7

    let write: StationWrite
    let kind: RecordKind
    let draft: RecordDraft
    let register: RegisterVoice

    private var db: Transaction { write.db }
    private var station: Station { write.duty.station }
    private var today: Day { Day(of: write.now) }

    func run(ids: inout IDs) throws -> [Slip] {
        try write.check(deputies: draft.deputies)
        let departments = try draft.joint.names(near: station, atlas: write.atlas)
        let reception = try occasion(departments, ids: &ids)
        let isLate = kind == .paper || today.number - reception.day.number > Self.freshDays
        let village = try visited(reception, ids: &ids)
        let record = ReceptionRecord(
            reception: reception.id, households: draft.households, departments: departments,
            visitors: draft.visitors.count { !$0.isBypassed }, isLate: isLate, writtenOn: today,
            writerName: write.duty.signed.name)
        guard
            try RecordTable.insert(
                record, village: village, by: write.duty.signed.account, at: write.now, in: db)
        else { throw Refusal(.conflict, code: "reception-recorded", "这次接待已经写过记录了") }
        try RecordTable.present(draft.joint.organs, at: reception.id, in: db)
        let seats = try seats()
        try duty(reception, seats, isLate: isLate, ids: &ids)
        var slips: [Slip] = []
        for visitor in draft.visitors {
            slips.append(try take(visitor, reception, seats, departments, isLate: isLate, ids: &ids))
        }
        try log(reception, record, ids: &ids)
        return slips
    }

    /// The planned reception, or one that is entered together with its record.
    private func occasion(_ departments: String, ids: inout IDs) throws -> Reception {
        if case .planned(let id) = kind {
            guard let found = try ReceptionTable.find(id, of: station.id, in: db) else { throw NotFound() }
            guard !found.isCancelled else {
                throw Refusal(.conflict, code: "reception-cancelled", "这次接待已经取消，请用“补录”另写一次")
            }
            guard found.day <= today else {
                throw Refusal(.conflict, code: "reception-ahead", "接待日还没到，记录在当天或以后写")
            }
            return found
        }
        let reception = Reception(
            id: ids.next(), station: station.id, day: draft.day ?? today,
            hours: draft.hours ?? ReceptionHours(from: 0, to: 1), place: draft.placeName,
            writtenBy: write.duty.signed.account, writtenAt: write.now, kind: kind == .visit ? .visit : .reception,
            isEdited: true, departments: departments)
        try ReceptionTable.insert([(reception, deputies: draft.deputies)], in: db)
        return reception
    }

    private func visited(_ reception: Reception, ids: inout IDs) throws -> Int64? {
        guard kind == .visit else { return nil }
        let village = try VillageTable.found(draft.placeName, of: station.id, id: ids.next(), in: db)
        try VillageTable.visited(village, on: reception.day, in: db)
        return village
    }

    /// Who sits on the seats that were ticked.
    private func seats() throws -> [MandateID: (person: PersonID, name: String)] {
        var seats: [MandateID: (person: PersonID, name: String)] = [:]
        for row in try db.rows("SELECT id, person, name_public FROM mandate WHERE id IN \(list: draft.deputies)") {
            seats[try row[0]] = (person: try row[1], name: try row[2])
        }
        return seats
    }

    /// Whoever writes it down has seen the deputy there and says so with her name (签到由联络员登记, not by place). What
    /// is out of a book or happened away from the station waits for the head, and so does one's own.
    private func duty(
        _ reception: Reception, _ seats: [MandateID: (person: PersonID, name: String)], isLate: Bool, ids: inout IDs
    ) throws {
        let signed = write.duty.signed
        let review = Review(account: signed.account, name: signed.name, at: write.now)
        for mandate in draft.deputies {
            guard let seat = seats[mandate] else { continue }
            let isSeen = !isLate && kind != .visit && seat.person != signed.person
            try DutyTable.insert(
                DutyTable.Draft(
                    id: ids.next(), person: seat.person, mandate: mandate, station: station.id,
                    kind: kind == .visit ? .visit : .reception, day: reception.day,
                    source: kind == .visit ? .visit : .reception, sourceID: reception.id),
                by: signed.account, verifier: isSeen ? review : nil, at: write.now, in: db)
        }
    }

    private func take(
        _ visitor: RecordDraft.Visitor, _ reception: Reception,
        _ seats: [MandateID: (person: PersonID, name: String)], _ departments: String, isLate: Bool, ids: inout IDs
    ) throws -> Slip {
        let who = try answerer(visitor, seats, departments)
        let voice = Voice(
            area: station.division, station: station.id, channel: kind.channel, words: visitor.words,
            name: visitor.name, phone: visitor.phone, address: address(of: visitor), toldBy: visitor.home.toldBy,
            guardian: visitor.home.guardian, isBypassed: visitor.isBypassed, commonality: visitor.commonality,
            category: visitor.category,
            answer: visitor.answer.map { Voice.Answer(who: who, words: $0.words) }, isContent: visitor.isContent)
        let registered = try register(db, voice, write.duty.signed, write.now, &ids)
        // Nobody here is to find again who spoke about the station itself.
        if !visitor.isBypassed {
            let village = try village(of: visitor)
            if let village { try VillageTable.heard(village, on: reception.day, in: db) }
            var department = ""
            switch visitor.answer?.answerer {
            case .organ, .department: department = who
            case .deputy, nil: break
            }
            try RecordTable.insertVisitor(
                visitor, matter: registered.matter, village: village, department: department, of: reception.id, in: db)
            try spotDuty(visitor, registered.matter, reception, seats, isLate: isLate, ids: &ids)
        }
        return Slip(
            place: visitor.place, number: registered.number, code: registered.code, station: registered.station,
            dueOn: registered.dueOn?.number, isAnswered: visitor.isContent)
    }

    /// House and street where they were said, behind the village if that was said too; else no nearer than the village.
    private func address(of visitor: RecordDraft.Visitor) -> Sensitive<String>? {
        guard let home = visitor.home.address else { return visitor.village ?? villageVisited }
        guard let village = visitor.village?.opened, !home.opened.contains(village) else { return home }
        return Sensitive(village + home.opened)
    }

    private var villageVisited: Sensitive<String>? { kind == .visit ? Sensitive(draft.placeName) : nil }

    /// In words, as it stands in the matter's record. Only who was there can have answered.
    private func answerer(
        _ visitor: RecordDraft.Visitor, _ seats: [MandateID: (person: PersonID, name: String)], _ departments: String
    ) throws -> String {
        let field = VisitorForm(place: visitor.place).field("answerer")
        switch visitor.answer?.answerer {
        case nil: return ""
        case .deputy(let mandate):
            guard let seat = seats[mandate] else {
                throw FormErrors(field, "第 \(visitor.place) 位：当场说的这位代表没有勾选到场，请核对")
            }
            return "代表" + seat.name
        case .organ(let organ):
            guard draft.joint.organs.contains(organ), let name = write.atlas.organ(organ)?.name else {
                throw FormErrors(field, "第 \(visitor.place) 位：当场说的这个部门没有勾选到场，请核对")
            }
            return name
        case .department:
            guard !departments.isEmpty else {
                throw FormErrors(field, "第 \(visitor.place) 位：没有部门到场，请先在上面勾选或写上到场的部门")
            }
            return departments
        }
    }

    private func village(of visitor: RecordDraft.Visitor) throws -> Int64? {
        guard let typed = (visitor.village ?? villageVisited)?.opened else { return nil }
        return try VillageTable.villages(of: station.id, in: db).first { typed.contains($0.name) }?.id
    }

    private func spotDuty(
        _ visitor: RecordDraft.Visitor, _ matter: MatterID, _ reception: Reception,
        _ seats: [MandateID: (person: PersonID, name: String)], isLate: Bool, ids: inout IDs
    ) throws {
        guard visitor.isContent, case .deputy(let mandate) = visitor.answer?.answerer, let seat = seats[mandate]
        else { return }
        let signed = write.duty.signed
        let isSeen = !isLate && kind != .visit && seat.person != signed.person
        let review = Review(account: signed.account, name: signed.name, at: write.now)
        try DutyTable.insert(
            DutyTable.Draft(
                id: ids.next(), person: seat.person, mandate: mandate, station: station.id, kind: .spotAnswer,
                day: reception.day, source: .matter, sourceID: matter),
            by: signed.account, verifier: isSeen ? review : nil, at: write.now, in: db)
        let message = MessageDraft(
            .doneOnYourBehalf, to: .person(seat.person), area: station.division, matter: matter,
            values: ReceptionValues(station, reception.day, reception.hours.from).values,
            key: "matter/\(matter)/spot-answer")
        try Outbox.put([message], in: db, at: write.now, ids: &ids, keys: write.keys)
    }

    private func log(_ reception: Reception, _ record: ReceptionRecord, ids: inout IDs) throws {
        try write.record(
            kind == .visit ? "visitRecorded" : "receptionRecorded",
            [
                Fact("reception", reception.id), Fact("day", Int64(reception.day.number)),
                Fact("visitors", Int64(record.visitors)), Fact("late", record.isLate ? 1 : 0),
            ] + draft.deputies.map { Fact("deputy", $0) } + draft.joint.organs.map { Fact("organ", $0) },
            texts: [TextPart(kind: "place", text: reception.place)], ids: &ids)
    }
}
