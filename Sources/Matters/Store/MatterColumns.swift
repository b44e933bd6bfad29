import Database
import Domain

/// The columns of a matter that acts may change, each with the value it takes. An update names only those that differ,
/// because an index is rewritten when its column is named, whether the value changed or not.
struct MatterColumn: Sendable {
    let name: SQL
    let value: @Sendable (Matter) -> SQLValue

    init(_ name: SQL, _ value: @escaping @Sendable (Matter) -> (any SQLConvertible)?) {
        self.name = name
        self.value = { value($0)?.sqlValue ?? .null }
    }

    static let all: [MatterColumn] = place + triage + handling + answering + end

    private static let place: [MatterColumn] = [
        MatterColumn("state") { $0.state.rawValue },
        MatterColumn("holder_station") { $0.holder?.station },
        MatterColumn("holder_organ") { $0.holder?.organ },
        MatterColumn("on_duty") { $0.onDuty.rawValue },
        MatterColumn("station") { $0.station },
        MatterColumn("assigning_office") { $0.assigningOffice },
        MatterColumn("level") { $0.level.rawValue },
        MatterColumn("supervisor") { $0.supervisor },
        MatterColumn("petition_office") { $0.petitionOffice },
        MatterColumn("due_at") { $0.dueAt?.ms },
    ]

    private static let triage: [MatterColumn] = [
        MatterColumn("triage_route") { $0.triage?.route.rawValue },
        MatterColumn("commonality") { $0.triage?.commonality.rawValue },
        MatterColumn("category") { $0.triage?.category.rawValue },
        MatterColumn("power") { $0.triage?.power.rawValue },
        MatterColumn("is_emergency") { $0.triage?.isEmergency ?? false },
        MatterColumn("is_triage_confirmed") { $0.triage?.isConfirmed ?? false },
    ]

    private static let handling: [MatterColumn] = [
        MatterColumn("lead_handler") { $0.handling.lead },
        MatterColumn("distributor") { $0.handling.distributor },
        MatterColumn("assigned_on") { $0.handling.assignedOn.map { Int64($0.number) } },
        MatterColumn("is_wide") { $0.handling.isWide },
        MatterColumn("objections") { $0.handling.objections },
        MatterColumn("extension") { $0.handling.extension.code },
        MatterColumn("extension_until") { $0.handling.extension.until.map { Int64($0.number) } },
        MatterColumn("stated_on") { $0.handling.statedOn.map { Int64($0.number) } },
        MatterColumn("outcome") { $0.handling.outcome?.rawValue },
        MatterColumn("promised_on") { $0.handling.promisedOn.map { Int64($0.number) } },
        MatterColumn("reworks") { $0.handling.reworks },
        MatterColumn("supervision_level") { $0.handling.supervisionLevel },
    ]

    private static let answering: [MatterColumn] = [
        MatterColumn("is_reply_checked") { $0.answering.isReplyChecked },
        MatterColumn("was_returned") { $0.answering.wasReturned },
        MatterColumn("is_delivered") { $0.answering.isDelivered },
        MatterColumn("is_notice_given") { $0.answering.isNoticeGiven },
        MatterColumn("grade") { $0.answering.grade?.rawValue },
        MatterColumn("rating_source") { $0.answering.source?.rawValue },
        MatterColumn("dissatisfactions") { $0.answering.dissatisfactions },
    ]

    private static let end: [MatterColumn] = [
        MatterColumn("lead_matter") { $0.lead },
        MatterColumn("state_before_merger") { $0.stateBeforeMerger?.rawValue },
        MatterColumn("closure") { $0.closure?.rawValue },
        MatterColumn("closed_on") { $0.closedOn.map { Int64($0.number) } },
        MatterColumn("times_contested") { $0.timesContested },
        MatterColumn("is_archived") { $0.isArchived },
        MatterColumn("is_published") { $0.isPublished },
    ]
}

extension Extension {
    var code: String {
        switch self {
        case .none: "none"
        case .asked: "asked"
        case .granted: "granted"
        case .refused: "refused"
        }
    }

    var until: Day? {
        switch self {
        case .asked(let day): day
        case .none, .granted, .refused: nil
        }
    }

    init(code: String, until: Day?) {
        switch (code, until) {
        case ("asked", let day?): self = .asked(until: day)
        case ("granted", _): self = .granted
        case ("refused", _): self = .refused
        default: self = .none
        }
    }
}
