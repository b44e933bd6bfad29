/// What every page of this installation shares; made once at start by App.
package final class Site: Sendable {
    /// A human being behind the pages: the footer of every page names it.
    package struct HumanLine: Sendable {
        package var telephone: String
        /// 「周一至周五 8:00 至 18:00」
        package var hours: String

        package init(telephone: String, hours: String) {
            self.telephone = telephone
            self.hours = hours
        }
    }

    package let name: String
    package let purpose: String
    package let human: HumanLine
    package let navigation: Navigation
    package let assets: Assets
    package let signatures: Signatures
    /// What was asked of this process.
    package let traffic = Traffic()
    /// Which sides a process shows: links to the other one would lead nowhere.
    package let faces: Set<PageFrame.Audience>
    /// Whether the site is reached by https: cookies are then marked Secure and browsers told to stay there.
    package let isSecure: Bool
    /// Whether a proxy of ours stands in front, so that its X-Forwarded-For may be believed.
    package let isBehindProxy: Bool
    /// Largest form in bytes.
    package let formLimit: Int
    /// The routes whose forms may bring a file, for somebody signed in, and how large the whole may be.
    package let fileRoutes: Set<String>
    package let fileLimit: Int
    /// The routes to which anybody may bring files, and how large the whole may be there.
    package let openFileRoutes: Set<String>
    package let openFileLimit: Int
    /// Forms with files that are being read or answered.
    let bodies = BodyBudget()

    package init(
        name: String = "连心",
        purpose: String = "向人大代表和联络站反映身边的事",
        human: HumanLine,
        navigation: Navigation = Navigation(),
        assets: Assets,
        signatures: Signatures,
        faces: Set<PageFrame.Audience> = [.resident, .staff],
        isSecure: Bool = false,
        isBehindProxy: Bool = false,
        formLimit: Int = 256 * 1024,
        fileRoutes: Set<String> = [],
        fileLimit: Int = 24 * 1024 * 1024,
        openFileRoutes: Set<String> = [],
        openFileLimit: Int = 24 * 1024 * 1024
    ) {
        self.name = name
        self.purpose = purpose
        self.human = human
        self.navigation = navigation
        self.assets = assets
        self.signatures = signatures
        self.faces = faces
        self.isSecure = isSecure
        self.isBehindProxy = isBehindProxy
        self.formLimit = formLimit
        self.fileRoutes = fileRoutes
        self.fileLimit = fileLimit
        self.openFileRoutes = openFileRoutes
        self.openFileLimit = openFileLimit
    }
}
