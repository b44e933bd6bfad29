import Directory
import Hummingbird
import Web

/// 公示: what was said and what became of it, as far as somebody reviewed and published it.
package struct PublicityFeature: Sendable {
    let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    /// Adds the ledger and the public page of a matter. Its support button posts to the matters' own route.
    package func routes(on router: Router<AppContext>) {
        router.get("/ledger", use: LedgerPage(installation: installation).show)
        router.get("/ledger.csv", use: LedgerCSV(installation: installation).show)
        let feeds = FeedPages(installation: installation)
        router.get("/ledger.atom", use: feeds.ledger)
        router.get("/s/{code}/feed.atom", use: feeds.station)
        let results = ResultsPage(installation: installation)
        router.get("/results", use: results.show)
        router.get("/results.csv", use: results.table)
        router.get("/search", use: SearchPage(installation: installation).show)
        let sitemap = SitemapPage(installation: installation)
        router.get("/sitemap.xml", use: sitemap.map)
        router.get("/robots.txt", use: sitemap.robots)
        router.get("/m/{number}", use: PublicMatterPage(installation: installation).show)
        router.get("/s/{code}/board", use: BoardPage(installation: installation).show)
        router.get("/api/v1/ledger", use: LedgerAPI(installation: installation).list)
        FollowRoutes(installation: installation).add(to: router)
        router.get("/api/v1/results", use: ResultsAPI(installation: installation).show)
    }
}
