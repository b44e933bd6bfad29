import Directory
import Domain
import Hummingbird
import Paper
import Web

/// `/paper/intake`: the blank form that is written by hand, of one station or of all (`?station=CODE`);
/// `/s/{code}/poster`: the sheet at the door. Both to print or as a file (`as=pdf`).
struct IntakePage: Sendable {
    let installation: Installation

    @Sendable func form(_ request: Request, _ context: AppContext) async throws -> Response {
        let atlas = try await installation.snapshot().atlas
        let query = try FormBody.query(of: request)
        let code = query["station"] ?? ""
        let station = code.isEmpty ? nil : atlas.station(code: code)
        guard code.isEmpty || station != nil else { throw NotFound() }
        let sheet = IntakeSheet(station: station, site: installation.settings.publicURL, human: context.site.human)
        if query["as"] == "pdf" { return try await pdf("意见登记表", sheet.html, context) }
        return context.page(frame("意见登记表"), sheet.page)
    }

    @Sendable func poster(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        guard let station = try await installation.snapshot().atlas.station(code: code) else { throw NotFound() }
        let sheet = PosterSheet(station: station, site: installation.settings.publicURL, human: context.site.human)
        if try FormBody.query(of: request)["as"] == "pdf" { return try await pdf("联络站海报", sheet.html, context) }
        return context.page(frame("联络站海报"), sheet.page)
    }

    private func pdf(_ title: String, _ sheet: HTML, _ context: AppContext) async throws -> Response {
        let document = PrintedDocument(title, style: context.site.assets.style("paper.css"), sheet)
        let press = PDFPress(program: installation.settings.weasyprint)
        let bytes = try await press.print(document, in: context.principal == nil ? .visitors : .offices)
        return context.file(bytes, type: "application/pdf", name: "\(title).pdf")
    }

    private func frame(_ title: String) -> PageFrame {
        var frame = PageFrame(title, caching: .open(seconds: 60))
        frame.sheets = ["paper.css"]
        return frame
    }
}

/// Where a telephone's camera leads from a sheet of paper.
struct SaySquare {
    let station: Station?
    /// Where people reach this installation.
    let site: String

    var address: String { site + (station.map { Address.say(station: $0.code) } ?? Address("/say")).text }

    var html: HTML { QRCode(address)?.svg(label: "二维码：用手机扫一扫，在网上说一件事") ?? HTML() }
}
