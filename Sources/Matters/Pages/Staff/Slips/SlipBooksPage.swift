import Directory
import Domain
import Hummingbird
import Web

/// `/station/{code}/slips`: the books of a station, and ordering another one.
struct SlipBooksPage: Sendable {
    private static let frame = PageFrame("成册的纸条", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func order(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let count = try count(context)
            let installation = installation
            // A book and its event, an id for each slip.
            return try await installation.slipWrite(code, ids: count + 8, request, context) { write, ids in
                try write.duty.mayOrder()
                let book = try OrderSlipBook.run(
                    write.db, station: write.duty.station.id, count: count, by: write.duty.signed, at: write.now,
                    ids: &ids, in: installation)
                return SlipAddress(code: code).book(book)
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private func count(_ context: AppContext) throws(FormErrors) -> Int {
        var reader = context.reader
        let sizes = OrderSlipBook.sizes
        let count = reader.number("count", "张数", in: Int64(sizes.lowerBound)...Int64(sizes.upperBound))
        try reader.finish()
        return Int(count ?? 0)
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let signed = try context.signedIn()
        let today = Day(of: installation.now())
        let installation = installation
        let (duty, books) = try await installation.database.read { db in
            let duty = try SlipDuty(code, signed, atlas: installation.snapshot(in: db).atlas)
            return (duty, try SlipBooksQuery.run(duty.station.id, in: db))
        }
        return context.page(frame, SlipBooksView(duty: duty, books: books, today: today, parts: parts).html)
    }
}

struct SlipBooksView {
    let duty: SlipDuty
    let books: [SlipBooksQuery.Entry]
    let today: Day
    let parts: FormParts

    private var address: SlipAddress { SlipAddress(code: duty.station.code) }

    var html: HTML {
        """
        \(parts.summary)
        <h1>成册的纸条</h1>
        <p class="lead">\(duty.station.name)。纸条事先印好编号和查询码，走到哪里都能收；交回来再录入，编号不变。</p>
        \(books.isEmpty ? nothing : table)
        \(duty.isHead ? order : "<p>要再印一册，请站长登录后在这里办理。</p>")
        <p><a href="\(address: address.lost)">有人丢了纸条</a></p>
        """
    }

    private var nothing: HTML {
        Notice.empty("还没有印过", duty.isHead ? "在下面写明张数，印好以后就能用。" : "请站长先印一册。")
    }

    private var table: HTML {
        let columns = [
            Table.Column("哪天印的"), Table.Column("张数", isNumber: true), Table.Column("已经录入", isNumber: true),
            Table.Column("还没有录入", isNumber: true), Table.Column("作废", isNumber: true), Table.Column("办理"),
        ]
        let rows: [[HTML]] = books.map { entry in
            [
                "\(Day(of: entry.book.orderedAt).chinese(from: today))", "\(entry.book.size)",
                "\(entry.counts[.used] ?? 0)", "\(entry.counts[.open] ?? 0)", "\(entry.counts[.void] ?? 0)",
                "<a href=\"\(address: address.book(entry.book.id))\">打开这一册</a>",
            ]
        }
        return Table("印过的，新的在前", columns, rows: rows).html
    }

    private var order: HTML {
        let sizes = OrderSlipBook.sizes
        return """
            <h2>再印一册</h2>
            \(parts.form(
                action: address.books.text, submit: "给出编号，去打印",
                parts.textField(
                    "count", "张数", value: "30", kind: .number,
                    notes: FieldNotes(hint: "\(sizes.lowerBound) 到 \(sizes.upperBound) 张，一页纸裁成三张。"))))
            """
    }
}
