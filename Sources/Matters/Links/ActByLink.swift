import Database
import Directory
import Domain
import Record

/// One act by a link: the same rules as for somebody who signed in, once, and the record says that it came by a link.
struct ActByLink: Sendable {
    let token: String
    let act: LinkAct
    /// Empty for what changes nothing of the matter's way.
    let requests: [ActRequest]
    /// Why it was not hers, where that is said.
    var reason = ""

    /// Throws `NotFound` where there is no such link, a `Refusal` where it is not good for it any more. Nothing is used
    /// up then.
    func run(
        _ db: Transaction, once client: (_ link: Int64) -> ClientRequest, at now: Instant, ids: inout IDs,
        in installation: Installation
    ) throws {
        guard let link = try OpenedLink(token, at: now, in: db, installation: installation) else { throw NotFound() }
        _ = try Idempotency.once(client(link.kept.id), at: now, in: db) {
            try perform(link, in: db, at: now, ids: &ids, installation)
            // Nothing of the token: it would lie readable beside the digest.
            return StoredAnswer(status: 303, result: [])
        }
    }

    private func perform(
        _ link: OpenedLink, in db: Transaction, at now: Instant, ids: inout IDs, _ installation: Installation
    ) throws {
        guard let signed = link.signed else { throw Refusal.linkOver }
        guard link.kept.acts[act] != nil else { throw NotFound() }
        // First of all: of two that come at the same moment the second waits here.
        guard try LinkTable.use(link.kept.id, act, at: now, in: db) else { throw Refusal.linkUsed }
        if act == .dispute {
            guard let id = link.kept.behalfAct else { throw NotFound() }
            try DisputeBehalfAct.run(
                db, id, of: link.kept.number, reason: reason, by: signed, isViaLink: true, at: now, ids: &ids,
                in: installation)
            return
        }
        guard !requests.isEmpty else { return }
        let marked = requests.map { request in
            var request = request
            request.isViaLink = true
            return request
        }
        _ = try ActsInOneForm.run(
            db, link.kept.number, marked, by: .account(signed), at: now, ids: &ids, in: installation)
    }
}

extension Refusal {
    static let linkOver = Refusal(.conflict, code: "link-over", "这个链接已经失效，请登录系统办理，或请联络站再发一个。")
    static let linkUsed = Refusal(.conflict, code: "link-used", "这一步已经用这个链接办过了，不用再办。")
}
