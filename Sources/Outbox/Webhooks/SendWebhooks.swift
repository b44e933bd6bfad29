import Database
import Directory
import Domain
import Foundation
import Record
import Secrets

/// Timed work: sends to every receiver what waits for it, to each in its own time, so that a slow one keeps up nobody.
package enum SendWebhooks {
    package static func run(in installation: Installation, at now: Instant) async throws {
        let ready = try await installation.database.read { db in try WebhookTable.ready(at: now, in: db) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for webhook in ready {
                group.addTask { try await WebhookRound(webhook, in: installation, at: now).run() }
            }
            try await group.waitForAll()
        }
    }
}

/// One receiver's turn.
private struct WebhookRound: Sendable {
    /// What is left waits for the next round.
    private static let most = 100
    private static let patience = Duration.seconds(20)
    /// Long past the longest a call may take.
    private static let leaseSeconds: Int64 = 60
    /// After so many tries at one message, over some three days, the receiver does not want it.
    private static let mostTries = 12

    let webhook: Webhook
    let installation: Installation
    let now: Instant

    init(_ webhook: Webhook, in installation: Installation, at now: Instant) {
        self.webhook = webhook
        self.installation = installation
        self.now = now
    }

    func run() async throws {
        let settings = installation.settings
        let call: WebhookCall
        do {
            call = try await WebhookCall(webhook.address, allowsPrivate: settings.allowsPrivateWebhooks)
        } catch {
            let outcome: WebhookOutcome = error == .forbidden ? .forbidden : .noAnswer
            return try await unreached(WebhookResult(outcome: outcome))
        }
        do {
            try await sendAll(call)
        } catch {
            await call.close()
            throw error
        }
        await call.close()
    }

    private func sendAll(_ call: WebhookCall) async throws {
        let started = ContinuousClock.now
        for _ in 0..<Self.most where ContinuousClock.now - started < Self.patience {
            guard try await step(call) else { return }
        }
    }

    /// False when nothing more is to be sent just now.
    private func step(_ call: WebhookCall) async throws -> Bool {
        guard let taken = try await take() else { return false }
        guard let parcel = taken.parcel else {
            try await finish(taken, WebhookResult(outcome: .dropped), nextAt: nil)
            return true
        }
        let started = ContinuousClock.now
        let status = await call.post(parcel.body, headers: parcel.headers)
        let took = Int64((ContinuousClock.now - started) / .milliseconds(1))
        switch status {
        case .some(200...299):
            try await finish(taken, WebhookResult(outcome: .sent, status: status, tookMs: took), nextAt: nil)
            try await settle(failures: 0)
            return true
        case .some(let code) where WebhookRound.isAboutMessage(code):
            let tries = taken.due.attempts + 1
            let next = tries < Self.mostTries ? now.adding(seconds: WebhookBackoff.seconds(after: tries)) : nil
            try await finish(taken, WebhookResult(outcome: .refused, status: code, tookMs: took), nextAt: next)
            return true
        case let status:
            let outcome: WebhookOutcome = status == nil ? .noAnswer : .refused
            try await finish(taken, WebhookResult(outcome: outcome, status: status, tookMs: took), nextAt: now)
            try await settle(failures: webhook.failures + 1)
            return false
        }
    }

    /// Whether an answer is about this message and not about the receiver's own state or our being let in.
    private static func isAboutMessage(_ code: Int) -> Bool {
        (400...499).contains(code) && ![401, 403, 404, 407, 408, 410, 425, 429].contains(code)
    }

    /// One in hand: what it says is put together while it is taken.
    private struct Taken: Sendable {
        var due: WebhookQueue.Due
        var token: [UInt8]
        /// Nil where it is not to be told any more.
        var parcel: Parcel?
    }

    private func take() async throws -> Taken? {
        var ids = try await installation.ids.take(1)
        let token = ids.bytes(16)
        let (installation, webhook, now) = (installation, webhook, now)
        return try await installation.database.write { db in
            // Paused or removed since this round began.
            guard let current = try WebhookTable.find(webhook.id, in: db), !current.isPaused,
                let due = try WebhookQueue.first(of: webhook.id, at: now, in: db),
                try WebhookQueue.lease(
                    due, of: webhook.id, until: now.adding(seconds: Self.leaseSeconds), token: token, at: now, in: db)
            else { return nil }
            let atlas = try installation.snapshot(in: db).atlas
            let packing = Packing(webhook: current, atlas: atlas, now: now)
            return Taken(
                due: due, token: token, parcel: try packing.parcel(due, in: db, keys: installation.keys))
        }
    }

