import Directory
import Domain
import Hummingbird
import Web

/// `/follows`: what somebody of the staff follows in her inbox.
struct OwnFollowsPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let query = try FormBody.query(of: request)
        let today = Day(of: installation.now())
        let installation = installation
        let (subject, own) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            return (
                try FollowSubject.asked(query, in: db, atlas: atlas),
                try OwnFollowsQuery(person: signed.person, atlas: atlas).run(db)
            )
        }
        let view = OwnFollowsView(
            subject: subject, own: own, isDone: query["done"] != nil, today: today, parts: context.parts())
        return context.page(PageFrame("我关注的", for: .staff), view.html)
    }

    @Sendable func follow(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let form = context.form
        let now = installation.now()
        let leased = try await installation.ids.take()
        let installation = installation
        try await installation.database.write { db in
            var ids = leased
            let atlas = try installation.snapshot(in: db).atlas
            guard let subject = try FollowSubject.asked(form, in: db, atlas: atlas) else { throw NotFound() }
            guard try FollowTable.count(of: signed.person, in: db) < OwnFollowsQuery.most else {
                throw Refusal(.conflict, code: "too-many-follows", "您关注的已经有 \(OwnFollowsQuery.most) 个，请先取消几个")
            }
            try FollowTable.insert(ids.next(), subject.key, person: signed.person, at: now, in: db)
        }
        return .seeOther(Address("/follows").with("done", "yes"))
    }

    @Sendable func end(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        guard let id = Int64(try context.part("follow")) else { throw NotFound() }
        let installation = installation
        try await installation.database.write { db in try FollowTable.delete(id, of: signed.person, in: db) }
        return .seeOther(Address("/follows").with("done", "yes"))
    }
}

struct OwnFollowsView {
    /// What she was about to follow.
    let subject: FollowSubject?
    let own: [OwnFollow]
    let isDone: Bool
    let today: Day
    let parts: FormParts

    var html: HTML {
        """
        <h1>我关注的</h1>
        <p class="lead">公开的事有了新进展、关注的站和地方有了新消息，会放进您的站内消息。</p>
        \(if: isDone, Notice.done("已经改好。"))
        \(subject.map(asking))
        \(own.isEmpty ? nothing : list)
        <h2>\(own.isEmpty ? "关注一类事" : "再关注一类事")</h2>
        \(parts.form(action: "/follows", submit: "关注这一类", parts.select(
            "category", "哪一类", Domain.Category.allCases.map { Choice($0.rawValue, $0.chinese) }, empty: nil)))
        """
    }

    private func asking(_ subject: FollowSubject) -> HTML {
        """
        <h2>\(subject.name)</h2>
        \(parts.form(action: "/follows", submit: "关注", "\(each: subject.fields, { parts.hidden($0.name, $0.value) })"))
        """
    }

    private var nothing: HTML {
        Notice.empty("还没有关注什么", "打开一件公开的事、一个联络站或公开台账的一个地方，点“关注”。")
    }

    private var list: HTML {
        Table("关注着 \(own.count) 个", [.init("关注的"), .init("从哪天起"), .init("取消")], rows: own.map(row)).html
    }

    private func row(_ follow: OwnFollow) -> [HTML] {
        [
            "\(follow.name)", "\(follow.since.chinese(from: today))",
            parts.form(action: "/follows/\(follow.id)/end", submit: "不再关注", HTML()),
        ]
    }
}
