import Database
import Domain
import Record
import Secrets

/// Writes events of streams without a row of their own, all by one hand at one moment.
struct StreamLog {
    private let log: EventLog
    private let author: Author
    private let at: Instant

    /// `under` is the grant that allowed it; without one the account acts for itself.
    init(keys: KeyRing, principal: Principal, under grant: Grant? = nil, at: Instant) {
        log = EventLog(keys: keys)
        self.at = at
        switch principal {
        case .account(let signed): author = Author(signed, under: grant)
        case .reporter: author = .reporter
        case .system: author = .system
        }
    }

    func append(
        _ stream: Stream, _ name: String, _ facts: [Fact] = [], texts: [TextPart] = [], before: String? = nil,
        after: String? = nil, in db: Transaction, ids: inout IDs
    ) throws {
        let draft = EventDraft(
            stream: stream, name: name, author: author, at: at, before: before, after: after, facts: facts,
            texts: texts)
        try log.append(draft, in: db, ids: &ids)
    }
}

extension Author {
    fileprivate init(_ signed: Principal.Signed, under grant: Grant?) {
        self.init(kind: .staff, account: signed.account, grant: grant?.id, role: grant?.role.rawValue)
        switch grant?.place {
        case .organ(let id): organ = id
        case .station(let id): station = id
        case .area, nil: break
        }
    }
}
