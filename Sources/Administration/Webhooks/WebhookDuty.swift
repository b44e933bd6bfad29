import Database
import Directory
import Domain
import Outbox
import Record

/// A system administrator before the receivers of her areas; those of other areas do not exist for her.
struct WebhookDuty {
    let signed: Principal.Signed
    let grant: Grant
    let atlas: Atlas
    /// The areas she is answerable for.
    let areas: [Division]

    init(_ signed: Principal.Signed, atlas: Atlas) throws(Refusal) {
        let grants = signed.grants.filter { $0.role == .systemAdmin }
        guard let first = grants.first else {
            throw Refusal(.forbidden, code: "system-admin-only", "只有系统管理员可以管理对接")
        }
        self.signed = signed
        grant = first
        self.atlas = atlas
        areas = grants.compactMap { atlas.division($0.division) }
    }

    func isMine(_ area: DivisionID) -> Bool { areas.contains { atlas.isWithin(area, $0.id) } }

    func all(in db: Transaction) throws -> [Webhook] { try WebhookTable.all(in: db).filter { isMine($0.area) } }

    func find(_ id: Int64, in db: Transaction) throws -> Webhook {
        guard let webhook = try WebhookTable.find(id, in: db), isMine(webhook.area) else { throw NotFound() }
        return webhook
    }

    /// The same, as a form made for a version saw it.
    func find(_ id: Int64, version: Int64, in db: Transaction) throws -> Webhook {
        let webhook = try find(id, in: db)
        guard webhook.version == version else { throw Stale() }
        return webhook
    }

    /// Every change of who is told what stands in the record, under her name. The address may hold a password of the other
    /// side, so it is sealed with it.
    func record(
        _ name: String, _ webhook: Webhook, withAddress: Bool = false, in db: Transaction, log: EventLog,
        at now: Instant,
        ids: inout IDs
    ) throws {
        let author = Author(kind: .staff, account: signed.account, grant: grant.id, role: grant.role.rawValue)
        let texts = [TextPart(kind: "name", text: webhook.name), TextPart(kind: "address", text: webhook.address.text)]
        _ = try log.append(
            EventDraft(
                stream: Stream(kind: .directory, id: webhook.id), name: name, author: author, at: now,
                facts: [Fact("webhook", webhook.id), Fact("area", webhook.area)] + webhook.topics.facts,
                texts: withAddress ? texts : []), in: db, ids: &ids)
    }
}

extension Set<WebhookTopic> {
    fileprivate var facts: [Fact] {
        WebhookTopic.choices.filter(contains).map { Fact("topic", code: $0.rawValue) }
    }
}
