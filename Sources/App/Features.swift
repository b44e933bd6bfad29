import Administration
import Deputies
import Directory
import Hummingbird
import Matters
import Publicity
import Stations
import Web

/// All features, one line each in every list. What one needs of another's writing is handed over here as a closure.
package struct Features: Sendable {
    let administration: AdministrationFeature
    let deputies: DeputiesFeature
    let matters: MattersFeature
    let publicity: PublicityFeature
    let stations: StationsFeature

    init(_ installation: Installation) {
        administration = AdministrationFeature(installation)
        deputies = DeputiesFeature(installation)
        matters = MattersFeature(installation)
        publicity = PublicityFeature(installation)
        stations = StationsFeature(installation, register: Self.registerVoice(in: installation))
    }

    /// Who is behind a session's token.
    var sessions: SessionLookup { administration.sessions }

    /// The routes of forms that bring a file.
    static let fileRoutes = StationsFeature.fileRoutes

    func routes(on router: Router<AppContext>) {
        administration.routes(on: router)
        deputies.routes(on: router)
        matters.routes(on: router)
        publicity.routes(on: router)
        stations.routes(on: router)
    }
}
