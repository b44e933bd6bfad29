import Administration
import Deputies
import Directory
import Files
import Hummingbird
import Matters
import Outbox
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
    let files: FileStore

    init(_ installation: Installation, files: FileStore, channels: Channels) {
        administration = AdministrationFeature(installation, channels: channels)
        deputies = DeputiesFeature(installation)
        matters = MattersFeature(installation, files: files)
        publicity = PublicityFeature(installation)
        stations = StationsFeature(installation, files: files, register: Self.registerVoice(in: installation))
        self.files = files
    }

    /// Who is behind a session's token.
    var sessions: SessionLookup { administration.sessions }

    /// The routes of forms that bring a file.
    static let fileRoutes = StationsFeature.fileRoutes.union(MattersFeature.fileRoutes)
    /// Those to which anybody may bring one.
    static let openFileRoutes = MattersFeature.openFileRoutes

    func routes(on router: Router<AppContext>) {
        administration.routes(on: router)
        deputies.routes(on: router)
        matters.routes(on: router)
        publicity.routes(on: router)
        stations.routes(on: router)
    }
}
