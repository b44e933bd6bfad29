import Directory
import Domain
import Hummingbird
import Web

/// `/sitemap.xml` and `/robots.txt`: what search engines may find, and where there is nothing for them.
struct SitemapPage: Sendable {
    let installation: Installation

    @Sendable func map(_ request: Request, _ context: AppContext) async throws -> Response {
        let part = try part(FormBody.query(of: request))
        let installation = installation
        let map = try await installation.database.read { db in
            try SitemapQuery(part: part).run(db, in: installation)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/xml; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: xml(map).text)))
    }

    /// Personal pages and forms hold nothing to be found; the lists go on for ever.
    @Sendable func robots(_ request: Request, _ context: AppContext) async throws -> Response {
        let closed = ["/my", "/say", "/search", "/api/", "/sign-in", "/ledger.csv", "/results.csv"]
        let text = """
            User-agent: *
            \(closed.map { "Disallow: \($0)" }.joined(separator: "\n"))

            Sitemap: \(site)/sitemap.xml

            """
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private var site: String { installation.settings.publicURL }

    private func part(_ query: FormBody) throws(NotFound) -> SitemapQuery.Part {
        switch query["part"] {
        case nil: return .all
        case "stations": return .stations
        case "deputies": return .deputies(query["area"] ?? "")
        case "matters":
            guard let period = query["month"].flatMap(Period.init(code:)) else { throw NotFound() }
            return .matters(period)
        case .some: throw NotFound()
        }
    }

    private func xml(_ map: SitemapQuery.Map) -> HTML {
        switch map {
        case .pages(let pages):
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(each: pages, { "<url><loc>\(site + $0)</loc></url>\n" })</urlset>

            """
        case .lists(let lists):
            """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(each: lists, { "<sitemap><loc>\(site + $0.text)</loc></sitemap>\n" })</sitemapindex>

            """
        }
    }
}
