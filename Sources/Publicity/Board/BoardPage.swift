import Directory
import Domain
import Hummingbird
import Paper
import Web

/// `/s/{code}/board?month=2026-05`: the sheet for the station's board, to print or as a file (`&as=pdf`), with what to
/// read out and what to paste into a group beside it.
struct BoardPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let code = try context.part("code")
        let now = installation.now()
        let typed = query["month"] ?? ""
        guard let month = typed.isEmpty ? BoardMonth(of: Day(of: now)) : BoardMonth(typed) else { throw NotFound() }
        let installation = installation
        let board = try await installation.database.read { db in
            try BoardQuery(code: code, month: month).run(db, at: now, in: installation)
        }
        let view = BoardView(board: board, site: installation.settings.publicURL, human: context.site.human)
        if query["as"] == "pdf" { return try await pdf(view, context) }
        var frame = PageFrame("\(month.chinese)公示", caching: .open(seconds: 60), isWide: true)
        frame.sheets = ["paper.css"]
        frame.scripts = ["copy.js"]
        return context.page(frame, view.html)
    }

    private func pdf(_ view: BoardView, _ context: AppContext) async throws -> Response {
        let document = PrintedDocument(view.title, style: context.site.assets.style("paper.css"), view.sheet)
        let press = PDFPress(program: installation.settings.weasyprint)
        let lane: PDFPress.Lane = context.principal == nil ? .visitors : .offices
        let bytes = try await press.print(document, in: lane)
        return context.file(bytes, type: "application/pdf", name: "\(view.title).pdf")
    }
}
