import Directory
import Hummingbird
import Web

/// 人大代表 as everybody may see them: name, congress, area, term, station (代表法 58), nothing else.
package struct DeputiesFeature: Sendable {
    let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    /// Adds the pages and the API of deputies.
    package func routes(on router: Router<AppContext>) {
        router.get("/deputies", use: FindPage(installation: installation).show)
        router.get("/deputies/{card}", use: DeputyPage(installation: installation).show)
        router.get("/who", use: WhoPage(installation: installation).show)
        router.get("/api/v1/deputies", use: DeputiesAPI(installation: installation).list)
    }
}
