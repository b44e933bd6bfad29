import Directory
import Domain
import Hummingbird
import Web

/// `/secrecy/{number}`: whether anything of a matter may become public, and who said not.
struct SecrecyPage: Sendable {
    struct Shown: Sendable {
        var number: MatterNumber
        var title: String
        var version: Int64
        var isPublished: Bool
        var isHead: Bool
        var mark: SecrecyMark?
        var today: Day
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(.ok, context.parts(), HTML(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        do {
            return try await change(request, context)
        } catch let errors as FormErrors {
            let parts = context.parts(refused: errors)
            return try await page(.unprocessableContent, parts, parts.summary, context)
        } catch let refusal as Refusal {
            let notice = Notice.warning("\(refusal.message)")
            return try await page(refusal.status, context.parts(), notice, context)
        }
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        var reader = context.reader
        let choice = reader.choice("kind", "能不能公开", as: SecrecyChoice.self)
        let reason = reader.lines("reason", "理由", most: 2000)
        try reader.finish()
        guard let choice else { throw FormErrors("kind", "请选一项。") }
        let mark = MarkSecrecy(
            kind: choice.secrecy, reason: reason, version: try context.reader.version(), signed: signed,
            now: installation.now())
        let installation = installation
        try await installation.once(request, context, at: mark.now) { db, ids in
            try mark.run(db, number, ids: &ids, in: installation)
        }
        return .seeOther(number.staffAddress)
    }

    private func page(
        _ status: HTTPResponse.Status, _ parts: FormParts, _ notice: HTML, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let (installation, now) = (installation, installation.now())
        let shown = try await installation.database.read { db in
            guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
            let standing = Standing(
                of: .account(signed), to: stored, atlas: try installation.snapshot(in: db).atlas)
            guard stored.matter.view(for: standing.relations) == .full, MarkSecrecy.mayMark(standing.relations) else {
                throw NotFound()
            }
            let title: String? = try db.value("SELECT title FROM matter_words WHERE matter = \(stored.matter.id)")
            return Shown(
                number: number, title: title ?? "", version: stored.matter.version,
                isPublished: stored.matter.isPublished, isHead: standing.relations.contains(.head),
                mark: try SecrecyTable.mark(of: stored.matter.id, in: db), today: Day(of: now))
        }
        let frame = PageFrame("能不能公开", for: .staff, status: status)
        return context.page(frame, notice + SecrecyView(shown: shown, parts: parts).html)
    }
}

/// What the form offers: one of the reasons, or that there is none any more.
enum SecrecyChoice: String, CaseIterable {
    case state, business, `private`, none

    var secrecy: Secrecy? { Secrecy(rawValue: rawValue) }
}

struct SecrecyView {
    let shown: SecrecyPage.Shown
    let parts: FormParts

    var html: HTML {
        """
        <h1>能不能公开</h1>
        <p class="lead"><a href="\(address: shown.number.staffAddress)">\(shown.title)</a></p>
        <p>\(now)</p>
        \(parts.form(action: "/secrecy/" + shown.number.text, version: shown.version, submit: "保存", fields))
        """
    }

    private var now: String {
        if let mark = shown.mark {
            return "\(mark.day.chinese(from: shown.today))，\(mark.marker)标明涉及\(mark.kind.chinese)，不能公开。"
        }
        return shown.isPublished ? "现在已经公开。标明以后立刻从所有公开的页面、查找和下载里撤下。" : "现在没有标明。标明以后谁也不能公开它。"
    }

    private var fields: HTML {
        let marks = Secrecy.allCases.map { Choice($0.rawValue, "不能公开：涉及\($0.chinese)", hint: $0.hint) }
        let none = Choice(SecrecyChoice.none.rawValue, "取消标记，可以公开", hint: "公开前仍要站长审核")
        let choices = shown.mark != nil && shown.isHead ? marks + [none] : marks
        return """
            \(parts.radios("kind", "这件事", choices, chosen: shown.mark?.kind.rawValue ?? ""))
            \(parts.textArea("reason", "理由", rows: 3))
            """
    }
}
