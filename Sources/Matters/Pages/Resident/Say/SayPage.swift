import Database
import Directory
import Domain
import Files
import Hummingbird
import Record
import Web

/// `/say`: where, what, how to reach you, a last look, the slip. Five screens, one thing at a time. Between them
/// everything typed travels in the form itself, so that the way back is open and nothing is lost, without JavaScript too.
struct SayPage: Sendable {
    let installation: Installation
    let files: FileStore

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let snapshot = try await installation.snapshot()
        let now = installation.now()
        guard let place = try await SayPlace.find(query, in: snapshot, at: now, installation) else {
            return try choosePlace(query, snapshot, context)
        }
        return draw(screen(.what, place, FormBody(), KeptFiles(), snapshot, context, at: now), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let now = installation.now()
        let snapshot = try await installation.snapshot()
        let wish = SayWish(context.form)
        let target = try wish.target(context.form, snapshot.atlas)
        let form = target.map(context.form.moved) ?? context.form
        guard let place = try await SayPlace.find(form, in: snapshot, at: now, installation) else {
            throw FormErrors("division", "找不到这个地方，请回到上一页重新选择")
        }
        let kept = try await keep(form, at: now, context)
        var screen = screen(
            form["step"].flatMap(SayStep.init) ?? .check, place, form.replacing(KeptFiles.fields, by: kept.carried),
            kept, snapshot, context, at: now)
        switch wish {
        case .choosePlace: return try choosePlaceAgain(screen, snapshot, context)
        case .findPlace where target == nil: return try choosePlaceAgain(screen, snapshot, context)
        case .moveTo, .findPlace: screen.step = .what
        case .show(let step): screen.step = step
        case .back: screen.step = screen.step.previous ?? screen.step
        case .next: return try await goOn(from: screen, request, context)
        case .turn(let elder):
            var response = draw(screen, context.asked(elder: elder))
            response.keepElder(elder, in: context)
            return response
        }
        // A file that was not taken is said wherever one wanted to go.
        guard kept.errors.isEmpty else {
            screen.errors = kept.errors
            screen.step = .what
            return draw(screen, context, status: .unprocessableContent)
        }
        return draw(screen, context)
    }

    private func screen(
        _ step: SayStep, _ place: SayPlace, _ form: FormBody, _ kept: KeptFiles, _ snapshot: Snapshot,
        _ context: AppContext, at now: Instant
    ) -> SayScreen {
        SayScreen(
            step: step, place: place, form: form, kept: kept,
            rules: snapshot.rules(at: place.division.id, on: Day(of: now)), now: now, human: context.site.human)
    }

    /// The next screen, or this one again with what is wrong on it; from the last one, the slip.
    private func goOn(from screen: SayScreen, _ request: Request, _ context: AppContext) async throws -> Response {
        var screen = screen
        do {
            let draft = try read(screen)
            if let next = screen.step.next {
                screen.step = next
                return draw(screen, context)
            }
            let slip = try await register(draft, screen, request, context)
            return try await ReceiptPage(installation: installation).answer(slip, said: screen.form["words"], context)
        } catch let errors as FormErrors {
            let own = screen.step.own(errors)
            if own.isEmpty, let next = screen.step.next {
                screen.step = next
                return draw(screen, context)
            }
            screen.errors = own.isEmpty ? errors : own
            screen.step = own.isEmpty ? .check : SayStep.first(of: own)
            return draw(screen, context, status: .unprocessableContent)
        } catch let refusal as Refusal {
            // Nobody there can be reached: the words stay, to be copied or read out over the telephone.
            screen.errors = FormErrors("bypass", refusal.message)
            screen.step = .what
            return draw(screen, context, status: .conflict)
        } catch is FileGone {
            screen.errors = FormErrors("photo", "照片和录音隔的时间太久，请重新选一次")
            screen.kept = KeptFiles()
            screen.step = .what
            return draw(screen, context, status: .unprocessableContent)
        }
    }

    /// All that was typed so far, read; what is wrong with a file stands beside what is wrong with the words.
    private func read(_ screen: SayScreen) throws(FormErrors) -> OpinionDraft {
        var typed = OpinionForm(screen.form, at: screen.place, under: screen.rules)
        typed.hasVoice = screen.kept.voice != nil
        for fault in screen.kept.errors.fields { typed.reader.add(fault.name, fault.message) }
        var draft = try typed.draft()
        draft.files = screen.kept.drafts
        return draft
    }

    /// Files that have just come are kept before anything is read: what is wrong elsewhere must not lose them.
    private func keep(_ form: FormBody, at now: Instant, _ context: AppContext) async throws -> KeptFiles {
        let browser = context.browser()
        var kept = KeptFiles(form, from: browser, at: now, keys: installation.keys)
        let sent = SentFiles(context, keys: installation.keys)
        guard !sent.isEmpty else { return kept }
        let origin = Origin(kind: "say.files", browser: browser, address: context.remoteAddress)
        let installation = installation
        try await installation.database.write { try origin.count(at: now, in: $0, installation) }
        try await kept.add(sent, browser: browser, store: files)
        return kept
    }

    private func register(
        _ draft: OpinionDraft, _ screen: SayScreen, _ request: Request, _ context: AppContext
    ) async throws -> Receipt {
        let sending = try Sending(request, context, in: installation)
        let origin = Origin(browser: sending.client.owner, address: context.remoteAddress)
        let leased = try await installation.ids.take()
        let installation = installation
        let now = screen.now
        return try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: now, in: db) {
                try origin.count(at: now, in: db, installation)
                let receipt = try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
                return Receipt(receipt, at: now)
            }
        }
    }

    private func draw(
        _ screen: SayScreen, _ context: AppContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = PageFrame("说一件事：\(screen.step.title)", status: status)
        frame.scripts = screen.step == .what ? ["say.js", "voice.js"] : ["say.js"]
        frame.elderButton = screen.asksForWords ? SayStep.larger : nil
        let parts = context.parts(showing: screen.form, refused: screen.errors)
        return context.page(frame, SayView(screen: screen, parts: parts, isElder: context.isElder).html)
    }

    private func choosePlace(_ query: FormBody, _ snapshot: Snapshot, _ context: AppContext) throws -> Response {
        let choice = try WhereChoice(query, atlas: snapshot.atlas)
        if let only = choice.only { return .seeOther(only.sayAddress) }
        var frame = PageFrame("说一件事：先选地方", caching: .open(seconds: 60))
        if choice.isLost { frame.status = .notFound }
        return context.page(frame, WhereView(choice: choice, human: context.site.human).html)
    }

    private func choosePlaceAgain(
        _ screen: SayScreen, _ snapshot: Snapshot, _ context: AppContext
    ) throws -> Response {
        var view = WhereView(
            choice: try WhereChoice(screen.form, atlas: snapshot.atlas), human: screen.human)
        view.parts = context.parts(showing: screen.form)
        view.typed = screen.form
        return context.page(PageFrame("说一件事：换一个地方"), view.html)
    }
}
