import Database
import Directory
import Domain
import Paper
import Web

/// A book of slips as a file, for whoever runs the program: ordered and printed in one go.
package enum PrintSlipBook {
    package static func run(
        station code: String, count: Int, human: Site.HumanLine, style: HTML, at now: Instant,
        in installation: Installation
    ) async throws -> [UInt8] {
        let press = PDFPress(program: installation.settings.weasyprint)
        // Before any number is given out: a book that cannot be printed is nobody's.
        try press.check()
        let leased = try await installation.ids.take(count + 8)
        let sheet = try await installation.database.write { db in
            var ids = leased
            guard let station = try installation.snapshot(in: db).atlas.station(code: code) else {
                throw FormErrors("station", "没有编号是 \(code) 的联络站")
            }
            let book = try OrderSlipBook.run(
                db, station: station.id, count: count, by: nil, at: now, ids: &ids, in: installation)
            return SlipSheet(
                slips: try SlipTable.printed(of: book, in: db, keys: installation.keys), station: station,
                site: installation.settings.publicURL, human: human)
        }
        return try await press.print(PrintedDocument("纸条", style: style, sheet.html), in: .offices)
    }
}
