import Database
import Directory
import Domain
import Hummingbird
import Paper
import Record
import Web

/// `/station/{code}/slips/{book}`: the slips of one book; `?as=paper` to print them, `?as=pdf` as a file.
struct SlipBookPage: Sendable {
    private static let frame = PageFrame("一册纸条", for: .staff, isWide: true)

    /// A book before somebody of its station.
    struct Opened: Sendable {
        let duty: SlipDuty
        let book: SlipBook
        let slips: [BookSlip]
        let now: Instant
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        switch try FormBody.query(of: request)["as"] {
        case "paper": try await paper(context)
        case "pdf": try await pdf(context)
        case _: try await page(Self.frame, context.parts(), context)
        }
    }

    @Sendable func void(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let book = try context.id("book")
        do {
            let (number, reason) = try typed(context)
            let installation = installation
            return try await installation.slipWrite(code, ids: 8, request, context) { write, ids in
                try VoidSlip.run(
                    write.db, number, in: book, reason: reason, by: write.duty, at: write.now, ids: &ids,
                    in: installation)
                return SlipAddress(code: code).book(book)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private func typed(_ context: AppContext) throws(FormErrors) -> (MatterNumber, String) {
        var reader = context.reader
        let typed = reader.text("number", "编号", most: 60)
        let reason = reader.text("reason", "作废的原因", most: 200)
        let number = MatterNumber(typed)
        if !typed.isEmpty, number == nil { reader.add("number", "编号不对，请照纸条上的写") }
        try reader.finish()
        guard let number else { throw FormErrors("number", "编号不对，请照纸条上的写") }
        return (number, reason)
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let id = try context.id("book")
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let opened = try await installation.database.read { db in
            let (duty, book) = try Self.book(id, code, signed, in: db, installation)
            let slips = try SlipTable.slips(of: id, in: db, keys: installation.keys)
            return Opened(duty: duty, book: book, slips: slips, now: now)
        }
        return context.page(frame, SlipBookView(opened: opened, parts: parts).html)
    }

    private func paper(_ context: AppContext) async throws -> Response {
        let sheet = try await sheet(context)
        var frame = PageFrame("打印纸条", for: .staff, isWide: true)
        frame.sheets = ["paper.css"]
        return context.page(frame, sheet.page)
    }

    private func pdf(_ context: AppContext) async throws -> Response {
        let sheet = try await sheet(context)
        let document = PrintedDocument("纸条", style: context.site.assets.style("paper.css"), sheet.html)
        let press = PDFPress(program: installation.settings.weasyprint)
        let name = "纸条 \(sheet.station.code) \(Day(of: installation.now()).iso).pdf"
        return context.file(
            try await press.print(document, in: .offices), type: "application/pdf", name: name)
    }

    /// With the codes on it, so for the head alone and for some days only.
    private func sheet(_ context: AppContext) async throws -> SlipSheet {
        let code = try context.part("code")
        let id = try context.id("book")
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let human = context.site.human
        return try await installation.database.read { db in
            let (duty, book) = try Self.book(id, code, signed, in: db, installation)
            try duty.mayOrder()
            guard book.isPrintable(at: now) else {
                throw Refusal(.conflict, code: "slips-printed", "这一册已经过了可以打印的期限，查询码不再保存。要用请另印一册。")
            }
            return SlipSheet(
                slips: try SlipTable.printed(of: id, in: db, keys: installation.keys), station: duty.station,
                site: installation.settings.publicURL, human: human)
        }
    }

    private static func book(
        _ id: Int64, _ code: String, _ signed: Principal.Signed, in db: Transaction, _ installation: Installation
    ) throws -> (SlipDuty, SlipBook) {
        let duty = try SlipDuty(code, signed, atlas: installation.snapshot(in: db).atlas)
        guard let book = try SlipTable.book(id, in: db), book.station == duty.station.id else { throw NotFound() }
        return (duty, book)
    }
}
