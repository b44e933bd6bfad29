import Database
import Directory
import Domain
import Hummingbird
import Outbox
import Record
import Web

/// `/admin/webhooks/{hook}`: one receiver, what was sent to it, and what can be done about it.
struct WebhookPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let done = try FormBody.query(of: request)["done"].flatMap(WebhookDone.init)
        return try await page(PageFrame("对接", for: .staff, isWide: true), done, context.parts(prefix: "edit-"), context)
    }

    @Sendable func change(_ request: Request, _ context: AppContext) async throws -> Response {
        do {
            let draft = try WebhookDraft(context, allowsPrivate: installation.settings.allowsPrivateWebhooks)
            return try await write(.changed, context) { act in
                var webhook = act.webhook
                webhook.name = draft.name
                webhook.address = draft.address
                webhook.map = draft.map
                webhook.topics = draft.topics
                try WebhookTable.update(webhook, in: act.db)
                try act.record("webhookChanged", webhook, withAddress: true)
            }
        } catch let errors as FormErrors {
            let frame = PageFrame("对接", for: .staff, isWide: true).refused()
            return try await page(frame, nil, context.parts(prefix: "edit-", refused: errors), context)
        }
    }

    @Sendable func pause(_ request: Request, _ context: AppContext) async throws -> Response {
        try await write(.paused, context) { act in
            try WebhookTable.pause(act.webhook, true, in: act.db)
            try act.record("webhookPaused", act.webhook)
        }
    }

    @Sendable func resume(_ request: Request, _ context: AppContext) async throws -> Response {
        try await write(.resumed, context) { act in
            try WebhookTable.pause(act.webhook, false, in: act.db)
            try act.record("webhookResumed", act.webhook)
        }
    }

    @Sendable func trial(_ request: Request, _ context: AppContext) async throws -> Response {
        try await write(.tried, context) { act in
            try WebhookQueue.putTrial(for: act.webhook.id, at: act.now, in: act.db)
            try act.record("webhookTried", act.webhook)
        }
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await write(.changed, context) { act in
            try act.record("webhookRemoved", act.webhook)
            try WebhookTable.delete(act.webhook, in: act.db)
        }
        return .seeOther("/admin/webhooks")
    }

    /// Shown with the answer and not by an address, so that it is seen once.
    @Sendable func rotate(_ request: Request, _ context: AppContext) async throws -> Response {
        var ids = try await installation.ids.take(1)
        let secret = WebhookSecret(from: &ids)
        let keys = installation.keys
        _ = try await write(.changed, context) { act in
            try WebhookTable.rotate(act.webhook, to: secret, at: act.now, in: act.db, keys: keys)
            try act.record("webhookSecretChanged", act.webhook)
        }
        let id = try context.part("hook")
        let view = WebhookSecretView(id: id, name: "新的密钥", secret: secret.text)
        return context.page(PageFrame("新的密钥", for: .staff), view.html)
    }

    /// One change by an administrator who saw this version; a form sent twice is stale the second time.
    private func write(
        _ done: WebhookDone, _ context: AppContext, _ change: @escaping @Sendable (inout WebhookAct) throws -> Void
    ) async throws -> Response {
        let signed = try context.signedIn()
        let id = try context.id("hook")
        let version = try context.reader.version()
        let now = installation.now()
        let leased = try await installation.ids.take()
        let installation = installation
        try await installation.database.write { db in
            let duty = try WebhookDuty(signed, atlas: installation.snapshot(in: db).atlas)
            var act = WebhookAct(
                webhook: try duty.find(id, version: version, in: db), duty: duty, db: db, now: now,
                log: installation.log, ids: leased)
            try change(&act)
        }
        return .seeOther(Address("/admin/webhooks/\(id)").with("done", done.rawValue))
    }

    private func page(
        _ frame: PageFrame, _ done: WebhookDone?, _ parts: FormParts, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let id = try context.id("hook")
        let installation = installation
        let (webhook, log, atlas) = try await installation.database.read { db in
            let duty = try WebhookDuty(signed, atlas: installation.snapshot(in: db).atlas)
            let webhook = try duty.find(id, in: db)
            return (webhook, try WebhookLog(of: id, in: db), duty.atlas)
        }
        let view = WebhookView(
            webhook: webhook, log: log, area: atlas.fullName(of: webhook.area), done: done, now: installation.now(),
            editing: parts, parts: context.parts(), allowsPrivate: installation.settings.allowsPrivateWebhooks)
        return context.page(frame, view.html)
    }
}

/// One change of a receiver, in its write.
struct WebhookAct {
    let webhook: Webhook
    let duty: WebhookDuty
    let db: Transaction
    let now: Instant
    let log: EventLog
    var ids: IDs

    mutating func record(_ name: String, _ webhook: Webhook, withAddress: Bool = false) throws {
        try duty.record(name, webhook, withAddress: withAddress, in: db, log: log, at: now, ids: &ids)
    }
}

/// What was just done, as it stands on the page.
enum WebhookDone: String {
    case changed, paused, resumed, tried

    var sentence: String {
        switch self {
        case .changed: "已经改好。"
        case .paused: "已经暂停；有了进展先存着，恢复以后按顺序补发。"
        case .resumed: "已经恢复，存着的马上按顺序补发。"
        case .tried: "测试通知已经排上，几秒钟后刷新本页，看下面的发送记录。"
        }
    }
}
