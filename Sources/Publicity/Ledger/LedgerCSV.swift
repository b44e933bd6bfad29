import Directory
import Domain
import Hummingbird
import Web

/// `/ledger.csv`: the list as it was chosen, as a table, page by page while it is read.
struct LedgerCSV: Sendable {
    /// More than a table program shows usefully, and an end to what one address may cost.
    static let most = 5000
    private static let page = 500
    private static let header = [
        "编号", "事情", "地方", "类别", "到哪一步了", "什么时候说的", "反映的事", "答复", "也遇到的人", "审核公开的人", "公开的日子",
    ]

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let filter = LedgerFilter(try FormBody.query(of: request))
        // The first page before the answer begins: what is not found is said as such.
        let first = try await read(filter, after: nil)
        let body = ResponseBody { writer in
            try await write(first, filter, to: &writer)
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: CSVHeaders.named("公开台账-\(first.area.name)"), body: body)
    }

    private func write(
        _ first: LedgerQuery.Found, _ filter: LedgerFilter, to writer: inout any ResponseBodyWriter
    ) async throws {
        var csv = CSVOutput(header: Self.header)
        var found = first
        var count = 0
        while true {
            for entry in found.entries { csv.add(cells(entry)) }
            count += found.entries.count
            let next = found.next
            if next != nil, count >= Self.most {
                csv.add(["只列出前 \(count) 件，后面还有。请选小一点的地方或者短一点的时间再下载。"])
            }
            try await writer.write(ByteBuffer(bytes: csv.take()))
            guard let next, count < Self.most else { return }
            found = try await read(filter, after: next.sortKey)
        }
    }

    private func read(_ filter: LedgerFilter, after: Int64?) async throws -> LedgerQuery.Found {
        let installation = installation
        return try await installation.database.read { db in
            try LedgerQuery(filter: filter, after: after, limit: Self.page).run(db, in: installation)
        }
    }

    private func cells(_ entry: LedgerQuery.Entry) -> [String] {
        [
            entry.number.text, entry.title, entry.division, entry.category?.chinese ?? "", entry.state.label.word,
            entry.registeredOn.iso, entry.summary, entry.answer, String(entry.supports), entry.publisher,
            Day(of: entry.publishedAt).iso,
        ]
    }
}

/// How a table is sent.
enum CSVHeaders {
    /// The name in the form that browsers read Chinese from (RFC 6266).
    static func named(_ name: String) -> HTTPFields {
        [
            .contentType: "text/csv; charset=utf-8", .cacheControl: "public, max-age=300",
            .contentDisposition: "attachment; filename*=UTF-8''" + Address.encoded(name + ".csv"),
        ]
    }
}
