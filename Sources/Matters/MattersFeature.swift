import Directory
import Files
import Hummingbird
import Web

/// 事项: what somebody says, from the first word until it is answered, asked back and judged.
package struct MattersFeature: Sendable {
    let installation: Installation
    let files: FileStore

    package init(_ installation: Installation, files: FileStore) {
        self.installation = installation
        self.files = files
    }

    /// Whoever says something may bring photos and a recording, without an account; so may a handler who answers by a link.
    package static let openFileRoutes: Set<String> = ["/say", "/my/{number}/{noun}", "/l/{token}/{noun}"]
    /// Offices add photos and scans to what they do.
    package static let fileRoutes: Set<String> = ["/matters/{number}/{noun}"]

    /// Adds the pages of residents and offices, and the API of matters.
    package func routes(on router: Router<AppContext>) {
        ResidentPages(installation: installation, files: files).routes(on: router)
        StaffPages(installation: installation, files: files).routes(on: router)
        MatterFilePage(installation: installation, store: files).routes(on: router)
        MattersAPI(installation: installation).routes(on: router)
    }
}
