import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `GET`, `POST /matters/{number}/disputes` and `POST …/disputes/{dispute}/decision`: what was written down in somebody's
/// name; she disputes it here, the head of the station or the office that assigns decides.
struct DisputesPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let done = query["done"].map { $0 == "decision" ? "决定已经登记。" : "异议已经记下，由站长或交办机关决定。" }
        return try await page(done, nil, .ok, context)
    }

    @Sendable func dispute(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        return try await answering("dispute", request, context) { reader in
            let id = reader.identifier("act", "对哪一步有异议") ?? 0
            let reason = reader.lines("reason", "为什么不是您的意思", most: 2000)
            return { db, now, ids, installation in
                try DisputeBehalfAct.run(
                    db, id, of: number, reason: reason, by: signed, at: now, ids: &ids, in: installation)
            }
        }
    }

    @Sendable func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let id = try context.id("dispute")
        return try await answering("decision", request, context) { reader in
            let decision = reader.choice("decision", "怎么决定", as: DisputeDecision.self)
            let reason = reader.lines("reason", "决定的理由", most: 2000)
            return { db, now, ids, installation in
                guard let decision else { throw NotFound() }
                try DecideDispute.run(
                    db, id, of: number, decision, reason: reason, by: signed, at: now, ids: &ids, in: installation)
            }
        }
    }

    private typealias Act = @Sendable (Transaction, Instant, inout IDs, Installation) throws -> Void

    /// Reads a form, does it once, and leads back; refused, the same page comes back with what was typed.
    private func answering(
        _ what: String, _ request: Request, _ context: AppContext, _ read: (inout FormReader) -> Act
    ) async throws -> Response {
        do {
            var reader = context.reader
            let act = read(&reader)
            try reader.finish()
            let (now, installation) = (installation.now(), installation)
            try await installation.once(request, context, at: now) { db, ids in try act(db, now, &ids, installation) }
            return .seeOther(try context.matterNumber().disputesAddress.with("done", what))
        } catch let errors as FormErrors {
            return try await page(nil, errors, .unprocessableContent, context)
        } catch let refusal as Refusal {
            return try await page(nil, FormErrors("reason", refusal.message), refusal.status, context)
        }
    }

    private func page(
        _ done: String?, _ errors: FormErrors?, _ status: HTTPResponse.Status, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let now = installation.now()
        let installation = installation
        let shown = try await installation.database.read { db in
            try ShownDisputes(number, by: signed, in: db, installation: installation)
        }
        let view = DisputesView(shown: shown, signed: signed, done: done, errors: errors, context: context, now: now)
        return context.page(PageFrame("代办和异议", for: .staff, status: status), view.html)
    }
}

/// What was done in somebody's name in a matter, as far as the reader has to do with it.
struct ShownDisputes: Sendable {
    let number: MatterNumber
    let acts: [BehalfAct]
    /// Why each was disputed and how it was decided, by the place of its event.
    let reasons: [Int64: [String]]
    let mayDecide: Bool
    let mayKnow: Bool

    /// Not found for whoever neither looks after the matter nor has anything done in her name there.
    init(
        _ number: MatterNumber, by signed: Principal.Signed, in db: Transaction, installation: Installation
    ) throws {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let standing = Standing(of: .account(signed), to: stored, atlas: try installation.snapshot(in: db).atlas)
        let mine = standing.relations
        mayKnow =
            standing.mayKnow(stored.matter)
            && !mine.isDisjoint(with: Matter.decidesDisputes.union([.clerk, .supervisor]))
        mayDecide = mayKnow && !mine.isDisjoint(with: Matter.decidesDisputes)
        let all = try BehalfTable.all(of: stored.matter.id, in: db)
        acts = mayKnow ? all : all.filter { $0.isOf(signed) }
        guard mayKnow || !acts.isEmpty else { throw NotFound() }
        self.number = number
        let isTold = stored.matter.view(for: mine) == .full
        reasons = isTold ? try Self.reasons(of: stored.matter.id, in: db, installation) : [:]
    }

    private static func reasons(
        of matter: MatterID, in db: Transaction, _ installation: Installation
    ) throws -> [Int64: [String]] {
        let names = [MatterEvent.disputed.rawValue, MatterEvent.disputeDecided.rawValue]
        var found: [Int64: [String]] = [:]
        for (event, texts) in try installation.log.history(of: .matter(matter), firstAnd: names, in: db) {
            guard names.contains(event.name), let about = event.facts.integer("event") else { continue }
            found[about, default: []] += texts.filter { $0.kind == "reason" }.map(\.text)
        }
        return found
    }
}

extension MatterNumber {
    /// The page of what was done in somebody's name.
    var disputesAddress: Address { Address("/matters/\(text)/disputes") }
}
