import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/answer-texts`: the texts an office keeps ready for answers, its own and those of the areas above.
struct AnswerTextsPage: Sendable {
    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let installation = installation
        let (desk, templates) = try await installation.database.read { db in
            let desk = try AnswerDesk(of: signed, atlas: installation.snapshot(in: db).atlas)
            return (desk, try AnswerTemplateTable.all(of: (desk.own + desk.above).map(\.id), in: db))
        }
        let view = AnswerTextsView(desk: desk, templates: templates, today: Day(of: installation.now()))
        return context.page(PageFrame("答复模板", for: .staff), view.html)
    }

    @Sendable func blank(_ request: Request, _ context: AppContext) async throws -> Response {
        try await form(nil, context.parts(), PageFrame("写一个答复模板", for: .staff), context)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await form(context.id("template"), context.parts(), PageFrame("一个答复模板", for: .staff), context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        try await write(nil, request, context) { db, draft, signed, _, now, ids in
            try KeepAnswerTemplate.write(db, draft, by: signed, at: now, ids: &ids)
        }
    }

    @Sendable func rewrite(_ request: Request, _ context: AppContext) async throws -> Response {
        let id = try context.id("template")
        let version = try context.reader.version()
        return try await write(id, request, context) { db, draft, signed, desk, now, _ in
            try KeepAnswerTemplate.rewrite(db, id, draft, version: version, by: signed, desk: desk, at: now)
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        let id = try context.id("template")
        let version = try context.reader.version()
        return try await once(request, context) { db, desk, signed, now, _ in
            try KeepAnswerTemplate.withdraw(db, id, version: version, by: signed, desk: desk, at: now)
        }
    }

    private typealias Writing =
        @Sendable (
            Transaction, AnswerTemplateDraft, Principal.Signed, AnswerDesk, Instant, inout IDs
        ) throws -> Void

    private func write(
        _ id: Int64?, _ request: Request, _ context: AppContext, _ writing: @escaping Writing
    ) async throws -> Response {
        do {
            let reader = context.reader
            return try await once(request, context) { db, desk, signed, now, ids in
                try writing(db, AnswerTemplateDraft(reading: reader, desk: desk), signed, desk, now, &ids)
            }
        } catch let errors as FormErrors {
            let frame = PageFrame(id == nil ? "写一个答复模板" : "一个答复模板", for: .staff)
            return try await form(id, context.parts(refused: errors), frame.refused(), context)
        }
    }

    private func once(
        _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (Transaction, AnswerDesk, Principal.Signed, Instant, inout IDs) throws -> Void
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let sending = try Sending(request, context, in: installation)
        let installation = installation
        try await installation.write { db, ids in
            let desk = try AnswerDesk(of: signed, atlas: installation.snapshot(in: db).atlas)
            try Idempotency.perform(sending.client, at: now, in: db) { try act(db, desk, signed, now, &ids) }
        }
        return .seeOther("/answer-texts")
    }

    private func form(
        _ id: Int64?, _ parts: FormParts, _ frame: PageFrame, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let installation = installation
        let (desk, template) = try await installation.database.read { db in
            let desk = try AnswerDesk(of: signed, atlas: installation.snapshot(in: db).atlas)
            guard let id else { return (desk, nil as AnswerTemplate?) }
            guard let template = try AnswerTemplateTable.find(id, in: db), desk.mayRead(template) else {
                throw NotFound()
            }
            return (desk, template)
        }
        return context.page(frame, AnswerTextView(desk: desk, template: template, parts: parts, context: context).html)
    }
}