    private func finish(_ taken: Taken, _ result: WebhookResult, nextAt: Instant?) async throws {
        let (id, now) = (webhook.id, now)
        try await installation.database.write { db in
            try WebhookQueue.finish(
                taken.due, of: id, token: taken.token, result, nextAt: nextAt, at: now, in: db)
        }
    }

    /// After failures the receiver is left in peace for a while; what waits is not lost by it, however long it takes.
    private func settle(failures: Int) async throws {
        guard failures != webhook.failures || failures > 0 else { return }
        let (id, now) = (webhook.id, now)
        let resumes = failures == 0 ? now : now.adding(seconds: WebhookBackoff.seconds(after: failures))
        try await installation.database.write { db in
            try WebhookTable.note(failures: failures, resumesAt: resumes, of: id, in: db)
        }
    }

    /// Nobody could be spoken to at all: the first that waits carries the reason.
    private func unreached(_ result: WebhookResult) async throws {
        if let taken = try await take() { try await finish(taken, result, nextAt: now) }
        try await settle(failures: webhook.failures + 1)
    }
}

/// How long to wait after so many tries in vain: a minute, five, fifteen, an hour, three, and then six.
enum WebhookBackoff {
    private static let steps: [Int64] = [60, 300, 900, 3_600, 10_800]

    static func seconds(after tries: Int) -> Int64 {
        tries <= steps.count ? steps[max(tries, 1) - 1] : 21_600
    }
}

/// A message ready to leave.
struct Parcel: Sendable {
    var body: [UInt8]
    var headers: [(String, String)]
}

/// Puts a message together for one receiver, as its matter may be known now.
private struct Packing {
    let webhook: Webhook
    let atlas: Atlas
    let now: Instant

    func parcel(_ due: WebhookQueue.Due, in db: Transaction, keys: KeyRing) throws -> Parcel? {
        guard let content = try content(due, in: db) else { return nil }
        let body = try content.body(webhook.map)
        let seconds = now.ms / 1000
        let signatures = try WebhookTable.secrets(of: webhook.id, at: now, in: db, keys: keys)
            .map { $0.signature(of: body, at: seconds) }
        return Parcel(
            body: body,
            headers: [
                ("Content-Type", "application/json; charset=utf-8"), ("X-Lianxin-Event", due.topic.rawValue),
                ("X-Lianxin-Delivery", "\(content.number)/\(due.sequence)"), ("X-Lianxin-Timestamp", "\(seconds)"),
                ("X-Lianxin-Signature", signatures.joined(separator: ",")),
            ])
    }

    /// Nil for what has become a petition since, and for what is not of the receiver's area or by-passes it.
    private func content(_ due: WebhookQueue.Due, in db: Transaction) throws -> WebhookContent? {
        if due.topic == .trial { return trial(due) }
        let found = try db.row("SELECT number, area, lowest_level, state, closure FROM matter WHERE id = \(due.stream)")
        guard let row = found else { return nil }
        let (area, lowest, state, closure): (DivisionID, Int, String, String?) = (
            try row[1], try row[2], try row[3], try row[4]
        )
        let isPetition = state == MatterState.referred.rawValue || closure == Closure.petitionAnswered.rawValue
        let knows = atlas.lineage(of: area).contains { $0.id == webhook.area && $0.level.rawValue >= lowest }
        guard !isPetition, knows else { return nil }
        return content(due, number: try row[0], area: area)
    }

    private func content(_ due: WebhookQueue.Due, number: String, area: DivisionID) -> WebhookContent {
        let place = atlas.division(area)
        return WebhookContent(
            topic: due.topic, number: number, sequence: due.sequence, at: due.at, state: due.state,
            category: due.category, areaCode: place?.key ?? "", areaName: place?.fullName ?? "",
            holder: due.holderOrgan.flatMap { atlas.organ($0)?.name }
                ?? due.holderStation.flatMap { atlas.station($0)?.name },
            dueOn: due.dueOn)
    }

    private func trial(_ due: WebhookQueue.Due) -> WebhookContent {
        content(due, number: "trial", area: webhook.area)
    }
}
