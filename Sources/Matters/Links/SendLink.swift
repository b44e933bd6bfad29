import Database
import Directory
import Domain
import Record

/// Sends a link by hand, from the page of the matter. It goes by message to the person it is for; whoever sends it never
/// sees it, or could act in her name.
struct SendLink: Sendable {
    enum Whom: String, CaseIterable {
        case supervisor, handler
    }

    /// Who may send and take back links of a matter.
    static let senders: Set<Relation> = [.clerk, .head, .assigningOffice]

    let number: MatterNumber
    let whom: Whom
    let signed: Principal.Signed

    /// How many people it was sent to.
    @discardableResult
    func run(
        _ db: Transaction, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> Int {
        let matter = try LinkedMatter.find(number, by: signed, in: db, installation)
        let occasion: LinkOccasion.Whom = whom == .supervisor ? .supervisor : .handler
        let all = try LinkHolders(of: matter, on: Day(of: now)).all(occasion, in: db)
        let reached = all.filter(\.hasTelephone)
        guard !reached.isEmpty else { throw Refusal.nobodyToSendTo(whom) }
        for holder in reached {
            let acts = whom == .supervisor ? LinkAct.deputys : LinkAct.handlers
            let key = "matter/\(matter.id)/sent/\(now.ms)/\(whom.rawValue)/\(holder.person)"
            try LinkMessage(matter: matter, holder: holder, acts: acts, asked: whom.asked, by: signed.account, key: key)
                .put(in: db, at: now, ids: &ids, installation: installation)
        }
        return reached.count
    }
}

/// Takes a link back; what was done by it stands.
enum RevokeLink {
    static func run(
        _ db: Transaction, _ link: Int64, of number: MatterNumber, by signed: Principal.Signed, at now: Instant,
        in installation: Installation
    ) throws {
        let matter = try LinkedMatter.find(number, by: signed, in: db, installation)
        guard try LinkTable.revoke(link, of: matter.id, by: signed.account, at: now, in: db) else {
            guard try LinkTable.isThere(link, of: matter.id, in: db) else { throw NotFound() }
            return
        }
    }
}

/// A matter before somebody who looks after its links.
enum LinkedMatter {
    static func find(
        _ number: MatterNumber, by signed: Principal.Signed, in db: Transaction, _ installation: Installation
    ) throws -> Matter {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let standing = Standing(of: .account(signed), to: stored, atlas: try installation.snapshot(in: db).atlas)
        // Of a petition nothing is sent about by the station.
        guard stored.matter.view(for: standing.relations) == .full else { throw NotFound() }
        guard !standing.relations.isDisjoint(with: SendLink.senders) else {
            throw Refusal(.forbidden, code: "not-yours", "一次性链接由联络站的联络员、站长或交办机关来发。")
        }
        return stored.matter
    }
}

extension SendLink.Whom {
    var chinese: String {
        switch self {
        case .supervisor: "督办代表"
        case .handler: "承办单位"
        }
    }

    fileprivate var asked: String {
        switch self {
        case .supervisor: "有一件您督办的事等您看"
        case .handler: "有一件贵单位办理的事等您看"
        }
    }
}

extension Refusal {
    fileprivate static func nobodyToSendTo(_ whom: SendLink.Whom) -> Refusal {
        Refusal(.conflict, code: "nobody-to-send-to", "\(whom.chinese)没有核实过的手机号，或者还没有确定，链接发不出去；请打电话联系。")
    }
}
