import Directory
import Hummingbird
import Web

/// 事项: what somebody says, from the first word until it is answered, asked back and judged.
package struct MattersFeature: Sendable {
    let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    /// Adds the pages of residents and offices, and the API of matters.
    package func routes(on router: Router<AppContext>) {
        ResidentPages(installation: installation).routes(on: router)
        StaffPages(installation: installation).routes(on: router)
        MattersAPI(installation: installation).routes(on: router)
    }
}
