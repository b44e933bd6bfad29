import Database
import Domain
import Record

/// A matter as it lies in its table, with the head of its chain.
struct StoredMatter: Sendable {
    var matter: Matter
    var head: ChainHead
    var sortKey: Int64
    /// Who wrote it down for its reporter; nil when she said it herself.
    var registeredBy: AccountID?
}

extension StoredMatter {
    /// In the order in which `init(row:)` reads them.
    static let columns: SQL = """
        id, number, registered_at, area, lowest_level, has_telephone, version, head, state, holder_station, holder_organ,
        on_duty, station, assigning_office, level, triage_route, commonality, category, power, is_emergency,
        is_triage_confirmed, supervisor, lead_handler, distributor, assigned_on, is_wide, objections, extension,
        extension_until, stated_on, outcome, promised_on, reworks, supervision_level, is_reply_checked, was_returned,
        is_delivered, is_notice_given, grade, rating_source, dissatisfactions, lead_matter, state_before_merger,
        closure, closed_on, times_contested, is_archived, is_published, petition_office, sort_key,
        registered_by
        """

    /// Without clocks, co-handlers and tries, which lie in tables of their own.
    init(row: Row) throws {
        let text: String = try row[1]
        guard let number = MatterNumber(stored: text), let state = MatterState(rawValue: try row[8]),
            let onDuty = OnDuty(rawValue: try row[11]), let level = Level(rawValue: try row[14]),
            let lowestLevel = Level(rawValue: try row[4])
        else { throw DatabaseError.corrupt("matter \(text)") }
        let station: Int64? = try row[9]
        let organ: Int64? = try row[10]
        let version: Int64 = try row[6]
        matter = Matter(
            id: try row[0], number: number, registeredAt: try row[2], area: try row[3], lowestLevel: lowestLevel,
            hasTelephone: try row[5], version: version, state: state,
            holder: station.map(Holder.station) ?? organ.map(Holder.organ), onDuty: onDuty, station: try row[12],
            assigningOffice: try row[13], level: level, triage: try StoredMatter.triage(row), supervisor: try row[21],
            handling: try StoredMatter.handling(row), answering: try StoredMatter.answering(row), lead: try row[41],
            stateBeforeMerger: (try row[42] as String?).flatMap(MatterState.init),
            closure: (try row[43] as String?).flatMap(Closure.init), closedOn: try row[44],
            timesContested: try row[45], isArchived: try row[46], isPublished: try row[47],
            petitionOffice: try row[48], clocks: [])
        head = ChainHead(sequence: version, hash: try row[7])
        sortKey = try row[49]
        registeredBy = try row[50]
    }

    private static func triage(_ row: Row) throws -> Triage? {
        guard let route = (try row[15] as String?).flatMap(TriageRoute.init),
            let commonality = (try row[16] as String?).flatMap(Triage.Commonality.init),
            let category = (try row[17] as String?).flatMap(Category.init),
            let power = (try row[18] as String?).flatMap(PowerLevel.init)
        else { return nil }
        return Triage(
            route: route, commonality: commonality, category: category, power: power, isEmergency: try row[19],
            isConfirmed: try row[20])
    }

    private static func handling(_ row: Row) throws -> Matter.Handling {
        var handling = Matter.Handling()
        handling.lead = try row[22]
        handling.distributor = try row[23]
        handling.assignedOn = try row[24]
        handling.isWide = try row[25]
        handling.objections = try row[26]
        handling.extension = Extension(code: try row[27], until: try row[28])
        handling.statedOn = try row[29]
        handling.outcome = (try row[30] as String?).flatMap(Outcome.init)
        handling.promisedOn = try row[31]
        handling.reworks = try row[32]
        handling.supervisionLevel = try row[33]
        return handling
    }

    private static func answering(_ row: Row) throws -> Matter.Answering {
        var answering = Matter.Answering()
        answering.isReplyChecked = try row[34]
        answering.wasReturned = try row[35]
        answering.isDelivered = try row[36]
        answering.isNoticeGiven = try row[37]
        answering.grade = (try row[38] as String?).flatMap(Grade.init)
        answering.source = (try row[39] as String?).flatMap(RatingSource.init)
        answering.dissatisfactions = try row[40]
        return answering
    }
}
