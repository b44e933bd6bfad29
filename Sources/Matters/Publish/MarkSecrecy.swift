import Database
import Directory
import Domain
import Record

/// 标明不能公开: whoever works on a matter may say that nothing of it is for the public; only the head takes that back.
/// What is public already goes off every page in the same write.
struct MarkSecrecy {
    /// Nil takes the mark away.
    let kind: Secrecy?
    let reason: String
    let version: Int64
    let signed: Principal.Signed
    let now: Instant

    private static let markers: Set<Relation> = [.head, .clerk, .supervisor, .assigningOffice]

    func run(_ db: Transaction, _ number: MatterNumber, ids: inout IDs, in installation: Installation) throws {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let matter = stored.matter
        let snapshot = try installation.snapshot(in: db)
        let standing = Standing(of: .account(signed), to: stored, atlas: snapshot.atlas)
        guard matter.view(for: standing.relations) == .full else { throw NotFound() }
        try check(standing.relations, matter)
        guard version == matter.version else { throw Stale() }
        let least = snapshot.rules(at: matter.area, on: Day(of: now)).number(.reasonMinimum)
        guard reason.count(where: { !$0.isWhitespace }) >= least else {
            throw FormErrors("reason", "请把理由写清楚，至少 \(least) 个字。")
        }
        let before = try SecrecyTable.mark(of: matter.id, in: db)
        if let kind {
            try SecrecyTable.put(kind, on: matter.id, by: signed, at: now, in: db)
            try takeDown(db, stored, ids: &ids, in: installation)
        } else {
            try SecrecyTable.delete(from: matter.id, in: db)
        }
        try installation.log.append(event(matter, before: before, standing), in: db, ids: &ids)
    }

    static func mayMark(_ relations: Set<Relation>) -> Bool { !relations.isDisjoint(with: markers) }

    private func check(_ relations: Set<Relation>, _ matter: Matter) throws(Refusal) {
        guard MarkSecrecy.mayMark(relations) else {
            throw Refusal(.forbidden, code: "not-yours", "能不能公开，由联络站、督办代表和交办机关标明。")
        }
        let needsHead = kind == nil || matter.isPublished
        guard needsHead, !relations.contains(.head) else { return }
        throw Refusal(
            .forbidden, code: "head-only", kind == nil ? "只有站长能取消这个标记。" : "这件事已经公开，请站长来标明，同时撤下。")
    }

    private func takeDown(
        _ db: Transaction, _ stored: StoredMatter, ids: inout IDs, in installation: Installation
    ) throws {
        guard stored.matter.isPublished else { return }
        let request = ActRequest(.ready(.unpublish(reason: reason)), version: version)
        _ = try ActOnMatter.run(db, stored, request, by: .account(signed), at: now, ids: &ids, in: installation)
    }

    /// In the chain of the publication: it says nothing about the matter itself.
    private func event(_ matter: Matter, before: SecrecyMark?, _ standing: Standing) -> EventDraft {
        EventDraft(
            stream: Stream(kind: .publication, id: matter.id), name: kind == nil ? "secrecyLifted" : "secrecyMarked",
            author: standing.author(for: .publish, onBehalf: nil), at: now, before: before?.kind.rawValue,
            after: kind?.rawValue, facts: [Fact("matter", matter.id)],
            texts: [TextPart(kind: "reason", text: reason)])
    }
}
