import Database
import Directory
import Domain
import Hummingbird
import Web

/// `/follow/{follow}`: where the link in a message leads. Opening it changes nothing, because mail programs open links
/// by themselves; the one button does.
struct FollowLinkPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let link = try self.link(context)
        let installation = installation
        let (found, name) = try await installation.database.read { db in
            guard let found = try FollowTable.find(link, in: db, keys: installation.keys) else { throw NotFound() }
            let names = FollowNames(atlas: try installation.snapshot(in: db).atlas)
            return (found, try names.name(of: found.key, in: db))
        }
        let isNew = try FormBody.query(of: request)["done"] != nil
        let view = FollowLinkView(
            link: link, name: name, isConfirmed: found.isConfirmed, isNew: isNew, parts: context.parts())
        return context.page(PageFrame(found.isConfirmed ? "您关注的" : "确认关注"), view.html)
    }

    @Sendable func confirm(_ request: Request, _ context: AppContext) async throws -> Response {
        let link = try self.link(context)
        let now = installation.now()
        let installation = installation
        try await installation.database.write { db in
            guard let found = try FollowTable.find(link, in: db, keys: installation.keys) else { throw NotFound() }
            try FollowTable.confirm(found.id, at: now, in: db)
        }
        return .seeOther(Address(link.path).with("done", "yes"))
    }

    /// Pressed twice it is as good as once.
    @Sendable func end(_ request: Request, _ context: AppContext) async throws -> Response {
        let link = try self.link(context)
        let installation = installation
        try await installation.database.write { db in
            guard let found = try FollowTable.find(link, in: db, keys: installation.keys) else { return }
            try FollowTable.delete(found.id, in: db)
        }
        return .seeOther("/follow/ended")
    }

    @Sendable func ended(_ request: Request, _ context: AppContext) async throws -> Response {
        context.page(PageFrame("不再关注"), FollowLinkView.ended)
    }

    private func link(_ context: AppContext) throws -> FollowLink { FollowLink(typed: try context.part("follow")) }
}

struct FollowLinkView {
    let link: FollowLink
    let name: String
    let isConfirmed: Bool
    /// Confirmed just now.
    let isNew: Bool
    let parts: FormParts

    var html: HTML { isConfirmed ? confirmed : waiting }

    private var waiting: HTML {
        """
        <h1>确认关注</h1>
        <p class="lead">\(name)</p>
        <p>有人用您的邮箱要了这些公开消息。是您本人，请点下面；不是，关掉这一页就行，地址过几天会删掉。</p>
        \(parts.form(action: link.path + "/confirmation", submit: "确认关注", HTML()))
        """
    }

    private var confirmed: HTML {
        """
        <h1>您关注的</h1>
        \(if: isNew, Notice.done("已经开始关注，有了新的公开消息就发邮件告诉您。"))
        <p class="lead">\(name)</p>
        <p>不想再收到，请点下面。邮箱地址会马上删掉。</p>
        \(parts.form(action: link.path + "/end", submit: "不再关注", HTML()))
        """
    }

    static let ended: HTML = """
        <h1>不再关注</h1>
        <p class="lead">已经取消，不会再发邮件给您，地址也删掉了。</p>
        <p><a class="button" href="/follow">看看还能关注什么</a></p>
        """
}
