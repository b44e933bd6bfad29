import Database
import Directory
import Domain
import Hummingbird
import Paper
import Web

/// `/matters/{number}/letters/{letter}`: one letter to print; `?as=pdf` and `?as=docx` as files.
struct LetterPage: Sendable {
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        let (letter, paper) = try await letter(number, context)
        switch try FormBody.query(of: request)["as"] {
        case "docx": return context.file(try paper.docx(), type: Self.word, name: "\(letter.number).docx")
        case "pdf":
            let style = context.site.assets.style("paper.css")
            let press = PDFPress(program: installation.settings.weasyprint)
            let bytes = try await press.print(PrintedDocument(paper.title, style: style, paper.html), in: .offices)
            return context.file(bytes, type: "application/pdf", name: "\(letter.number).pdf")
        case _:
            var frame = PageFrame(paper.title, for: .staff)
            frame.sheets = ["paper.css"]
            return context.page(frame, page(letter, paper, number))
        }
    }

    private func page(_ letter: MadeLetter, _ paper: OfficialPaper, _ number: MatterNumber) -> HTML {
        let address = LetterAddress(number: number)
        let own = address.one(letter.id)
        return """
            <div class="no-print">
            <p><a href="\(address: number.staffAddress)">回到这件事</a>　<a href="\(address: address.all)">这件事的函件</a></p>
            <p class="actions"><a class="button second" href="\(address: own.with("as", "pdf"))">下载 PDF</a>
            <a class="button second" href="\(address: own.with("as", "docx"))">下载 Word 文件</a></p>
            <p class="hint">也可以用浏览器的打印功能打印这一页。</p>
            </div>
            \(paper.html)
            """
    }

    private func letter(
        _ number: MatterNumber, _ context: AppContext
    ) async throws -> (MadeLetter, OfficialPaper) {
        let signed = try context.signedIn()
        let id = try context.id("letter")
        let installation = installation
        return try await installation.database.read { db in
            guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
            let standing = Standing(of: .account(signed), to: stored, atlas: try installation.snapshot(in: db).atlas)
            let reading = LetterReading(matter: stored.matter, relations: standing.relations, signed: signed)
            let found = try LetterTable.letter(id, of: stored.matter.id, in: db, keys: installation.keys)
            guard let (letter, text) = found, !reading.visible([letter]).isEmpty else { throw NotFound() }
            let paper = OfficialPaper(
                organ: text.signature, number: letter.number, signer: text.signer, title: text.title,
                addressee: text.addressee, body: text.body, signature: text.signature, day: letter.day)
            return (letter, paper)
        }
    }
}
