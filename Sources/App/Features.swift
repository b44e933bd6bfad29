import Administration
import Directory
import Hummingbird
import Web

/// All features, one line each in every list. What one needs of another's writing is handed over here as a closure.
package struct Features: Sendable {
    let administration: AdministrationFeature

    init(_ installation: Installation) {
        administration = AdministrationFeature(installation)
    }

    /// Who is behind a session's token.
    var sessions: SessionLookup { administration.sessions }

    func routes(on router: Router<AppContext>) {
        administration.routes(on: router)
    }
}
