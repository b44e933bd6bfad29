import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/station/{code}/receptions/…`: 接待安排, entered by the clerk and let out by the head.
struct ReceptionPage: Sendable {
    private static let newFrame = PageFrame("登记一次接待", for: .staff)
    private static let frame = PageFrame("一次接待", for: .staff)

    let installation: Installation

    @Sendable func blank(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.newFrame, context.parts(), reception: nil, context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let draft = try draft(context)
            return try await installation.stationWrite(code, request, context) { write, ids in
                DeskAddress(code: code).reception(try EnterReception.run(write, draft, ids: &ids))
            }
        } catch let errors as FormErrors {
            return try await page(Self.newFrame.refused(), context.parts(refused: errors), reception: nil, context)
        }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), reception: context.id("reception"), context)
    }

    @Sendable func rewrite(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let reception = try context.id("reception")
        do {
            let draft = try draft(context)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try ChangeReception.run(write, reception, draft, version: version, ids: &ids)
                return DeskAddress(code: code).reception(reception)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), reception: reception, context)
        }
    }

    @Sendable func publish(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let reception = try context.id("reception")
        let version = try context.reader.version()
        return try await installation.stationWrite(code, request, context) { write, ids in
            try PublishReception.run(write, reception, version: version, ids: &ids)
            return DeskAddress(code: code).desk
        }
    }

    @Sendable func cancel(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let reception = try context.id("reception")
        let version = try context.reader.version()
        var reader = context.reader
        let reason = reader.text("reason", "取消的原因", most: 200)
        let errors = reader.errors
        guard errors.isEmpty else {
            let frame = Self.frame.refused()
            return try await page(frame, context.parts(), cancelErrors: errors, reception: reception, context)
        }
        return try await installation.stationWrite(code, request, context) { write, ids in
            try CancelReception.run(write, reception, reason: reason, version: version, ids: &ids)
            return DeskAddress(code: code).desk
        }
    }

    private func draft(_ context: AppContext) throws(FormErrors) -> ReceptionDraft {
        try ReceptionDraft(reading: context.reader, today: Day(of: installation.now()))
    }

    private func page(
        _ frame: PageFrame, _ parts: FormParts, cancelErrors: FormErrors? = nil, reception id: Int64?,
        _ context: AppContext
    ) async throws -> Response {
        let shown = try await ReceptionQuery(installation: installation).run(
            context.part("code"), context.signedIn(), reception: id)
        let cancelling = cancelErrors.map { context.parts(prefix: "cancel-", refused: $0) }
        let view = ReceptionView(
            shown: shown, parts: parts, publishing: context.parts(prefix: "publish-"),
            cancelling: cancelling ?? context.parts(prefix: "cancel-"))
        return context.page(frame, view.html)
    }
}
