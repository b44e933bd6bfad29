import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/say`: choosing the place, then one form, then the slip. Three screens, four when the place is searched for.
struct SayPage: Sendable {
    private static let frame = PageFrame("说一件事")

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let snapshot = try await installation.snapshot()
        let now = installation.now()
        guard let place = SayPlace(query, atlas: snapshot.atlas, at: now) else {
            return try choosePlace(query, snapshot, context)
        }
        return form(Self.frame, place, context.parts(), snapshot, context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let now = installation.now()
        let snapshot = try await installation.snapshot()
        guard let place = SayPlace(context.form, atlas: snapshot.atlas, at: now) else {
            throw FormErrors("division", "找不到这个地方，请回到上一页重新选择")
        }
        do {
            let rules = snapshot.rules(at: place.division.id, on: Day(of: now))
            var typed = OpinionForm(context.form, at: place, under: rules)
            let slip = try await register(typed.draft(), request, context, at: now)
            return try await ReceiptPage(installation: installation).answer(slip, context)
        } catch let errors as FormErrors {
            return form(Self.frame.refused(), place, context.parts(refused: errors), snapshot, context)
        } catch let refusal as Refusal {
            // Nobody there can be reached: the words stay, to be copied or read out over the telephone.
            var frame = Self.frame
            frame.status = .conflict
            let errors = FormErrors("bypass", refusal.message)
            return form(frame, place, context.parts(refused: errors), snapshot, context)
        }
    }

    private func register(
        _ draft: OpinionDraft, _ request: Request, _ context: AppContext, at now: Instant
    ) async throws -> Receipt {
        let sending = try Sending(request, context, in: installation)
        let origin = Origin(browser: sending.client.owner, address: context.remoteAddress)
        let leased = try await installation.ids.take()
        let installation = installation
        return try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: now, in: db) {
                try origin.count(at: now, in: db, installation)
                let receipt = try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
                return Receipt(receipt, at: now)
            }
        }
    }

    private func form(
        _ frame: PageFrame, _ place: SayPlace, _ parts: FormParts, _ snapshot: Snapshot, _ context: AppContext
    ) -> Response {
        let today = Day(of: installation.now())
        let view = SayView(
            place: place, parts: parts, rules: snapshot.rules(at: place.division.id, on: today), today: today,
            human: context.site.human)
        return context.page(frame, view.html)
    }

    private func choosePlace(_ query: FormBody, _ snapshot: Snapshot, _ context: AppContext) throws -> Response {
        let choice = try WhereChoice(query, atlas: snapshot.atlas)
        var frame = PageFrame("说一件事：先选地方", caching: .open(seconds: 60))
        if choice.isLost { frame.status = .notFound }
        return context.page(frame, WhereView(choice: choice, human: context.site.human).html)
    }
}
