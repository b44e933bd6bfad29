import Database
import Directory
import Domain
import Record

/// A clerk says what came of a call or a letter. Told is done; nobody there stays on the list; a wrong number goes to
/// those who look after what is stuck.
package enum TellByHand {
    /// Throws `Stale` when somebody else was quicker.
    package static func run(
        _ db: Transaction, sending id: Int64, version: Int64, _ outcome: ByHandOutcome, by worker: HandWorker,
        at now: Instant, ids: inout IDs, log: EventLog, atlas: Atlas
    ) throws {
        let content = try worker.content(id, in: db)
        guard content.version == version, content.state == .byHand else { throw Stale() }
        try SendingTable.tellByHand(outcome, of: content, by: worker.signed.account, at: now, in: db)
        let state: SendingState? =
            switch outcome {
            case .told, .visited: .done
            case .nobodyAnswered: nil
            case .wrongNumber: .givenUp
            }
        if let state {
            let entry = TallyTable.Entry(
                area: content.area, kind: content.lead.kind, channel: content.channel, outcome: state,
                matter: content.lead.matter?.id, cost: 0)
            try TallyTable.add([entry], at: now, atlas: atlas, in: db)
        }
        try log.append(
            worker.event("toldByHand", about: content, [Fact("outcome", code: outcome.rawValue)], at: now), in: db,
            ids: &ids)
    }
}

/// 打开联系方式: name, telephone or address of whom a clerk has to tell, shown once and written down by name.
package enum OpenContact {
    package struct Opened: Sendable {
        package var content: SendingContent
        package var name: Sensitive<String>?
        package var address: Sensitive<String>?
    }

    /// The address as it is now: what was erased meanwhile is not there any more.
    package static func run(
        _ db: Transaction, sending id: Int64, by worker: HandWorker, at now: Instant, ids: inout IDs, log: EventLog
    ) throws -> Opened {
        let content = try worker.content(id, in: db)
        guard content.state == .byHand else { throw Stale() }
        var opened = Opened(content: content)
        opened.address = try AddressBook.address(
            of: content.lead.recipient, by: content.channel, in: db, keys: worker.keys)
        if case .reporter(let matter) = content.lead.recipient {
            opened.name = try ReporterChannels(of: matter, in: db, keys: worker.keys).name
        }
        try log.append(worker.event("contactOpened", about: content, at: now), in: db, ids: &ids)
        return opened
    }
}
