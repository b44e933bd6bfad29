import Directory
import Domain
import Files
import Hummingbird
import Record
import Web

/// `GET /matters/{number}`, `POST /matters/{number}/{noun}`: one matter, and everything that can be done to it.
struct MatterPage: Sendable {
    let installation: Installation
    let store: FileStore

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.signedIn()
        let query = try FormBody.query(of: request)
        return try await page(
            context.matterNumber(), nil, context.justDone(query, of: context.matterNumber()), .ok,
            template: query["template"].flatMap { Int64($0) },
            context)
    }

    /// Refused, the same page comes back with the form open and what was typed still in it.
    @Sendable func act(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.signedIn()
        let number = try context.matterNumber()
        guard let act = Act(noun: try context.part("noun")) else { throw NotFound() }
        var attempt = MatterScreen.Attempt(act: act)
        do {
            return try await run(act, number, request, context)
        } catch let errors as FormErrors {
            attempt.errors = errors
            return try await page(number, attempt, HTML(), .unprocessableContent, context)
        } catch let refusal as Refusal {
            attempt.refusal = refusal
            return try await page(number, attempt, HTML(), refusal.status, context)
        } catch is Stale {
            attempt.isStale = true
            return try await page(number, attempt, HTML(), .conflict, context)
        }
    }

    private func page(
        _ number: MatterNumber, _ attempt: MatterScreen.Attempt?, _ notice: HTML, _ status: HTTPResponse.Status,
        template: Int64? = nil, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let screen = try await installation.database.read { db in
            try MatterScreenQuery.run(db, number, by: .account(signed), at: now, template: template, in: installation)
        }
        let view = AnswerView(screen: screen, attempt: attempt, context: context)
        var frame = PageFrame(screen.shown.title, for: .staff, status: status)
        if screen.ground.shows(.reply) { frame.scripts = ["reply.js"] }
        return context.page(frame, notice + view.html)
    }

    private func run(
        _ act: Act, _ number: MatterNumber, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let version = try context.reader.version()
        let typed = try act.requests(in: context.form, version: version, today: Day(of: now))
        let requests = try await typed.with(SentActFiles(typed.map(\.draft.act), context).kept(in: store))
        let sending = try Sending(request, context, in: installation)
        let step = StaffStep(number: number, requests: requests, signed: signed, now: now)
        if act == .reportRelapse { return try await relapse(step, sending, context) }
        let installation = installation
        let led = try await installation.write { db, ids in
            try Idempotency.lead(sending.client, at: now, in: db) {
                try step.run(db, ids: &ids, in: installation).with("done", act.noun).text
            }
        }
        return .seeOther(led)
    }

    /// A new matter has a query code of its own, which is shown once to be handed to the person.
    private func relapse(_ step: StaffStep, _ sending: Sending, _ context: AppContext) async throws -> Response {
        let leased = try await installation.ids.take()
        let installation = installation
        let receipt = try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: step.now, in: db) {
                Receipt(try step.relapse(db, ids: &ids, in: installation), at: step.now)
            }
        }
        return try await ReceiptPage(installation: installation).answerStaff(
            receipt, accepted: KeptWords.staff(step.number, .reportRelapse), context)
    }
}
