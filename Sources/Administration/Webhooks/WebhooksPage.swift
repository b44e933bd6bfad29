import Directory
import Domain
import Hummingbird
import Outbox
import Record
import Web

/// `GET /admin/webhooks`, `GET …/new`, `POST /admin/webhooks`: 对接, of the areas of a system administrator.
struct WebhooksPage: Sendable {
    private static let newFrame = PageFrame("新的对接", for: .staff)

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let installation = installation
        let (webhooks, atlas) = try await installation.database.read { db in
            let duty = try WebhookDuty(signed, atlas: installation.snapshot(in: db).atlas)
            return (try duty.all(in: db), duty.atlas)
        }
        let view = WebhooksView(webhooks: webhooks, atlas: atlas, now: installation.now())
        return context.page(PageFrame("对接", for: .staff, isWide: true), view.html)
    }

    @Sendable func blank(_ request: Request, _ context: AppContext) async throws -> Response {
        let area = try FormBody.query(of: request)["area"]
        return try await page(Self.newFrame, area: area, context.parts(), context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let atlas = try await installation.snapshot().atlas
        let duty = try WebhookDuty(signed, atlas: atlas)
        do {
            let draft = try WebhookDraft(context, allowsPrivate: installation.settings.allowsPrivateWebhooks)
            guard let area = atlas.division(key: context.form["area"] ?? ""), duty.isMine(area.id) else {
                throw FormErrors("area", "请选择您管理的地区")
            }
            return try await save(draft, in: area, signed, request, context)
        } catch let errors as FormErrors {
            return try await page(
                Self.newFrame.refused(), area: context.form["within"], context.parts(refused: errors), context)
        }
    }

    /// Sent again, the form makes no second one, and the secret is not shown again.
    private func save(
        _ draft: WebhookDraft, in area: Division, _ signed: Principal.Signed, _ request: Request,
        _ context: AppContext
    ) async throws -> Response {
        let client = ClientRequest(by: signed.account, try context.sending(request), keys: installation.keys)
        let now = installation.now()
        let (leased, secret, id) = try await drawn()
        let installation = installation
        let answer = try await installation.database.write { db in
            var ids = leased
            let duty = try WebhookDuty(signed, atlas: installation.snapshot(in: db).atlas)
            return try Idempotency.once(client, at: now, in: db) {
                let webhook = Webhook(
                    id: id, area: area.id, name: draft.name, address: draft.address, map: draft.map,
                    topics: draft.topics)
                try WebhookTable.insert(
                    webhook, secret: secret, by: signed.account, at: now, in: db, keys: installation.keys)
                try duty.record(
                    "webhookMade", webhook, withAddress: true, in: db, log: installation.log, at: now, ids: &ids)
                return StoredAnswer(status: 200, result: Array("\(id)".utf8))
            }
        }
        let saved = String(decoding: answer.result, as: UTF8.self)
        let shown = WebhookSecretView(id: saved, name: draft.name, secret: saved == "\(id)" ? secret.text : nil)
        return context.page(PageFrame("对接已经建好", for: .staff), shown.html)
    }

    private func drawn() async throws -> (IDs, WebhookSecret, Int64) {
        var ids = try await installation.ids.take()
        let (secret, id) = (WebhookSecret(from: &ids), ids.next())
        return (ids, secret, id)
    }

    private func page(
        _ frame: PageFrame, area key: String?, _ parts: FormParts, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let atlas = try await installation.snapshot().atlas
        let duty = try WebhookDuty(signed, atlas: atlas)
        let chosen = key.flatMap { $0.isEmpty ? nil : $0 }.flatMap(atlas.division(key:))
        let within = chosen.map { duty.isMine($0.id) ? [$0] : duty.areas } ?? duty.areas
        let view = NewWebhookView(
            within: within, choices: within.flatMap { [$0] + atlas.children(of: $0.id) }, parts: parts,
            allowsPrivate: installation.settings.allowsPrivateWebhooks)
        return context.page(frame, view.html)
    }
}
