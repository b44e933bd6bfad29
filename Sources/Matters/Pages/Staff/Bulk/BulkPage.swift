import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/assignments`: what waits to be assigned, chosen together, looked at before, then done.
struct BulkPage: Sendable {
    private static let frame = PageFrame("批量交办", for: .staff, isWide: true)

    let installation: Installation

    @Sendable func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func preview(_ request: Request, _ context: AppContext) async throws -> Response {
        try await act(context) { bulk in
            let outcomes = try await bulk.preview(installation.ids.take(64 * BulkQuery.most))
            return BulkOutcomesView(outcomes: outcomes, form: bulk.form, confirming: context.parts()).html
        }
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let sending = try Sending(request, context, in: installation)
        return try await act(context) { bulk in
            BulkOutcomesView(outcomes: try await bulk.run(sending), form: bulk.form, confirming: nil).html
        }
    }

    private func act(_ context: AppContext, _ draw: (AssignInBulk) async throws -> HTML) async throws -> Response {
        let signed = try context.signedIn()
        do {
            let form = try BulkForm(reading: context.reader)
            let bulk = AssignInBulk(form: form, signed: signed, now: installation.now(), installation: installation)
            return context.page(Self.frame, try await draw(bulk))
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let groups = try await installation.database.read { db in
            let query = BulkQuery(atlas: try installation.snapshot(in: db).atlas, now: now)
            let offices = query.offices(of: signed)
            guard !offices.isEmpty else { throw NotFound() }
            return try offices.map { office in
                BulkView.Group(
                    office: office, waiting: try query.waiting(for: office, in: db),
                    handlers: query.handlers(of: office).map { Choice(String($0.id), $0.name) })
            }
        }
        let view = BulkView(groups: groups, parts: parts, context: context, today: Day(of: now))
        return context.page(frame, view.html)
    }
}
