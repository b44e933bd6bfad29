import Secrets

/// What App settles for all features from flags, environment and file.
package struct InstallationSettings: Hashable, Sendable {
    /// Where people reach this installation, without a slash at the end: what links in messages and QR codes carry.
    package var publicURL: String
    /// What a guess at a password costs; less in tests only.
    package var passwordCost: PasswordCost
    /// Whether what happens is told to anybody: a history that is only played is not.
    package var isTelling: Bool
    /// Whether receivers of other platforms may stand in the own network.
    package var allowsPrivateWebhooks: Bool

    package init(
        publicURL: String, passwordCost: PasswordCost = .standard, isTelling: Bool = true,
        allowsPrivateWebhooks: Bool = false
    ) {
        self.passwordCost = passwordCost
        self.isTelling = isTelling
        self.allowsPrivateWebhooks = allowsPrivateWebhooks
        var url = publicURL
        while url.hasSuffix("/") { url.removeLast() }
        self.publicURL = url
    }

    /// Whether cookies are for https only.
    package var isSecure: Bool { publicURL.lowercased().hasPrefix("https://") }
}
