import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/station/{code}/posts/…`: 公告、动态和制度, written by the clerk and let out by the head.
struct PostPage: Sendable {
    private static let newFrame = PageFrame("写公告、动态或制度", for: .staff)
    private static let frame = PageFrame("一篇公告、动态或制度", for: .staff)

    let installation: Installation

    @Sendable func blank(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.newFrame, context.parts(), post: nil, context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let draft = try draft(context)
            return try await installation.stationWrite(code, request, context) { write, ids in
                DeskAddress(code: code).post(try WritePost.run(write, draft, ids: &ids))
            }
        } catch let errors as FormErrors {
            return try await page(Self.newFrame.refused(), context.parts(refused: errors), post: nil, context)
        }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), post: context.id("post"), context)
    }

    @Sendable func rewrite(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let post = try context.id("post")
        do {
            let draft = try draft(context)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try RewritePost.run(write, post, draft, version: version, ids: &ids)
                return DeskAddress(code: code).post(post)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), post: post, context)
        }
    }

    /// The page of a post after a picture for it could not be taken.
    func refusedPhoto(_ errors: FormErrors, _ context: AppContext) async throws -> Response {
        try await page(
            Self.frame.refused(), context.parts(), post: context.id("post"),
            adding: context.parts(prefix: "photo-", refused: errors), context)
    }

    @Sendable func publish(_ request: Request, _ context: AppContext) async throws -> Response {
        try await change(request, context) { write, post, version, ids in
            try PublishPost.run(write, post, version: version, ids: &ids)
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        try await change(request, context) { write, post, version, ids in
            try WithdrawPost.run(write, post, version: version, ids: &ids)
        }
    }

    private func change(
        _ request: Request, _ context: AppContext,
        _ act: @escaping @Sendable (StationWrite, Int64, Int64, inout IDs) throws -> Void
    ) async throws -> Response {
        let code = try context.part("code")
        let post = try context.id("post")
        let version = try context.reader.version()
        return try await installation.stationWrite(code, request, context) { write, ids in
            try act(write, post, version, &ids)
            return DeskAddress(code: code).desk
        }
    }

    private func draft(_ context: AppContext) throws(FormErrors) -> PostDraft {
        var reader = context.reader
        let kind: StationPostKind? = reader.choice("kind", "类别")
        let title = reader.text("title", "标题", most: 60)
        let body = reader.lines("body", "正文", most: 5000)
        try reader.finish()
        return PostDraft(kind: kind ?? .news, title: title, body: body)
    }

    private func page(
        _ frame: PageFrame, _ parts: FormParts, post id: Int64?, adding: FormParts? = nil, _ context: AppContext
    ) async throws -> Response {
        let today = Day(of: installation.now())
        let keys = installation.keys
        let (duty, post, photos) = try await installation.stationRead(context) { db, duty, _ in
            let post = try id.map { try StationPostTable.find($0, of: duty.station.id, in: db) } ?? nil
            guard id == nil || post != nil else { throw NotFound() }
            let photos =
                try post.map {
                    try StationPhotoTable.photos(of: [$0.id], in: db, keys: keys)[$0.id] ?? []
                } ?? []
            return (duty, post, photos)
        }
        let view = PostView(
            duty: duty, post: post, photos: photos, parts: parts, publishing: context.parts(prefix: "publish-"),
            adding: adding ?? context.parts(prefix: "photo-"), today: today)
        var titled = frame
        if let post { titled.title = post.title }
        return context.page(titled, view.html)
    }
}
